/** What the page says: to a screen reader, and to everybody in a line at the foot. */
export class Telling {
  readonly #live = document.querySelector<HTMLElement>("[data-announce]");
  readonly #toast = document.querySelector<HTMLElement>("[data-toast]");
  readonly #banner = document.querySelector<HTMLElement>("[data-banner]");
  readonly #waits = new Map<string, string>();
  #timer = 0;

  announce(words: string): void {
    if (this.#live) write(this.#live, words);
  }

  /** Why a person's own change was not made. Also in the dialog that is open, because it makes the rest of the page inert. */
  refuse(words: string): void {
    this.say(words, false);
    const line = [...document.querySelectorAll<HTMLElement>("dialog[open] [data-refusal]")].at(-1);
    if (line) write(line, line.closest("form")!.inert ? words : `What you sent before: ${words}`);
  }

  /** @param undoable Whether to offer to take it back. */
  say(words: string, undoable: boolean): void {
    this.announce(words);
    if (!this.#toast) return;
    this.#toast.querySelector("[data-toast-words]")!.textContent = words;
    this.#toast.querySelector<HTMLElement>("[data-undo]")!.hidden = !undoable;
    this.#toast.hidden = false;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => (this.#toast!.hidden = true), 12_000);
  }

  /** Stays until it is taken away: what the page waits for. Of several things the one that was last begun is shown. */
  wait(what: "link" | "pieces", words: string | null): void {
    this.#waits.delete(what);
    if (words !== null) this.#waits.set(what, words);
    if (!this.#banner) return;
    this.#banner.hidden = this.#waits.size === 0;
    this.#banner.querySelector("[data-banner-words]")!.textContent = [...this.#waits.values()].at(-1) ?? "";
  }
}

/** The same words twice would not be read twice. */
function write(line: HTMLElement, words: string): void {
  line.textContent = "";
  setTimeout(() => (line.textContent = words), 30);
}
