import { offerCaret } from "./caret";
import { chooseVersion, openForm, setPieces } from "./dialogs";
import { focusSign, refresh } from "./freshness";
import { Handles, preview } from "./handles";
import { followOthers } from "./live";
import { offsetOf, rangeOf, wordEdge, wordsOf, type Span } from "./offsets";
import { fieldsOf, post } from "./posting";
import { SelectBar } from "./selectbar";
import { Telling } from "./telling";

/** Makes the reader a place to work, for those who may. */
export function workOnEssay(): void {
  const reader = document.querySelector<HTMLElement>("[data-reader]");
  if (!reader) return;
  const own = new Set<number>();
  const telling = new Telling();
  if (reader.dataset["edits"]) new Workbench(reader, own, telling).start();
  followOthers(reader, own, telling);
}

const undoKey = "changes";

class Workbench {
  readonly #reader: HTMLElement;
  readonly #essay: HTMLElement;
  readonly #own: Set<number>;
  readonly #telling: Telling;
  readonly #bar: SelectBar;
  readonly #handles: Handles;
  #linkFrom: string | null = null;
  #pieces: Span[] = [];

  constructor(reader: HTMLElement, own: Set<number>, telling: Telling) {
    this.#reader = reader;
    this.#essay = reader.querySelector<HTMLElement>("[data-essay]")!;
    this.#own = own;
    this.#telling = telling;
    this.#bar = new SelectBar(this.#essay);
    this.#handles = new Handles(this.#essay, (span) => void this.#resize(span));
  }

  start(): void {
    offerCaret(this.#essay);
    // The capture phase, because a link is being chosen before a passage is selected.
    document.addEventListener("click", (event) => this.#chooseTarget(event), true);
    document.addEventListener("click", (event) => this.#press(event));
    document.addEventListener("keydown", (event) => this.#key(event), true);
    document.addEventListener("submit", (event) => this.#submit(event));
    this.#reader.addEventListener("passage:select", () => this.#show());
    this.#reader.addEventListener("reader:fresh", () => this.#show());
    this.#reader.addEventListener("pointerdown", (event) => this.#dragLink(event));
    this.#show();
  }

  /** The note of the selected passage; everything that is known of the passage is on it. */
  get #note(): HTMLElement | null {
    const id = this.#reader.dataset["selected"];
    return id ? this.#reader.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`) : null;
  }

  #show(): void {
    const note = this.#note;
    for (const ways of this.#reader.querySelectorAll(".note-ways")) if (!note?.contains(ways)) ways.remove();
    if (note && !note.querySelector(".note-ways")) {
      const ways = document.querySelector<HTMLTemplateElement>("template[data-note-ways]")!.content.cloneNode(true);
      note.querySelector(".note-more")!.prepend(ways);
    }
    this.#handles.show(note ? spanOf(note) : null);
  }

  #press(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest("[data-undo]")) return void this.#undo();
    if (event.target.closest("[data-banner-cancel]")) return this.#stopWaiting();
    const button = event.target.closest<HTMLElement>("[data-do]");
    if (!button) return;
    event.preventDefault();
    this.#do(button.dataset["do"]!, button.closest("[data-select-bar]") !== null);
  }

  /** @param onWords Whether it is about the selected words, not about the selected passage. */
  #do(what: string, onWords: boolean): void {
    const words = onWords ? this.#bar.span : null;
    const note = this.#note;
    if (words) {
      switch (what) {
        case "comment":
          return this.#comment(words);
        case "claim":
        case "evidence":
          return void this.#create(words, what === "claim" ? "Claim" : "Evidence");
        case "theme":
          return void this.#createThen(words, (id) => this.#theme(id));
        case "link":
          return void this.#createThen(words, (id) => this.#startLink(id));
        case "piece":
          return this.#addPiece(words);
      }
    }
    if (!note) return this.#telling.announce("Select a passage first: j and k move from one to the next.");
    switch (what) {
      case "accept":
        return void this.#decide(note, "Accepted");
      case "reject":
        return void this.#decide(note, "Rejected");
      case "edit":
        return this.#edit(note);
      case "comment":
        openForm("work-note", null, { passage: note.dataset["note"]! }, quoteOf(note));
        return setPieces(document.querySelector("#work-note form[data-edit]")!, []);
      case "theme":
        return this.#theme(note.dataset["note"]!);
      case "link":
        return this.#startLink(note.dataset["note"]!);
      case "split":
        return void this.#split(note);
      case "merge":
        return void this.#merge(note);
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.defaultPrevented || document.querySelector("dialog[open]") || isTyping(event.target)) return;
    if (event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault();
      return void this.#undo();
    }
    if (event.key === "Escape") return this.#stopWaiting();
    if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) return this.#nudge(event);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && this.#linkFrom && this.#reader.dataset["selected"] && this.#reader.dataset["selected"] !== this.#linkFrom) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return this.#finishLink({ to: this.#reader.dataset["selected"] });
    }
    const what = keys[event.key];
    if (!what) return;
    event.preventDefault();
    this.#do(what, this.#bar.span !== null);
  }

