/** From which token to which a change has led a row; null before where the change made it, after where it removed it. */
export interface TokenStep {
  before: string | null;
  after: string | null;
}

/**
 * Where one's own changes have led the rows that the page showed. What is done on an older state goes on from the newer
 * one as far as only one's own changes lie between; what others changed is no step here, so that the server notices.
 */
export class Tokens {
  readonly #next = new Map<string, string | null>();
  readonly #made: string[] = [];

  keep(steps: TokenStep[]): void {
    for (const { before, after } of steps) {
      if (before !== null) this.#next.set(before, after);
      else if (after !== null) this.#made.push(after);
    }
  }

  /** @returns Null where one's own change has removed the row. */
  follow(token: string): string | null {
    let last: string | null = token;
    for (let next = this.#next.get(token); next !== undefined; next = last === null ? undefined : this.#next.get(last)) last = next;
    return last;
  }

  /** Whether who saw these rows, in this order, knows the one as the first of them now. */
  isFirst(token: string, seen: string[]): boolean {
    const first = seen.map((one) => this.follow(one)).find((one) => one !== null);
    return token === first || this.#made.some((one) => this.follow(one) === token);
  }
}
