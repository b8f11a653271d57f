/** The changes that this page makes: one after another, however fast the keys are, and known as its own. */
export class Turns {
  readonly #own = new Set<number>();
  #last: Promise<unknown> = Promise.resolve();

  /** Starts when everything before has been answered and shown, so that it begins from what is there then. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  made(change: number): void {
    this.#own.add(change);
  }

  isOwn(change: number): boolean {
    return this.#own.has(change);
  }
}
