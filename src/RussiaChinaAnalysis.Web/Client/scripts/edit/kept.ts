/** What a tab keeps for one person on one essay, over a reload. */
export class Kept<T> {
  readonly #key: string;
  #value: T;

  constructor(reader: HTMLElement, what: string, none: T) {
    this.#key = [what, reader.dataset["document"], reader.dataset["person"]].join(":");
    this.#value = this.#stored() ?? none;
  }

  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    this.#value = value;
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(value));
    } catch {
      // No room left, or none allowed; it is kept as long as the page.
    }
  }

  #stored(): T | null {
    try {
      return JSON.parse(sessionStorage.getItem(this.#key) ?? "null") as T | null;
    } catch {
      return null;
    }
  }
}