  /** Alt with an arrow moves the end of the selected passage by a word; with Shift its beginning. */
  #nudge(event: KeyboardEvent): void {
    const note = this.#note;
    if (!note) return;
    event.preventDefault();
    const [edge, step] = [event.shiftKey ? "start" : "end", event.key === "ArrowRight" ? 1 : -1] as const;
    const span = spanOf(note);
    span[edge] = wordEdge(this.#essay, span[edge], step, edge);
    if (span.start < span.end) void this.#resize(span);
  }

  #comment(words: Span): void {
    const spans = [...this.#pieces, words].sort((one, other) => one.start - other.start);
    const form = openForm("work-note", null, { passage: "" }, spans.map((span) => wordsOf(this.#essay, span)).join(" … "));
    setPieces(form, spans.flatMap((span): [string, number][] => [["start", span.start], ["end", span.end]]));
  }

  /** Keeps the words, so that a note can be about several that do not stand together. */
  #addPiece(words: Span): void {
    this.#pieces.push(words);
    this.#bar.hide();
    this.#telling.wait(`${this.#pieces.length} kept. Select more words, then choose “Comment”.`);
    preview(rangeOf(this.#essay, words));
  }

  async #create(words: Span, role: string): Promise<number | null> {
    const outcome = await this.#send("/edit/passages/create", fieldsOf({ document: this.#reader.dataset["document"]!, start: words.start, end: words.end, role }));
    this.#bar.hide();
    return outcome ? this.#select(outcome) : null;
  }

  /** A theme or a link belongs to a passage; words that are none yet become a claim. */
  async #createThen(words: Span, next: (id: string) => void): Promise<void> {
    const same = [...this.#reader.querySelectorAll<HTMLElement>("[data-note]")].find((note) => {
      const span = spanOf(note);
      return span.start <= words.start && words.end <= span.end;
    });
    if (same) {
      this.#bar.hide();
      return next(same.dataset["note"]!);
    }
    const id = await this.#create(words, "Claim");
    if (id !== null) next(String(id));
  }

  #select(id: number): number {
    this.#reader.dispatchEvent(new CustomEvent("passage:show", { detail: String(id) }));
    return id;
  }

