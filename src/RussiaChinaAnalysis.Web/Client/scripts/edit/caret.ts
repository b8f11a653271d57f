/**
 * A caret that keys move through the essay, for selecting without a mouse: arrows move it by letters and lines, with
 * Ctrl by words; with Shift they select. Browsers do the moving; they only lack a caret to start from.
 */
export function offerCaret(essay: HTMLElement): void {
  essay.addEventListener("keydown", (event) => {
    // From the sign of a passage too, where j and k have led.
    const here = event.target === essay || (event.target instanceof Element && event.target.matches(".sign"));
    if (!here || event.altKey || event.metaKey) return;
    const move = moves[event.key];
    const selection = getSelection();
    if (!move || !selection) return;
    if (selection.rangeCount === 0 || !essay.contains(selection.focusNode) || selection.focusNode === essay) start(essay, selection);
    const [direction, unit] = move;
    selection.modify(event.shiftKey ? "extend" : "move", direction, event.ctrlKey && unit === "character" ? "word" : unit);
    (selection.focusNode?.parentElement)?.scrollIntoView({ block: "nearest" });
    event.preventDefault();
  });
}

const moves: Record<string, ["forward" | "backward", "character" | "line" | "lineboundary"]> = {
  ArrowRight: ["forward", "character"],
  ArrowLeft: ["backward", "character"],
  ArrowDown: ["forward", "line"],
  ArrowUp: ["backward", "line"],
  Home: ["backward", "lineboundary"],
  End: ["forward", "lineboundary"],
};

/** At the selected passage, or at the first words in view. */
function start(essay: HTMLElement, selection: Selection): void {
  const texts = document.createTreeWalker(essay.querySelector(".p.selected") ?? essay, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const box = node.parentElement?.getBoundingClientRect();
    if (box && box.bottom > 120 && (node.nodeValue ?? "").trim() !== "") return selection.collapse(node, 0);
  }
}
