import { goTo, placeOf } from "./focus";
import { LostWords } from "./lost";
import { selectAgain, selectedIn } from "./selection";
import { keepForms, restoreForms, type Texts } from "./written";

/** What changes show in. A menu that somebody has opened to choose from stays. */
const parts = ["[data-essay]", "[data-notes]", ".reader-head", ".legend", ".outline", "[data-theme-menu]:not([open])"];

/**
 * Puts what the server says now in place of what the page shows, without losing the reader's place.
 * @param sent What has been stored, and so is being written no more.
 * @returns Whether the page shows it: the server may be out of reach, or ask to sign in.
 */
export async function refresh(reader: HTMLElement, sent: Texts = new Map()): Promise<boolean> {
  const fresh = await fetchPage();
  if (!fresh?.querySelector("[data-reader]")) return false;
  const notes = reader.querySelector<HTMLElement>("[data-notes]")!;
  const scrolled = notes.scrollTop;
  const lost = new LostWords(notes);
  const written = keepForms(reader, sent);
  const essay = reader.querySelector<HTMLElement>("[data-essay]")!;
  const selected = selectedIn(reader, essay);
  const here = placeOf(reader, document.activeElement, written);
  for (const part of parts) {
    const now = fresh.querySelector(`[data-reader] ${part}`);
    const shown = reader.querySelector(part);
    if (now && shown) shown.innerHTML = now.innerHTML;
  }
  const gone = restoreForms(reader, written);
  for (const text of gone) lost.add(text);
  lost.show(notes);
  if (selected) selectAgain(reader, essay, selected);
  notes.scrollTop = scrolled;
  reader.dispatchEvent(new CustomEvent("reader:fresh"));
  if (here) goTo(reader, here);
  if (gone.length > 0 && document.activeElement === document.body) lost.focus();
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
