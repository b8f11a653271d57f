import { selectedSpan } from "./edit/offsets";

/** Takes over the words that somebody selects in a paragraph into the choice of the first and the last word. */
export function takeSelectedWords(): void {
  const area = document.querySelector<HTMLElement>("[data-place]");
  const first = document.querySelector<HTMLSelectElement>("#first-word");
  const last = document.querySelector<HTMLSelectElement>("#last-word");
  if (!area || !first || !last) return;

  document.querySelector("[data-place-hint]")?.removeAttribute("hidden");
  document.addEventListener("selectionchange", () => {
    const span = selectedSpan(area);
    if (!span) return;
    const starts = [...first.options].map((option) => Number(option.value));
    const ends = [...last.options].map((option) => Number(option.value));
    // Half a selected word counts as a whole one.
    const to = ends.findIndex((end) => end >= span.end);
    first.selectedIndex = Math.max(0, starts.findLastIndex((start) => start <= span.start));
    last.selectedIndex = to < 0 ? ends.length - 1 : to;
  });
}
