/** Waits between tries that fail, each twice as long as the one before. */
export class Delays {
  readonly #soonest: number;
  readonly #latest: number;
  #next: number;

  /** Both in milliseconds: the first wait, and the longest. */
  constructor(soonest: number, latest: number) {
    this.#soonest = soonest;
    this.#latest = latest;
    this.#next = soonest;
  }

  /** In milliseconds, before the next try. */
  next(): number {
    const delay = this.#next;
    this.#next = Math.min(2 * delay, this.#latest);
    return delay;
  }

  /** After a try that has not failed. */
  reset(): void {
    this.#next = this.#soonest;
  }
}
