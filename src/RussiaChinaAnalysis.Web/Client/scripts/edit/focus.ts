import { areaOf, type WrittenForms } from "./written";

/** Where what has the focus will be found again, though its element is another. */
interface Place {
  selector: string;
  /** Of the link among those that are selected. */
  address?: string;
  /** What is selected in a text area, or where the caret stands in it. */
  selection?: [from: number, to: number, direction: "forward" | "backward" | "none"];
}

/** Null where it does not matter. Who writes goes on writing: keys that go elsewhere would be taken for commands. */
export function placeOf(reader: HTMLElement, element: Element | null, written: WrittenForms): Place | null {
  if (!(element instanceof HTMLElement) || !reader.contains(element)) return null;
  const named = (name: string) => {
    const value = element.closest<HTMLElement>(`[data-${name}]`)?.getAttribute(`data-${name}`);
    return value ? `[data-${name}="${CSS.escape(value)}"]` : null;
  };
  if (element.dataset["sign"]) return { selector: named("sign")! };
  const thread = named("thread-of");
  if (thread) return fieldPlaceOf(element, written) ?? { selector: `${thread} summary` };
  const [button, link] = [named("do"), named("link")];
  if (button) return { selector: `.note.selected ${link ?? ".note-ways"} ${button}` };
  if (element.matches(".note-words")) return { selector: `${named("note")} .note-words` };
  if (element.matches("[data-theme-menu] > summary")) return { selector: "[data-theme-menu] > summary" };
  if (element.dataset["mark"]) return { selector: named("mark")! };
  return element instanceof HTMLAnchorElement ? { selector: "a", address: element.href } : null;
}

/** Only for what is still being written; what was sent is closed. */
function fieldPlaceOf(element: HTMLElement, written: WrittenForms): Place | null {
  const form = element.closest("form");
  const area = form && areaOf(form);
  if (!area || !written.has(area.id)) return null;
  const id = `#${CSS.escape(area.id)}`;
  if (element === area) return { selector: id, selection: [area.selectionStart, area.selectionEnd, area.selectionDirection] };
  const name = element.getAttribute("name");
  return { selector: `form:has(${id}) ${name ? `[name="${CSS.escape(name)}"]` : "button"}` };
}

export function goTo(reader: HTMLElement, place: Place): void {
  const elements = [...reader.querySelectorAll<HTMLElement>(place.selector)];
  const element = place.address ? elements.find((link) => link instanceof HTMLAnchorElement && link.href === place.address) : elements[0];
  if (element instanceof HTMLTextAreaElement && place.selection) element.setSelectionRange(...place.selection);
  element?.focus({ preventScroll: true });
}

/** Keys go on where they were. */
export function focusSign(reader: HTMLElement, passage: string): void {
  reader.querySelector<HTMLElement>(`[data-sign="${CSS.escape(passage)}"]`)?.focus({ preventScroll: true });
}
