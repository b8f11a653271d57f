/** What a tab keeps for one person on one essay, over a reload. */
export class Kept<T> {
  readonly #key: string;
  #value: T;

  constructor(reader: HTMLElement, what: string, none: T) {
    this.#key = [what, reader.dataset["document"], reader.dataset["person"]].join(":");
    const stored = sessionStorage.getItem(this.#key);
    this.#value = stored === null ? none : (JSON.parse(stored) as T);
  }

  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    this.#value = value;
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(value));
    } catch {
      // No room left; it is kept as long as the page.
    }
  }
}
