import { chooseVersion } from "./dialogs";
import { dropDrafts, refresh, type Drafts } from "./freshness";
import { fieldsOf, post } from "./posting";
import type { Telling } from "./telling";
import { Tokens } from "./tokens";
import type { Turns } from "./turns";

const undoKey = "changes";
const undoAddress = "/edit/changes/undo";

/** What a person does to the essay: sent, shown, settled where two collide, and taken back. */
export class Changes {
  readonly #reader: HTMLElement;
  readonly #turns: Turns;
  readonly #telling: Telling;
  readonly tokens = new Tokens();

  constructor(reader: HTMLElement, turns: Turns, telling: Telling) {
    this.#reader = reader;
    this.#turns = turns;
    this.#telling = telling;
  }

  /**
   * Gives the id of what was made or changed; null when nothing was.
   * @param fields What to send, read when its turn comes; null when there turns out to be nothing to do. A token among
   * them is that of the row as the person saw it, and so is read when the key is pressed.
   * @param drafts What is written in the form that the fields come from; it is dropped when they are stored.
   */
  send(address: string, fields: () => FormData | null, drafts: Drafts = new Map()): Promise<number | null> {
    return this.#turns.take(async () => {
      const now = fields();
      if (!now) return null;
      const token = now.get("token");
      if (typeof token === "string") now.set("token", this.tokens.follow(token) ?? token);
      return this.#send(address, now, drafts);
    });
  }

  async undo(): Promise<void> {
    await this.send(undoAddress, () => {
      const change = changesSoFar().at(-1);
      if (change !== undefined) return fieldsOf({ change });
      this.#telling.refuse("There is nothing of yours to undo here. The history has everything else.");
      return null;
    });
  }

  async #send(address: string, fields: FormData, drafts: Drafts): Promise<number | null> {
    const outcome = await post(address, fields);
    if (outcome.state === "collision" && outcome.token) {
      await refresh(this.#reader);
      if (!(await chooseVersion(outcome))) {
        this.#telling.refuse("Kept what is there.");
        return null;
      }
      fields.set("token", outcome.token);
      return this.#send(address, fields, drafts);
    }
    const undoes = address === undoAddress;
    // Without an answer the change still waits to be taken back.
    if (undoes && outcome.state !== "unanswered") forget(Number(fields.get("change")));
    if (outcome.state !== "done" || outcome.change === null) {
      this.#telling.refuse(outcome.message);
      return outcome.state === "unchanged" ? outcome.id : null;
    }
    this.#turns.made(outcome.change);
    this.tokens.keep(outcome.tokens);
    if (!undoes) remember(outcome.change);
    const shown = await refresh(this.#reader, drafts);
    dropDrafts(drafts);
    this.#telling.say(shown ? outcome.message : `${outcome.message}. Reload the page to see it.`, !undoes);
    return outcome.id;
  }
}

/** The changes of this session, so that Ctrl+Z goes on after a reload. */
const changesSoFar = (): number[] => JSON.parse(sessionStorage.getItem(undoKey) ?? "[]") as number[];

const store = (changes: number[]): void => sessionStorage.setItem(undoKey, JSON.stringify(changes.slice(-200)));

const remember = (change: number): void => store([...changesSoFar(), change]);

const forget = (change: number): void => store(changesSoFar().filter((one) => one !== change));
