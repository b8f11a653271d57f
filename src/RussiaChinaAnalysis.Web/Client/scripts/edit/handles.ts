import { offsetAt, rangeOf, type Span } from "./offsets";

/** Two handles at the ends of the selected passage, by which it is made longer or shorter. */
export class Handles {
  readonly #essay: HTMLElement;
  readonly #resized: (span: Span) => void;
  readonly #ends = { start: handle("start"), end: handle("end") };
  #span: Span | null = null;

  constructor(essay: HTMLElement, resized: (span: Span) => void) {
    this.#essay = essay;
    this.#resized = resized;
    for (const edge of ["start", "end"] as const) this.#listen(edge);
    addEventListener("resize", () => this.#place());
  }

  show(span: Span | null): void {
    this.#span = span;
    this.#place();
  }

  #place(): void {
    for (const edge of ["start", "end"] as const) {
      const element = this.#ends[edge];
      const range = this.#span && rangeOf(this.#essay, this.#span);
      const boxes = range?.getClientRects();
      const box = boxes && (edge === "start" ? boxes[0] : boxes[boxes.length - 1]);
      if (!box) {
        element.remove();
        continue;
      }
      // The text may have been replaced since, and the handles with it.
      if (element.parentElement !== this.#essay) this.#essay.append(element);
      const home = this.#essay.getBoundingClientRect();
      element.style.setProperty("left", `${(edge === "start" ? box.left : box.right) - home.left}px`);
      element.style.setProperty("top", `${box.top - home.top}px`);
      element.style.setProperty("height", `${box.height}px`);
    }
  }

  #listen(edge: "start" | "end"): void {
    const element = this.#ends[edge];
    element.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      event.stopPropagation();
      element.setPointerCapture(event.pointerId);
    });
    element.addEventListener("pointermove", (event) => {
      if (!element.hasPointerCapture(event.pointerId) || !this.#span) return;
      element.style.pointerEvents = "none";
      const offset = offsetAt(this.#essay, event.clientX, event.clientY, edge);
      element.style.pointerEvents = "";
      if (offset === null) return;
      const span = { ...this.#span, [edge]: offset };
      if (span.start >= span.end) return;
      this.#span = span;
      this.#place();
      preview(rangeOf(this.#essay, span));
    });
    element.addEventListener("pointerup", (event) => {
      if (!element.hasPointerCapture(event.pointerId)) return;
      element.releasePointerCapture(event.pointerId);
      preview();
      if (this.#span) this.#resized(this.#span);
    });
  }
}

function handle(edge: "start" | "end"): HTMLElement {
  const element = document.createElement("span");
  element.className = `resize-handle at-${edge}`;
  element.dataset["handle"] = edge;
  element.title = edge === "start" ? "Drag to move where the passage begins" : "Drag to move where the passage ends";
  return element;
}

/** Marks the words that a passage or a note would have. */
export function preview(...ranges: (Range | null)[]): void {
  if (!("highlights" in CSS)) return;
  const shown = ranges.filter((range) => range !== null);
  if (shown.length > 0) CSS.highlights.set("resizing", new Highlight(...shown));
  else CSS.highlights.delete("resizing");
}
