/** What is written in text areas, by their ids. */
export type Drafts = ReadonlyMap<string, string>;

/**
 * Puts what the server says now in place of what the page shows, without losing the reader's place.
 * @param sent What has been stored, and so is a draft no more.
 * @returns Whether the page shows it: the server may be out of reach, or ask to sign in.
 */
export async function refresh(reader: HTMLElement, sent: Drafts = new Map()): Promise<boolean> {
  const fresh = await fetchPage();
  if (!fresh?.querySelector("[data-reader]")) return false;
  const notes = reader.querySelector<HTMLElement>("[data-notes]");
  const scrolled = notes?.scrollTop ?? 0;
  const written = keepForms(reader, sent);
  const here = placeOf(document.activeElement, written);
  for (const part of ["[data-essay]", "[data-notes]", ".reader-head", ".legend"]) {
    const now = fresh.querySelector(`[data-reader] ${part}`);
    const shown = reader.querySelector(part);
    if (now && shown) shown.innerHTML = now.innerHTML;
  }
  restoreForms(reader, written);
  if (notes) notes.scrollTop = scrolled;
  reader.dispatchEvent(new CustomEvent("reader:fresh"));
  if (here) goTo(reader, here);
  return true;
}

async function fetchPage(): Promise<Document | null> {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null;
  }
}

/** Where what has the focus will be found again, though its element is another. */
interface Place {
  selector: string;
  /** What is selected in a text area, or where the caret stands in it. */
  selection?: [from: number, to: number, direction: "forward" | "backward" | "none"];
}

/** Null where it does not matter. Who writes goes on writing: keys that go elsewhere would be taken for commands. */
function placeOf(element: Element | null, written: WrittenForms): Place | null {
  if (!(element instanceof HTMLElement)) return null;
  const named = (name: string) => {
    const value = element.closest<HTMLElement>(`[data-${name}]`)?.getAttribute(`data-${name}`);
    return value ? `[data-${name}="${CSS.escape(value)}"]` : null;
  };
  if (element.dataset["sign"]) return { selector: named("sign")! };
  const thread = named("thread-of");
  if (thread) return fieldPlaceOf(element, written) ?? { selector: `${thread} summary` };
  const [button, link] = [named("do"), named("link")];
  if (button) return { selector: `.note.selected ${link ?? ".note-ways"} ${button}` };
  return null;
}

/** Only for what is still being written; what was sent is closed. */
function fieldPlaceOf(element: HTMLElement, written: WrittenForms): Place | null {
  const form = element.closest("form");
  const area = form && areaOf(form);
  if (!area || !written.has(area.id)) return null;
  const id = `#${CSS.escape(area.id)}`;
  if (element === area) return { selector: id, selection: [area.selectionStart, area.selectionEnd, area.selectionDirection] };
  const name = element.getAttribute("name");
  return { selector: `form:has(${id}) ${name ? `[name="${CSS.escape(name)}"]` : "button"}` };
}

function goTo(reader: HTMLElement, place: Place): void {
  const element = reader.querySelector<HTMLElement>(place.selector);
  if (element instanceof HTMLTextAreaElement && place.selection) element.setSelectionRange(...place.selection);
  element?.focus({ preventScroll: true });
}

/** Keys go on where they were. */
export function focusSign(reader: HTMLElement, passage: string): void {
  reader.querySelector<HTMLElement>(`[data-sign="${CSS.escape(passage)}"]`)?.focus({ preventScroll: true });
}

export const draftsOf = (form: HTMLFormElement): Drafts =>
  new Map([...form.querySelectorAll<HTMLTextAreaElement>("textarea[id]")].map((area) => [area.id, area.value]));

/** By the ids, because a refresh may have put other forms in place of those that were sent. What was written since stays. */
export function dropDrafts(sent: Drafts): void {
  for (const [id, value] of sent) {
    const area = document.querySelector<HTMLTextAreaElement>(`#${CSS.escape(id)}`);
    if (area?.value === value) area.form?.reset();
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What was filled in, field by field, by the id of the form's text area. */
type WrittenForms = ReadonlyMap<string, ReadonlyMap<string, string | boolean>>;

const areaOf = (form: HTMLFormElement): HTMLTextAreaElement | null => form.querySelector("textarea[id]");

/** Hidden fields are the server's. */
const fieldsIn = (form: HTMLFormElement): Field[] => [...form.querySelectorAll<Field>("textarea, select, input:not([type=hidden])")];

const isTick = (field: Field): field is HTMLInputElement => field instanceof HTMLInputElement && field.type === "checkbox";

function isTouched(field: Field): boolean {
  if (field instanceof HTMLSelectElement) return [...field.options].some((option) => option.selected !== option.defaultSelected);
  return isTick(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

/**
 * What somebody is writing in the panel while others change the essay. All fields of a form, because a note whose tick
 * of being private got lost would be published.
 */
function keepForms(reader: HTMLElement, sent: Drafts): WrittenForms {
  const kept = new Map<string, Map<string, string | boolean>>();
  for (const form of reader.querySelectorAll("form")) {
    const area = areaOf(form);
    if (!area || area.value === sent.get(area.id)) continue;
    const fields = fieldsIn(form);
    if (!fields.some(isTouched) && !form.contains(document.activeElement)) continue;
    kept.set(area.id, new Map(fields.map((field) => [field.name, isTick(field) ? field.checked : field.value])));
  }
  return kept;
}

function restoreForms(reader: HTMLElement, written: WrittenForms): void {
  for (const [id, values] of written) {
    const form = reader.querySelector<HTMLTextAreaElement>(`#${CSS.escape(id)}`)?.form;
    if (!form) continue;
    for (const field of fieldsIn(form)) {
      const value = values.get(field.name);
      if (typeof value === "boolean") (field as HTMLInputElement).checked = value;
      else if (value !== undefined) field.value = value;
    }
    form.closest("details")?.setAttribute("open", "");
  }
}
