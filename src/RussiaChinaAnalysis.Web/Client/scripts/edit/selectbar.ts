import { rangeOf, selectedSpan, type Span } from "./offsets";

/** The small toolbar beside the selected words. */
export class SelectBar {
  readonly #bar = document.querySelector<HTMLElement>("[data-select-bar]")!;
  readonly #essay: HTMLElement;
  span: Span | null = null;

  constructor(essay: HTMLElement) {
    this.#essay = essay;
    let waiting = 0;
    document.addEventListener("selectionchange", () => {
      clearTimeout(waiting);
      waiting = window.setTimeout(() => this.#follow(), 120);
    });
    // Pressing a button must not let go of the selection.
    this.#bar.addEventListener("pointerdown", (event) => event.preventDefault());
    addEventListener("scroll", () => this.#place(), { passive: true });
    addEventListener("resize", () => this.#place());
  }

  hide(): void {
    getSelection()?.removeAllRanges();
    this.span = null;
    this.#bar.hidden = true;
  }

  #follow(): void {
    if (this.#bar.contains(document.activeElement) || document.querySelector("dialog[open]")) return;
    this.span = selectedSpan(this.#essay);
    this.#bar.hidden = this.span === null;
    this.#place();
  }

  #place(): void {
    if (!this.span || this.#bar.hidden) return;
    const box = rangeOf(this.#essay, this.span)?.getBoundingClientRect();
    if (!box) return;
    const bar = this.#bar.getBoundingClientRect();
    const above = box.top - bar.height - 8;
    const top = above > 70 ? above : Math.min(box.bottom + 8, innerHeight - bar.height - 8);
    this.#bar.style.setProperty("top", `${top}px`);
    this.#bar.style.setProperty("left", `${Math.max(8, Math.min(box.left + box.width / 2 - bar.width / 2, innerWidth - bar.width - 8))}px`);
  }
}
