import type { Changes } from "./changes";
import type { Dialogs, Pieces } from "./dialogs";
import { focusSign } from "./focus";
import { preview } from "./handles";
import { rangeOf, versionOf, wholeWords, withoutBlanks, wordsOf, type Span } from "./offsets";
import { spanOf } from "./passages";
import { fieldsOf } from "./posting";
import type { SelectBar } from "./selectbar";
import type { Telling } from "./telling";

/** What is done with selected words that are no passage yet. */
export class Words {
  readonly #reader: HTMLElement;
  readonly #essay: HTMLElement;
  readonly #changes: Changes;
  readonly #bar: SelectBar;
  readonly #telling: Telling;
  readonly #dialogs: Dialogs;
  #pieces: Span[] = [];
  /** Of the text that the pieces were selected in; another version may come in before the note is written. */
  #version = "";

  constructor(reader: HTMLElement, essay: HTMLElement, changes: Changes, bar: SelectBar, telling: Telling, dialogs: Dialogs) {
    this.#reader = reader;
    this.#essay = essay;
    this.#changes = changes;
    this.#bar = bar;
    this.#telling = telling;
    this.#dialogs = dialogs;
    reader.addEventListener("reader:fresh", () => this.#goOn());
  }

  /** On the pieces that were kept and the words. */
  comment(words: Span): void {
    const spans = [...this.#pieces, words].sort((one, other) => one.start - other.start);
    if (this.#pieces.length === 0) this.#version = this.#bar.version;
    const pieces: Pieces = [["version", this.#version], ...spans.flatMap((span): Pieces => [["start", span.start], ["end", span.end]])];
    this.#dialogs.open("work-note", { passage: "", link: "" }, spans.map((span) => wordsOf(this.#essay, span)).join(" … "), pieces);
  }

  /** Keeps the words, so that a note can be about several that do not stand together. */
  keep(words: Span): void {
    if (this.#pieces.length === 0) this.#version = this.#bar.version;
    this.#pieces.push(words);
    this.#bar.hide();
    this.#tellPieces();
  }

  /** The pieces go along with a note that is sent; others may be kept while it is under way. */
  take(): Span[] {
    const taken = this.#pieces;
    if (taken.length > 0) this.letGo();
    return taken;
  }

  /** The note on them could not be stored. */
  putBack(taken: Span[]): void {
    if (taken.length === 0 || this.#version !== versionOf(this.#reader)) return;
    this.#pieces.unshift(...taken);
    this.#tellPieces();
  }

  letGo(): void {
    this.#pieces = [];
    this.#telling.wait("pieces", null);
    preview();
  }

  async make(words: Span, role: "Claim" | "Evidence"): Promise<number | null> {
    const fields = fieldsOf({ document: this.#reader.dataset["document"]!, version: this.#bar.version, ...wholeWords(this.#essay, words), role });
    const id = await this.#changes.send("/edit/passages/create", () => fields);
    this.#bar.hide();
    if (id !== null) {
      this.#reader.dispatchEvent(new CustomEvent("passage:show", { detail: String(id) }));
      focusSign(this.#reader, String(id));
    }
    return id;
  }

  /** A theme or a link belongs to a passage; words that are none yet become a claim. */
  async makeThen(words: Span, next: (id: string) => void): Promise<void> {
    const { start, end } = withoutBlanks(this.#essay, words);
    const around = [...this.#reader.querySelectorAll<HTMLElement>("[data-note]")].find((note) => {
      const span = spanOf(note);
      return span.start <= start && end <= span.end;
    });
    if (around) {
      this.#bar.hide();
      return next(around.dataset["note"]!);
    }
    const id = await this.make(words, "Claim");
    if (id !== null) next(String(id));
  }

  #tellPieces(): void {
    this.#telling.wait("pieces", `${this.#pieces.length} kept. Select more words, then choose “Comment”.`);
    this.#showPieces();
  }

  #showPieces(): void {
    preview(...this.#pieces.map((span) => rangeOf(this.#essay, span)));
  }

  /** The page has been put in place anew, perhaps with another text. */
  #goOn(): void {
    if (this.#pieces.length === 0) return;
    if (this.#version === versionOf(this.#reader)) return this.#showPieces();
    this.letGo();
    this.#telling.wait("pieces", "A new version of the essay has come in. Select the words again.");
  }
}
