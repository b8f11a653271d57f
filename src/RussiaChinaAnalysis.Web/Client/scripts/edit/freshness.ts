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
  const written = keepDrafts(reader, sent);
  const here = placeOf(document.activeElement);
  for (const part of ["[data-essay]", "[data-notes]", ".reader-head", ".legend"]) {
    const now = fresh.querySelector(`[data-reader] ${part}`);
    const shown = reader.querySelector(part);
    if (now && shown) shown.innerHTML = now.innerHTML;
  }
  restoreDrafts(reader, written);
  if (notes) notes.scrollTop = scrolled;
  reader.dispatchEvent(new CustomEvent("reader:fresh"));
  if (here) reader.querySelector<HTMLElement>(here)?.focus({ preventScroll: true });
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

/** Where what has the focus will be found again, though its element is another; null where that does not matter. */
function placeOf(element: Element | null): string | null {
  if (!(element instanceof HTMLElement)) return null;
  const named = (name: string) => {
    const value = element.closest<HTMLElement>(`[data-${name}]`)?.getAttribute(`data-${name}`);
    return value ? `[data-${name}="${CSS.escape(value)}"]` : null;
  };
  if (element.dataset["sign"]) return named("sign");
  const thread = named("thread-of");
  if (thread) return `${thread} summary`;
  const [button, link] = [named("do"), named("link")];
  if (button) return `.note.selected ${link ?? ".note-ways"} ${button}`;
  return null;
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

/** What somebody is writing in the panel while others change the essay. */
function keepDrafts(reader: HTMLElement, sent: Drafts): Drafts {
  const drafts = new Map<string, string>();
  for (const area of reader.querySelectorAll<HTMLTextAreaElement>("textarea[id]")) {
    if (area.value === sent.get(area.id)) continue;
    if (area.value !== area.defaultValue || area === document.activeElement) drafts.set(area.id, area.value);
  }
  return drafts;
}

function restoreDrafts(reader: HTMLElement, drafts: Drafts): void {
  for (const [id, value] of drafts) {
    const area = reader.querySelector<HTMLTextAreaElement>(`#${CSS.escape(id)}`);
    if (!area) continue;
    area.value = value;
    area.closest("details")?.setAttribute("open", "");
    area.focus();
  }
}
