import { rangeOf, selectedSpan, versionOf, type Span } from "./offsets";

/** The small toolbar beside the selected words. */
export class SelectBar {
  readonly #bar = document.querySelector<HTMLElement>("[data-select-bar]")!;
  readonly #reader: HTMLElement;
  readonly #essay: HTMLElement;
  span: Span | null = null;
  /** Of the text in which the words were selected; another one may come in while they are. */
  version = "";

  constructor(reader: HTMLElement, essay: HTMLElement) {
    this.#reader = reader;
    this.#essay = essay;
    let waiting = 0;
    document.addEventListener("selectionchange", () => {
      clearTimeout(waiting);
      waiting = window.setTimeout(() => this.#follow(), 120);
    });
    // Pressing a button must not let go of the selection.
    this.#bar.addEventListener("pointerdown", (event) => event.preventDefault());
    essay.addEventListener("keydown", (event) => this.#enter(event));
    this.#bar.addEventListener("keydown", (event) => this.#walk(event));
    reader.addEventListener("reader:fresh", () => {
      if (this.span && this.version !== versionOf(reader)) this.hide();
    });
    addEventListener("scroll", () => this.#place(), { passive: true });
    addEventListener("resize", () => this.#place());
  }

  hide(): void {
    getSelection()?.removeAllRanges();
    if (this.#bar.contains(document.activeElement)) this.#essay.focus({ preventScroll: true });
    this.span = null;
    this.#bar.hidden = true;
  }

  /** Tab goes from the selected words to what can be done with them. */
  #enter(event: KeyboardEvent): void {
    if (event.key !== "Tab" || event.shiftKey || this.span === null) return;
    event.preventDefault();
    this.#buttons[0]?.focus();
  }

  /** As toolbars are used: arrows go from button to button, Escape and Tab back to the words. */
  #walk(event: KeyboardEvent): void {
    const here = this.#buttons.findIndex((button) => button === document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) this.#buttons[(here + step + this.#buttons.length) % this.#buttons.length]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") this.#essay.focus({ preventScroll: true });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  get #buttons(): HTMLElement[] {
    return [...this.#bar.querySelectorAll<HTMLElement>("button")];
  }

  #follow(): void {
    if (this.#bar.contains(document.activeElement) || document.querySelector("dialog[open]")) return;
    this.span = selectedSpan(this.#essay);
    this.version = versionOf(this.#reader);
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
