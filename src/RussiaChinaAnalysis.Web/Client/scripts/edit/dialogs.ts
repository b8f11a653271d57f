import type { Drafts } from "./drafts";
import { fill, filledIn, isSame, type Filled } from "./fields";

/** Hidden fields in place of those from before. */
export type Pieces = [name: string, value: string | number][];

/** A form of a dialog as it was when it was sent. */
export interface Sent {
  form: HTMLFormElement;
  about: string;
  filled: Filled;
  /** What had the focus. */
  at: Element | null;
}

/** The dialogs in which something is filled in and sent. */
export class Dialogs {
  readonly #drafts: Drafts;
  /** Forms that wait for the answer. */
  readonly #waiting = new Map<HTMLFormElement, Sent>();

  constructor(drafts: Drafts) {
    this.#drafts = drafts;
    document.addEventListener("input", (event) => this.#keep(event.target));
  }

  /**
   * Fields that are not named keep what they have; what was begun about the same thing before is there again. Words are the
   * same thing wherever they stand: in a new version of the essay they may have moved.
   */
  open(id: string, values: Record<string, string | number | boolean>, words: string, pieces: Pieces = []): void {
    const form = document.querySelector<HTMLFormElement>(`#${id} form[data-edit]`)!;
    this.#rest(form, false);
    form.reset();
    for (const [name, value] of Object.entries(values)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = value === true;
      else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) field.value = String(value);
    }
    form.querySelector("[data-pieces]")?.replaceChildren(...pieces.map(hidden));
    form.dataset["about"] = JSON.stringify([id, { ...values, token: undefined }, pieces.length > 0 ? words : ""]);
    fill(form, this.#drafts.of(form.dataset["about"]) ?? {});
    form.querySelector("[data-words]")!.textContent = words;
    form.querySelector("[data-refusal]")!.textContent = "";
    form.closest("dialog")!.showModal();
    form.querySelector<HTMLElement>("textarea, select")?.focus();
  }

  /** Until the answer is there, nothing can be changed in the form: what is stored is what it shows. */
  send(form: HTMLFormElement): Sent {
    const sent = { form, about: form.dataset["about"]!, filled: filledIn(form), at: document.activeElement };
    if (isNote(form)) this.#drafts.send(sent.about, sent.filled);
    this.#waiting.set(form, sent);
    this.#rest(form, true);
    return sent;
  }

  /**
   * Closes what was sent when it is stored. The person may have left it meanwhile, and have something else open.
   * @returns Whether it was still open and has been closed.
   */
  answered(sent: Sent, stored: boolean): boolean {
    const { form, about, filled } = sent;
    if (isNote(form)) this.#drafts.arrived(about, filled, stored);
    if (this.#waiting.get(form) === sent) this.#rest(form, false);
    const dialog = form.closest("dialog")!;
    if (!dialog.open || form.dataset["about"] !== about) return false;
    if (!stored) {
      fill(form, (isNote(form) && this.#drafts.of(about)) || {});
      if (sent.at instanceof HTMLElement) sent.at.focus();
    } else if (isSame(filledIn(form), filled)) {
      dialog.close();
      return true;
    }
    return false;
  }

  #keep(field: EventTarget | null): void {
    const form = field instanceof Element ? field.closest<HTMLFormElement>("dialog.work form[data-about]") : null;
    if (form && isNote(form)) this.#drafts.keep(form.dataset["about"]!, filledIn(form));
  }

  #rest(form: HTMLFormElement, rests: boolean): void {
    const words = form.closest("dialog")!.querySelector<HTMLElement>("[data-sending]")!;
    form.inert = rests;
    words.textContent = rests ? "Saving…" : "";
    if (rests) words.focus();
    else this.#waiting.delete(form);
  }
}

/** Only what is written takes long enough to be worth keeping. */
const isNote = (form: HTMLFormElement): boolean => form.querySelector("textarea") !== null;

function hidden([name, value]: Pieces[number]): HTMLInputElement {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = name;
  field.value = String(value);
  return field;
}
