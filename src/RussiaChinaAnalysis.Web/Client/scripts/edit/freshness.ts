/** Puts what the server says now in place of what the page shows, without losing the reader's place. */
export async function refresh(reader: HTMLElement): Promise<void> {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const notes = reader.querySelector<HTMLElement>("[data-notes]");
  const scrolled = notes?.scrollTop ?? 0;
  const written = keepDrafts(reader);
  const sign = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["sign"] : undefined;
  for (const part of ["[data-essay]", "[data-notes]", ".reader-head", ".legend"]) {
    const now = fresh.querySelector(`[data-reader] ${part}`);
    const shown = reader.querySelector(part);
    if (now && shown) shown.innerHTML = now.innerHTML;
  }
  restoreDrafts(reader, written);
  if (sign) focusSign(reader, sign);
  if (notes) notes.scrollTop = scrolled;
  reader.dispatchEvent(new CustomEvent("reader:fresh"));
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
