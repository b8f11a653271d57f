import type { Changes } from "./changes";
import type { Dialogs } from "./dialogs";
import { Handles } from "./handles";
import { offsetOf, wordEdge, type Span } from "./offsets";
import { fieldsOf } from "./posting";
import type { Telling } from "./telling";

/** What is done to the selected passage. Everything that is known of a passage is on its note in the panel. */
export class Passages {
  readonly #reader: HTMLElement;
  readonly #essay: HTMLElement;
  readonly #changes: Changes;
  readonly #telling: Telling;
  readonly #dialogs: Dialogs;
  readonly #handles: Handles;

  constructor(reader: HTMLElement, essay: HTMLElement, changes: Changes, telling: Telling, dialogs: Dialogs) {
    this.#reader = reader;
    this.#essay = essay;
    this.#changes = changes;
    this.#telling = telling;
    this.#dialogs = dialogs;
    this.#handles = new Handles(essay, (span) => {
      const note = this.selected;
      if (note) void this.#resize(note, () => span);
    });
  }

  get selected(): HTMLElement | null {
    const id = this.#reader.dataset["selected"];
    return id ? this.#reader.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`) : null;
  }

  /** Puts the ways to change the selected passage, its links and its ends beside it. */
  show(): void {
    const note = this.selected;
    for (const ways of this.#reader.querySelectorAll(".note-ways, .link-ways")) if (!note?.contains(ways)) ways.remove();
    if (note && !note.querySelector(".note-ways")) {
      note.querySelector(".note-more")!.prepend(copyOf("note-ways"));
      for (const link of note.querySelectorAll("[data-link][data-token]")) link.append(copyOf("link-ways"));
    }
    this.#handles.show(note ? spanOf(note) : null);
  }

  /** Lets the keys go on in the panel. */
  enterPanel(): void {
    this.selected?.querySelector<HTMLElement>(".note-ways button")?.focus();
  }

  decide(note: HTMLElement, status: string): void {
    const fields = fieldsOf({ ...stateOf(note), status });
    void this.#changes.send("/edit/passages/decide", () => fields);
  }

  edit(note: HTMLElement): void {
    const labels = JSON.parse(note.dataset["labels"] ?? "{}") as Record<string, string | boolean>;
    this.#dialogs.open("work-labels", { ...labels, ...stateOf(note) }, quoteOf(note));
  }

  comment(note: HTMLElement): void {
    this.#dialogs.open("work-note", { passage: note.dataset["note"]!, link: "" }, quoteOf(note));
  }

  theme(id: string): void {
    const note = noteOf(this.#reader, id);
    if (note) this.#dialogs.open("work-theme", stateOf(note), quoteOf(note));
  }

  split(note: HTMLElement): void {
    const selection = getSelection();
    const at = selection?.focusNode && this.#essay.contains(selection.focusNode) ? offsetOf(selection.focusNode, selection.focusOffset) : null;
    const span = spanOf(note);
    if (at === null || at <= span.start || at >= span.end) {
      return this.#telling.say("Place the caret where the second part begins: click there, or press Tab to the essay and use the arrows. Then split.", false);
    }
    // The nearest word that begins within the passage, so that no word is torn.
    const inside = [wordEdge(this.#essay, at + 1, -1, "start"), wordEdge(this.#essay, at - 1, 1, "start")]
      .filter((edge) => edge > span.start && edge < span.end)
      .sort((one, other) => Math.abs(one - at) - Math.abs(other - at));
    if (inside[0] === undefined) return this.#telling.say("This passage is a single word and cannot be split.", false);
    const fields = fieldsOf({ ...stateOf(note), at: inside[0] });
    void this.#changes.send("/edit/passages/split", () => fields);
  }

  merge(note: HTMLElement): void {
    const state = stateOf(note);
    const seen = this.#after(note).map((one) => stateOf(one).token);
    void this.#changes.send("/edit/passages/merge", () => {
      const next = this.#after(this.#now(note)).map(stateOf)[0];
      if (next && this.#changes.tokens.isFirst(next.token, seen)) return fieldsOf({ ...state, other: `${next.id}:${next.token}` });
      this.#telling.say(next ? "Somebody has changed the passage after this one. Look at it, then merge again." : "There is no passage after this one to merge it with.", false);
      return null;
    });
  }

  /** Alt with an arrow moves the end of the selected passage by a word; with Shift its beginning. */
  nudge(event: KeyboardEvent): void {
    const note = this.selected;
    if (!note) return;
    event.preventDefault();
    const [edge, step] = [event.shiftKey ? "start" : "end", event.key === "ArrowRight" ? 1 : -1] as const;
    void this.#resize(note, (span) => ({ ...span, [edge]: wordEdge(this.#essay, span[edge], step, edge) }));
  }

  async #resize(note: HTMLElement, to: (span: Span) => Span): Promise<void> {
    const state = stateOf(note);
    await this.#changes.send("/edit/passages/resize", () => {
      const span = to(spanOf(this.#now(note)));
      return span.start < span.end ? fieldsOf({ ...state, ...span }) : null;
    });
    this.show();
  }

  /** The note as it stands on the page now, which changes replace; the given one when its passage is gone. */
  #now(note: HTMLElement): HTMLElement {
    return noteOf(this.#reader, note.dataset["note"]!) ?? note;
  }

  /** The notes that follow; none when the passage is gone. */
  #after(note: HTMLElement): HTMLElement[] {
    const notes = [...this.#reader.querySelectorAll<HTMLElement>("[data-note]")];
    const here = notes.indexOf(note);
    return here < 0 ? [] : notes.slice(here + 1);
  }
}

export const noteOf = (reader: HTMLElement, id: string): HTMLElement | null =>
  reader.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`);

export const spanOf = (note: HTMLElement): Span => ({ start: Number(note.dataset["start"]), end: Number(note.dataset["end"]) });

export const quoteOf = (note: HTMLElement): string => note.querySelector(".note-words span")?.textContent ?? "";

const stateOf = (note: HTMLElement) => ({ id: note.dataset["note"]!, token: note.dataset["token"]! });

const copyOf = (template: string) => document.querySelector<HTMLTemplateElement>(`template[data-${template}]`)!.content.cloneNode(true);
