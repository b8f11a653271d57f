import { chooseVersion } from "./collision";
import { refresh } from "./freshness";
import { Kept } from "./kept";
import { fieldsOf, post } from "./posting";
import type { Telling } from "./telling";
import { Tokens } from "./tokens";
import type { Turns } from "./turns";
import { dropTexts, type Texts } from "./written";

const undoAddress = "/edit/changes/undo";

/** What a person does to the essay: sent, shown, settled where two collide, and taken back. */
export class Changes {
  readonly #reader: HTMLElement;
  readonly #turns: Turns;
  readonly #telling: Telling;
  readonly tokens = new Tokens();
  /** Those of this session, so that Ctrl+Z goes on after a reload. */
  readonly #made: Kept<number[]>;

  constructor(reader: HTMLElement, turns: Turns, telling: Telling) {
    this.#reader = reader;
    this.#turns = turns;
    this.#telling = telling;
    this.#made = new Kept<number[]>(reader, "changes", []);
  }

  /**
   * Gives the id of what was made or changed; null when nothing was.
   * @param fields What to send, read when its turn comes; null when there turns out to be nothing to do. A token among
   * them is that of the row as the person saw it, and so is read when the key is pressed.
   * @param texts What is written in the form that the fields come from; it is dropped when they are stored.
   */
  send(address: string, fields: () => FormData | null, texts: Texts = new Map()): Promise<number | null> {
    return this.#turns.take(async () => {
      const now = fields();
      if (!now) return null;
      const token = now.get("token");
      if (typeof token === "string") now.set("token", this.tokens.follow(token) ?? token);
      return this.#send(address, now, texts);
    });
  }

  async undo(): Promise<void> {
    await this.send(undoAddress, () => {
      const change = this.#made.value.at(-1);
      if (change !== undefined) return fieldsOf({ change });
      this.#telling.refuse("There is nothing of yours to undo here. The history has everything else.");
      return null;
    });
  }

  async #send(address: string, fields: FormData, texts: Texts): Promise<number | null> {
    const outcome = await post(address, fields);
    if (outcome.state === "collision" && outcome.token) {
      await refresh(this.#reader);
      if (!(await chooseVersion(outcome))) {
        this.#telling.refuse("Kept what is there.");
        return null;
      }
      fields.set("token", outcome.token);
      return this.#send(address, fields, texts);
    }
    if (outcome.state === "unknown") {
      const looked = await refresh(this.#reader);
      this.#telling.refuse(`${outcome.message} ${looked ? "The page shows what is there now; look" : "Reload the page and look"} before you repeat it.`);
      return null;
    }
    const undoes = address === undoAddress;
    // Without an answer the change still waits to be taken back.
    if (undoes && outcome.state !== "unanswered") this.#forget(Number(fields.get("change")));
    if (outcome.state !== "done" || outcome.change === null) {
      this.#telling.refuse(outcome.message);
      return outcome.state === "unchanged" ? outcome.id : null;
    }
    this.#turns.made(outcome.change);
    this.tokens.keep(outcome.tokens);
    if (!undoes) this.#made.value = [...this.#made.value, outcome.change].slice(-200);
    const shown = await refresh(this.#reader, texts);
    dropTexts(texts);
    this.#telling.say(shown ? outcome.message : `${outcome.message}. Reload the page to see it.`, !undoes);
    return outcome.id;
  }

  #forget(change: number): void {
    this.#made.value = this.#made.value.filter((one) => one !== change);
  }
}
