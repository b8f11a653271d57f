import { fill, touchedIn, type Filled } from "./fields";

/** What is written in text areas, by their ids. */
export type Texts = ReadonlyMap<string, string>;

/** What somebody has changed in a form, and the row as it was then. */
interface Written {
  filled: Filled;
  /** Goes along with what was written on it, so that the server notices when the row has changed since; null where none was. */
  token: string | null;
}

/** By the id of the form's text area. */
export type WrittenForms = ReadonlyMap<string, Written>;

export const textsOf = (form: HTMLFormElement): Texts =>
  new Map([...form.querySelectorAll<HTMLTextAreaElement>("textarea[id]")].map((area) => [area.id, area.value]));

/** By the ids, because a refresh may have put other forms in place of those that were sent. What was written since stays. */
export function dropTexts(sent: Texts): void {
  for (const [id, value] of sent) {
    const area = document.querySelector<HTMLTextAreaElement>(`#${CSS.escape(id)}`);
    if (area?.value === value) area.form?.reset();
  }
}

export const areaOf = (form: HTMLFormElement): HTMLTextAreaElement | null => form.querySelector("textarea[id]");

/**
 * What somebody is writing in the panel while others change the essay. All that was touched, because a note whose tick
 * of being private got lost would be published; nothing else, because the note may have been made private meanwhile.
 */
export function keepForms(reader: HTMLElement, sent: Texts): WrittenForms {
  const kept = new Map<string, Written>();
  for (const form of reader.querySelectorAll("form")) {
    const area = areaOf(form);
    if (!area || area.value === sent.get(area.id)) continue;
    const filled = touchedIn(form);
    const isTouched = Object.keys(filled).length > 0;
    if (isTouched || form.contains(document.activeElement)) kept.set(area.id, { filled, token: isTouched ? (tokenIn(form)?.value ?? null) : null });
  }
  return kept;
}

/** @returns What was written in forms that are no longer there. */
export function restoreForms(reader: HTMLElement, written: WrittenForms): string[] {
  const lost: string[] = [];
  for (const [id, { filled, token }] of written) {
    const form = reader.querySelector<HTMLTextAreaElement>(`#${CSS.escape(id)}`)?.form;
    if (!form) {
      lost.push(...Object.values(filled).filter((value) => typeof value === "string" && value.trim() !== "").map(String));
      continue;
    }
    fill(form, filled);
    const field = tokenIn(form);
    if (field && token !== null) field.value = token;
    form.closest("details")?.setAttribute("open", "");
  }
  return lost;
}

const tokenIn = (form: HTMLFormElement): HTMLInputElement | null => form.querySelector("input[name=token]");