  async #decide(note: HTMLElement, status: string): Promise<void> {
    await this.#send("/edit/passages/decide", fieldsOf({ id: note.dataset["note"]!, token: note.dataset["token"]!, status }));
  }

  #edit(note: HTMLElement): void {
    const labels = JSON.parse(note.dataset["labels"] ?? "{}") as Record<string, string | boolean>;
    openForm("work-labels", null, { ...labels, id: note.dataset["note"]!, token: note.dataset["token"]! }, quoteOf(note));
  }

  #theme(id: string): void {
    const note = this.#reader.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`);
    if (note) openForm("work-theme", null, { id, token: note.dataset["token"]! }, quoteOf(note));
  }

  async #resize(span: Span): Promise<void> {
    const note = this.#note;
    if (note) await this.#send("/edit/passages/resize", fieldsOf({ id: note.dataset["note"]!, token: note.dataset["token"]!, ...span }));
    this.#show();
  }

  async #split(note: HTMLElement): Promise<void> {
    const selection = getSelection();
    const at = selection?.focusNode && this.#essay.contains(selection.focusNode) ? offsetOf(selection.focusNode, selection.focusOffset) : null;
    const span = spanOf(note);
    if (at === null || at <= span.start || at >= span.end) {
      return this.#telling.say("Place the caret where the second part begins: click there, or press Tab to the essay and use the arrows. Then press s.", false);
    }
    // The nearest word that begins within the passage, so that no word is torn.
    const [before, after] = [wordEdge(this.#essay, at + 1, -1, "start"), wordEdge(this.#essay, at - 1, 1, "start")];
    const inside = [before, after].filter((edge) => edge > span.start && edge < span.end).sort((one, other) => Math.abs(one - at) - Math.abs(other - at));
    if (inside[0] === undefined) return this.#telling.say("This passage is a single word and cannot be split.", false);
    await this.#send("/edit/passages/split", fieldsOf({ id: note.dataset["note"]!, token: note.dataset["token"]!, at: inside[0] }));
  }

  async #merge(note: HTMLElement): Promise<void> {
    const notes = [...this.#reader.querySelectorAll<HTMLElement>("[data-note]")];
    const next = notes[notes.indexOf(note) + 1];
    if (!next) return this.#telling.say("There is no passage after this one to merge it with.", false);
    await this.#send("/edit/passages/merge", fieldsOf({ id: note.dataset["note"]!, token: note.dataset["token"]!, other: next.dataset["note"]! }));
  }

  #startLink(id: string): void {
    this.#linkFrom = id;
    this.#reader.classList.add("linking");
    const words = "Choose what this passage bears on: click it, or go there with j and k and press Enter. A link in the panel can be chosen too.";
    this.#telling.wait(words);
    this.#telling.announce(words);
  }

  #chooseTarget(event: MouseEvent): void {
    if (!this.#linkFrom || !(event.target instanceof Element)) return;
    const target = targetAt(event.target);
    if (!target || target.to === this.#linkFrom) return;
    event.preventDefault();
    event.stopPropagation();
    this.#finishLink(target);
  }

  /** From the link button, or from a passage's sign, to another passage or to a link. */
  #dragLink(event: PointerEvent): void {
    if (!(event.target instanceof Element)) return;
    const handle = event.target.closest("[data-link-handle]");
    const from = handle?.closest<HTMLElement>("[data-note]")?.dataset["note"];
    if (!from) return;
    let moved = false;
    const move = (at: PointerEvent) => {
      if (!moved && Math.hypot(at.clientX - event.clientX, at.clientY - event.clientY) < 8) return;
      moved = true;
      this.#reader.classList.add("linking");
      for (const aimed of this.#reader.querySelectorAll(".aimed")) aimed.classList.remove("aimed");
      const under = document.elementFromPoint(at.clientX, at.clientY);
      under?.closest("[data-passage], [data-note], [data-link]")?.classList.add("aimed");
    };
    const drop = (at: PointerEvent) => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", drop);
      for (const aimed of this.#reader.querySelectorAll(".aimed")) aimed.classList.remove("aimed");
      if (!moved) return;
      this.#reader.classList.remove("linking");
      // The click that follows belongs to the dragging.
      addEventListener("click", (click) => { click.preventDefault(); click.stopPropagation(); }, { capture: true, once: true });
      setTimeout(() => dispatchEvent(new Event("drag:over")));
      const under = document.elementFromPoint(at.clientX, at.clientY);
      const target = under && targetAt(under);
      if (!target || target.to === from) return;
      this.#linkFrom = from;
      this.#finishLink(target);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", drop);
  }

  #finishLink(target: Target): void {
    const from = this.#linkFrom!;
    this.#stopWaiting();
    const words = (id: string) => quoteOf(this.#reader.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`)!);
    const form = openForm("work-link", null, { from, to: target.to ?? "", toLink: target.toLink ?? "" }, words(from));
    form.querySelector("[data-target]")!.textContent = target.to ? words(target.to) : target.words ?? "";
  }

  #stopWaiting(): void {
    this.#linkFrom = null;
    this.#pieces = [];
    preview(null);
    this.#reader.classList.remove("linking");
    this.#telling.wait(null);
  }

  #submit(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches("form[data-edit]") || !this.#reader.parentElement?.contains(form)) return;
    event.preventDefault();
    const fields = new FormData(form);
    void this.#send(form.getAttribute("action")!, fields).then((id) => {
      if (id === null) return;
      form.closest("dialog")?.close();
      const selected = this.#reader.dataset["selected"];
      if (selected && form.closest("dialog")) focusSign(this.#reader, selected);
      if (form.matches("#work-note form")) {
        this.#stopWaiting();
        this.#bar.hide();
      }
    });
  }

  /** Gives the id of what was made or changed; null when nothing was. */
  async #send(address: string, fields: FormData): Promise<number | null> {
    const outcome = await post(address, fields);
    if (outcome.state === "collision" && outcome.token) {
      await refresh(this.#reader);
      if (!(await chooseVersion(outcome))) {
        this.#telling.say("Kept what is there.", false);
        return null;
      }
      fields.set("token", outcome.token);
      return this.#send(address, fields);
    }
    if (outcome.state !== "done" || outcome.change === null) {
      this.#telling.say(outcome.message, false);
      return outcome.state === "unchanged" ? outcome.id : null;
    }
    this.#own.add(outcome.change);
    if (!address.endsWith("/undo")) remember(outcome.change);
    await refresh(this.#reader);
    this.#telling.say(outcome.message, !address.endsWith("/undo"));
    return outcome.id;
  }

  async #undo(): Promise<void> {
    const change = lastChange();
    if (change === null) return this.#telling.say("There is nothing of yours to undo here. The history has everything else.", false);
    await this.#send("/edit/changes/undo", fieldsOf({ change }));
  }
}

