/** Puts what the server says now in place of what the page shows, without losing the reader's place. */
export async function refresh(reader: HTMLElement): Promise<void> {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const notes = reader.querySelector<HTMLElement>("[data-notes]");
  const scrolled = notes?.scrollTop ?? 0;
  const written = keepDrafts(reader);
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

/** What somebody is writing in the panel while others change the essay. */
function keepDrafts(reader: HTMLElement): Map<string, string> {
  const drafts = new Map<string, string>();
  for (const area of reader.querySelectorAll<HTMLTextAreaElement>("textarea[id]")) {
    if (area.value !== area.defaultValue || area === document.activeElement) drafts.set(area.id, area.value);
  }
  return drafts;
}

function restoreDrafts(reader: HTMLElement, drafts: Map<string, string>): void {
  for (const [id, value] of drafts) {
    const area = reader.querySelector<HTMLTextAreaElement>(`#${CSS.escape(id)}`);
    if (!area) continue;
    area.value = value;
    area.closest("details")?.setAttribute("open", "");
    area.focus();
  }
}
