import { chooseVersion } from "./dialogs";
import { refresh } from "./freshness";
import { fieldsOf, post } from "./posting";
import type { Telling } from "./telling";
import type { Turns } from "./turns";

const undoKey = "changes";

/** What a person does to the essay: sent, shown, settled where two collide, and taken back. */
export class Changes {
  readonly #reader: HTMLElement;
  readonly #turns: Turns;
  readonly #telling: Telling;

  constructor(reader: HTMLElement, turns: Turns, telling: Telling) {
    this.#reader = reader;
    this.#turns = turns;
    this.#telling = telling;
  }

  /**
   * Gives the id of what was made or changed; null when nothing was.
   * @param fields What to send, read when its turn comes; null when there turns out to be nothing to do.
   * @param form What the fields come from; it is emptied when they are stored.
   */
  send(address: string, fields: () => FormData | null, form?: HTMLFormElement): Promise<number | null> {
    return this.#turns.take(async () => {
      const now = fields();
      return now && this.#send(address, now, form);
    });
  }

  async undo(): Promise<void> {
    await this.send("/edit/changes/undo", () => {
      const change = lastChange();
      if (change !== null) return fieldsOf({ change });
      this.#telling.say("There is nothing of yours to undo here. The history has everything else.", false);
      return null;
    });
  }

  async #send(address: string, fields: FormData, form?: HTMLFormElement): Promise<number | null> {
    const outcome = await post(address, fields);
    if (outcome.state === "collision" && outcome.token) {
      await refresh(this.#reader);
      if (!(await chooseVersion(outcome))) {
        this.#telling.say("Kept what is there.", false);
        return null;
      }
      fields.set("token", outcome.token);
      return this.#send(address, fields, form);
    }
    if (outcome.state !== "done" || outcome.change === null) {
      this.#telling.say(outcome.message, false);
      return outcome.state === "unchanged" ? outcome.id : null;
    }
    const undoes = address.endsWith("/undo");
    this.#turns.made(outcome.change);
    if (!undoes) remember(outcome.change);
    form?.reset();
    await refresh(this.#reader);
    this.#telling.say(outcome.message, !undoes);
    return outcome.id;
  }
}

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