interface Target {
  to?: string;
  toLink?: string;
  words?: string;
}

function targetAt(element: Element): Target | null {
  const link = element.closest<HTMLElement>("[data-link]");
  if (link) return { toLink: link.dataset["link"]!, words: link.textContent?.trim() ?? "" };
  const passage = element.closest<HTMLElement>("[data-passage]")?.dataset["passage"] ?? element.closest<HTMLElement>("[data-note]")?.dataset["note"];
  return passage ? { to: passage } : null;
}

const keys: Record<string, string> = {
  a: "accept", x: "reject", e: "edit", c: "comment", l: "link", s: "split", m: "merge", t: "theme",
};

const spanOf = (note: HTMLElement): Span => ({ start: Number(note.dataset["start"]), end: Number(note.dataset["end"]) });

const quoteOf = (note: HTMLElement): string => note.querySelector(".note-words span")?.textContent ?? "";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

/** The changes of this session, so that Ctrl+Z goes on after a reload. */
function remember(change: number): void {
  const all = JSON.parse(sessionStorage.getItem(undoKey) ?? "[]") as number[];
  sessionStorage.setItem(undoKey, JSON.stringify([...all, change].slice(-200)));
}

function lastChange(): number | null {
  const all = JSON.parse(sessionStorage.getItem(undoKey) ?? "[]") as number[];
  const last = all.pop();
  sessionStorage.setItem(undoKey, JSON.stringify(all));
  return last ?? null;
}
