/** What somebody was writing to something that others have removed meanwhile; it stays until it is put away. */
export class LostWords {
  readonly #boxes: HTMLElement[];

  constructor(panel: HTMLElement) {
    this.#boxes = [...panel.querySelectorAll<HTMLElement>("[data-lost]")];
  }

  add(text: string): void {
    const box = document.createElement("section");
    box.dataset["lost"] = "";
    box.className = "notice bad lost";
    box.setAttribute("role", "alert");
    const label = document.createElement("label");
    const area = document.createElement("textarea");
    area.readOnly = true;
    area.rows = 4;
    area.value = text;
    label.append("What you were answering or rewriting has been removed. Your words:", area);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Put away";
    button.addEventListener("click", () => box.remove());
    box.append(label, button);
    this.#boxes.push(box);
  }

  show(panel: HTMLElement): void {
    panel.prepend(...this.#boxes);
  }

  /** Whoever was writing would go on with keys that are commands. */
  focus(): void {
    this.#boxes.at(-1)?.querySelector("textarea")?.focus({ preventScroll: true });
  }
}
