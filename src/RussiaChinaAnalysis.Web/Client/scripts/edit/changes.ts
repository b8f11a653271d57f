import { chooseVersion } from "./dialogs";
import { refresh } from "./freshness";
import { fieldsOf, post } from "./posting";
import type { Telling } from "./telling";

const undoKey = "changes";

/** What a person does to the essay: sent, shown, settled where two collide, and taken back. */
export class Changes {
  readonly #reader: HTMLElement;
  readonly #own: Set<number>;
  readonly #telling: Telling;

  /** @param own The changes of this page, so that they are not told as those of others. */
  constructor(reader: HTMLElement, own: Set<number>, telling: Telling) {
    this.#reader = reader;
    this.#own = own;
    this.#telling = telling;
  }

  /**
   * Gives the id of what was made or changed; null when nothing was.
   * @param form What the fields come from; it is emptied when they are stored.
   */
  async send(address: string, fields: FormData, form?: HTMLFormElement): Promise<number | null> {
    const outcome = await post(address, fields);
    if (outcome.state === "collision" && outcome.token) {
      await refresh(this.#reader);
      if (!(await chooseVersion(outcome))) {
        this.#telling.say("Kept what is there.", false);
        return null;
      }
      fields.set("token", outcome.token);
      return this.send(address, fields, form);
    }
    if (outcome.state !== "done" || outcome.change === null) {
      this.#telling.say(outcome.message, false);
      return outcome.state === "unchanged" ? outcome.id : null;
    }
    const undoes = address.endsWith("/undo");
    this.#own.add(outcome.change);
    if (!undoes) remember(outcome.change);
    form?.reset();
    await refresh(this.#reader);
    this.#telling.say(outcome.message, !undoes);
    return outcome.id;
  }

  async undo(): Promise<void> {
    const change = lastChange();
    if (change === null) return this.#telling.say("There is nothing of yours to undo here. The history has everything else.", false);
    await this.send("/edit/changes/undo", fieldsOf({ change }));
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
