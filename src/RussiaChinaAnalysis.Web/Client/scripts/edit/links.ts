import type { Dialogs } from "./dialogs";
import { noteOf, quoteOf } from "./passages";
import type { Telling } from "./telling";

/** A passage, or a link beside the passage on whose note it stands. */
interface Target {
  passage: string;
  link?: string;
}

/** From a passage to what it bears on: another passage, or a link. */
export class Links {
  readonly #reader: HTMLElement;
  readonly #telling: Telling;
  readonly #dialogs: Dialogs;
  #from: string | null = null;

  constructor(reader: HTMLElement, telling: Telling, dialogs: Dialogs) {
    this.#reader = reader;
    this.#telling = telling;
    this.#dialogs = dialogs;
    // The capture phase, because a link is being chosen before a passage is selected.
    document.addEventListener("click", (event) => this.#choose(event), true);
    reader.addEventListener("pointerdown", (event) => this.#drag(event));
  }

  start(id: string): void {
    this.#from = id;
    this.#reader.classList.add("linking");
    const words = "Choose what this passage bears on: click it, or go there with j and k and press Enter. A link in the panel can be chosen too.";
    this.#telling.wait("link", words);
    this.#telling.announce(words);
  }

  stop(): void {
    this.#from = null;
    this.#reader.classList.remove("linking");
    this.#telling.wait("link", null);
  }

  get isUnderWay(): boolean {
    return this.#from !== null;
  }

  /**
   * Enter takes what has the focus in the panel, a link before its passage; in the text the selected passage.
   * @returns Whether the key was meant for this, and not for a button or link that has the focus.
   */
  finishByKey(): boolean {
    if (!this.isUnderWay) return false;
    const focused = document.activeElement;
    const inPanel = focused?.closest("[data-link], [data-note]");
    const inText = focused === document.body || focused?.matches("[data-essay], [data-sign]");
    if (!inPanel && !inText) return false;
    const selected = this.#reader.dataset["selected"];
    const target = inPanel ? targetAt(inPanel) : selected ? { passage: selected } : null;
    if (target && this.#mayEndAt(target)) this.#finish(target);
    else if (inPanel) return false;
    else this.#telling.announce("Go to another passage first, with j and k.");
    return true;
  }

  change(link: HTMLElement): void {
    this.#dialogs.open("work-tie", { id: link.dataset["link"]!, token: link.dataset["token"]!, kind: link.dataset["kind"]! }, wordsOf(link));
  }

  comment(link: HTMLElement): void {
    this.#dialogs.open("work-note", { passage: "", link: link.dataset["link"]! }, wordsOf(link));
  }

  #choose(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    const target = targetAt(event.target);
    if (!target || !this.#mayEndAt(target)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#finish(target);
  }

  #drag(event: PointerEvent): void {
    if (!(event.target instanceof Element)) return;
    const from = event.target.closest("[data-link-handle]")?.closest<HTMLElement>("[data-note]")?.dataset["note"];
    if (!from) return;
    let moved = false;
    const move = (at: PointerEvent) => {
      if (!moved && Math.hypot(at.clientX - event.clientX, at.clientY - event.clientY) < 8) return;
      moved = true;
      this.#reader.classList.add("linking");
      this.#aim(document.elementFromPoint(at.clientX, at.clientY));
    };
    const drop = (at: PointerEvent) => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", drop);
      if (!moved) return;
      // Before the note closes again that has opened under the pointer.
      const under = document.elementFromPoint(at.clientX, at.clientY);
      this.#aim(null);
      this.#reader.classList.remove("linking");
      swallowClick();
      const target = under && targetAt(under);
      this.#from = from;
      if (target && this.#mayEndAt(target)) this.#finish(target);
      else this.stop();
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", drop);
  }

  #aim(element: Element | null): void {
    for (const aimed of this.#reader.querySelectorAll(".aimed")) aimed.classList.remove("aimed");
    element?.closest("[data-link], [data-passage], [data-note]")?.classList.add("aimed");
  }

  #mayEndAt(target: Target): boolean {
    return this.#from !== null && (target.passage !== this.#from || target.link !== undefined);
  }

  /** Whoever bears on a passage may mean one of its links; the form offers them. */
  #finish(target: Target): void {
    const from = this.#from!;
    this.stop();
    const [start, note] = [noteOf(this.#reader, from), noteOf(this.#reader, target.passage)];
    if (!start || !note) return this.#telling.say("One of the two passages is not there any more. Choose again.", false);
    const links = [...note.querySelectorAll<HTMLElement>("[data-link]")].map((link) => new Option(`its link: ${wordsOf(link)}`, link.dataset["link"]));
    const itself = target.passage === from ? [] : [new Option(`the passage: ${quoteOf(note)}`, "")];
    document.querySelector("#work-link-onto")!.replaceChildren(...itself, ...links);
    this.#dialogs.open("work-link", { from, to: target.passage, toLink: target.link ?? "" }, quoteOf(start));
  }
}

function targetAt(element: Element): Target | null {
  const link = element.closest<HTMLElement>("[data-link]")?.dataset["link"];
  const passage = element.closest<HTMLElement>("[data-passage]")?.dataset["passage"] ?? element.closest<HTMLElement>("[data-note]")?.dataset["note"];
  return passage ? { passage, ...(link ? { link } : {}) } : null;
}

const wordsOf = (link: HTMLElement): string => link.querySelector("[data-link-words]")?.textContent?.trim() ?? "";

/** The click that follows a drag belongs to it. Where both ends lie on different elements, browsers send none. */
function swallowClick(): void {
  const swallow = (click: Event) => {
    click.preventDefault();
    click.stopPropagation();
  };
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }));
}
