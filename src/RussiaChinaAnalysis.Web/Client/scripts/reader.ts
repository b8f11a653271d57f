import { Choices, remember, setCurrent } from "./choices";
import { Outline } from "./outline";

/**
 * Keeps an essay and its side panel together. The server has written every state that can be reached here into the
 * page's links; the script reaches the same states without a reload and keeps the address in step.
 */
export function readAlong(): void {
  const reader = document.querySelector<HTMLElement>("[data-reader]");
  if (reader) new Reader(reader).start();
}

class Reader {
  readonly #root: HTMLElement;
  /** A passage that others overlap stands in several pieces. */
  readonly #passages = new Map<string, HTMLElement[]>();
  readonly #notes = new Map<string, HTMLElement>();
  readonly #choices: Choices;
  readonly #outline: Outline;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#choices = new Choices(root);
    this.#outline = new Outline(root);
    this.#find();
  }

  #find(): void {
    this.#passages.clear();
    this.#notes.clear();
    for (const piece of this.#root.querySelectorAll<HTMLElement>("[data-passage]")) {
      const id = piece.dataset["passage"]!;
      this.#passages.set(id, [...(this.#passages.get(id) ?? []), piece]);
    }
    for (const note of this.#root.querySelectorAll<HTMLElement>("[data-note]")) this.#notes.set(note.dataset["note"]!, note);
  }

  start(): void {
    if (this.#goToPart()) return;
    this.#root.addEventListener("click", (event) => this.#click(event));
    this.#root.addEventListener("pointerover", (event) => this.#light(event.target));
    this.#root.addEventListener("focusin", (event) => this.#focus(event.target));
    document.addEventListener("passage:leave", () => this.#select(null));
    this.#root.addEventListener("passage:show", (event) => this.#select((event as CustomEvent<string>).detail, { showNote: true }));
    this.#root.addEventListener("reader:fresh", () => this.#goOn());
    this.#outline.watch();

    const selected = this.#root.dataset["selected"];
    if (selected) this.#notes.get(selected)?.scrollIntoView({ block: "nearest" });
  }

  /** The server has written what was chosen when it was asked; the reader may have chosen something else since. */
  #goOn(): void {
    this.#find();
    this.#showSelected(this.#root.dataset["selected"] || null);
    this.#choices.show();
    this.#outline.watch();
  }

  /** An address that names only the place leads to the part of a book in which the passage stands. */
  #goToPart(): boolean {
    const passage = /^#p-(\d+)$/.exec(location.hash)?.[1];
    if (!this.#root.dataset["part"] || !passage || this.#passages.has(passage) || new URLSearchParams(location.search).get("passage") === passage) return false;
    remember((address) => address.searchParams.set("passage", passage));
    location.reload();
    return true;
  }

  #click(event: MouseEvent): void {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (getSelection()?.type === "Range") return;

    const toggle = event.target.closest<HTMLAnchorElement>("[data-mark]");
    if (toggle) return this.#stop(event, () => this.#choices.toggle(toggle));
    const about = event.target.closest<HTMLAnchorElement>("[data-about]");
    if (about) return this.#stop(event, () => this.#choices.about(about));
    if (event.target.closest("[data-close]")) return this.#stop(event, () => this.#select(null));

    const link = event.target.closest<HTMLElement>("[data-select]");
    if (link && this.#passages.has(link.dataset["select"]!)) return this.#stop(event, () => this.#select(link.dataset["select"]!, { showText: true, showNote: true }));
    const words = event.target.closest<HTMLElement>(".note-words")?.closest<HTMLElement>("[data-note]");
    if (words) return this.#stop(event, () => this.#select(words.dataset["note"]!, { showText: true }));
    const sign = event.target.closest<HTMLElement>("[data-sign]");
    if (sign) return this.#stop(event, () => this.#select(sign.dataset["sign"]!, { showNote: true }));
    if (event.target.closest("[data-thread], .note-sign")) return;
    const passage = event.target.closest<HTMLElement>("[data-passage]");
    if (passage && this.#isMarked(passage)) return this.#stop(event, () => this.#select(passage.dataset["passage"]!, { showNote: true }));
  }

  #stop(event: Event, action: () => void): void {
    event.preventDefault();
    action();
  }

  /** `j` and `k` move the focus from sign to sign; the panel follows. `Enter` on the selected one opens its page. */
  #focus(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return;
    this.#light(target);
    if (!target.matches(".sign") || !target.matches(":focus-visible")) return;
    if (target.dataset["sign"]) this.#select(target.dataset["sign"], { showNote: true });
  }

  #isMarked(passage: HTMLElement): boolean {
    return this.#signOf(passage.dataset["passage"]!)?.offsetParent != null;
  }

  #signOf(id: string): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(`[data-sign="${CSS.escape(id)}"]`);
  }

  #select(id: string | null, show: { showText?: boolean; showNote?: boolean } = {}): void {
    const before = this.#root.dataset["selected"] ?? "";
    if (before === (id ?? "") && !show.showText) return;

    this.#showSelected(id);
    this.#root.dataset["selected"] = id ?? "";
    this.#root.dispatchEvent(new CustomEvent("passage:select"));

    if (id !== null) {
      if (show.showNote) scrollWithin(this.#root.querySelector("[data-notes]"), this.#notes.get(id));
      if (show.showText) this.#passages.get(id)?.[0]?.scrollIntoView({ block: "center" });
    }
    remember((address) => {
      // Without a passage the address must say itself in which part of a book one is.
      if (id === null) {
        address.searchParams.delete("passage");
        if (this.#root.dataset["part"]) address.searchParams.set("part", this.#root.dataset["part"] === "0" ? "all" : this.#root.dataset["part"]);
      } else address.searchParams.set("passage", id);
      address.hash = id === null ? "" : `p-${id}`;
    });
  }

  #showSelected(id: string | null): void {
    for (const [one, pieces] of this.#passages) {
      for (const piece of pieces) piece.classList.toggle("selected", one === id);
      this.#signOf(one)?.setAttribute("data-walk", one === id ? "here" : "");
    }
    for (const [one, note] of this.#notes) {
      note.classList.toggle("selected", one === id);
      const words = note.querySelector(".note-words");
      if (words) setCurrent(words, one === id);
    }
  }

  #light(target: EventTarget | null): void {
    const one = target instanceof Element ? target.closest<HTMLElement>("[data-passage], [data-note]") : null;
    const id = one?.dataset["passage"] ?? one?.dataset["note"];
    for (const lit of this.#root.querySelectorAll(".lit")) lit.classList.remove("lit");
    if (id === undefined) return;
    for (const piece of this.#passages.get(id) ?? []) piece.classList.add("lit");
    this.#notes.get(id)?.classList.add("lit");
    if (one?.dataset["passage"] && this.#isMarked(one) && !this.#root.dataset["selected"]) {
      scrollWithin(this.#root.querySelector("[data-notes]"), this.#notes.get(id));
    }
  }
}

/** Brings a note into the panel's view without moving the page. */
function scrollWithin(panel: HTMLElement | null, note: HTMLElement | undefined): void {
  if (!panel || !note || panel.scrollHeight <= panel.clientHeight) return;
  const top = note.offsetTop - panel.offsetTop;
  if (top < panel.scrollTop || top + note.offsetHeight > panel.scrollTop + panel.clientHeight) {
    panel.scrollTop = Math.max(0, top - panel.clientHeight / 3);
  }
}
