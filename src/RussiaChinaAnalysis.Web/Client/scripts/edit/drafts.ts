import { isSame, type Filled } from "./fields";
import type { Kept } from "./kept";

/** Notes that were begun and are not stored, by what they are about. They outlive the dialog in which they are written. */
export class Drafts {
  readonly #kept: Kept<Record<string, Filled>>;
  /** On their way to the server, with what they are about. They are not offered again while this page waits for the answer, and stay until it has come. */
  readonly #underWay = new Map<Filled, string>();

  constructor(kept: Kept<Record<string, Filled>>) {
    this.#kept = kept;
  }

  of(about: string): Filled | null {
    const draft = this.#kept.value[about];
    return draft && !this.#isUnderWay(about, draft) ? draft : null;
  }

  keep(about: string, draft: Filled): void {
    const { [about]: _, ...others } = this.#kept.value;
    this.#kept.value = isBlank(draft) ? others : { ...others, [about]: draft };
  }

  send(about: string, draft: Filled): void {
    this.#underWay.set(draft, about);
    this.keep(about, draft);
  }

  /** What was begun about the same since stays, and goes on from what could not be stored. */
  arrived(about: string, sent: Filled, stored: boolean): void {
    this.#underWay.delete(sent);
    const now = this.#kept.value[about];
    const newer = now && !isSame(now, sent) ? now : null;
    if (stored && !newer) this.keep(about, {});
    else if (!stored) this.keep(about, newer ? joined(sent, newer) : sent);
  }

  #isUnderWay(about: string, draft: Filled): boolean {
    return [...this.#underWay].some(([sent, on]) => on === about && isSame(sent, draft));
  }
}

const isBlank = (draft: Filled): boolean => String(draft["body"] ?? "").trim() === "";

const joined = (first: Filled, then: Filled): Filled => ({ ...then, private: first["private"] === true || then["private"] === true, body: `${first["body"]}\n\n${then["body"]}` });
