/** Whether letters, digits and signs alone are commands; kept in the browser. */
const setting = "single-keys";

/** What has been chosen on this page, where the browser may keep nothing. */
let chosen: string | null = null;

function singleKeysAreOn(): boolean {
  try {
    return (localStorage.getItem(setting) ?? chosen) !== "off";
  } catch {
    return chosen !== "off";
  }
}

function turnSingleKeys(on: boolean): void {
  chosen = on ? "on" : "off";
  try {
    localStorage.setItem(setting, chosen);
  } catch {
    // It holds until the next page.
  }
}

/**
 * The command that a key may stand for. Letters are named as on a Latin keyboard, in whatever script they are typed, and
 * whether Caps Lock is on. Null for what is typed into a field or goes to an input method, and for single keys where somebody
 * has turned them off.
 */
export function commandOf(event: KeyboardEvent): string | null {
  if (isTyped(event.target) || event.isComposing || event.keyCode === 229) return null;
  const isSingle = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  return isSingle && !singleKeysAreOn() ? null : latin(event);
}

function isTyped(into: EventTarget | null): boolean {
  return into instanceof HTMLElement && (into.isContentEditable || into.matches("input, textarea, select"));
}

function latin({ key, code, shiftKey }: KeyboardEvent): string {
  if (!/^\p{L}$/u.test(key)) return key;
  const letter = /^[a-z]$/i.test(key) ? key : (/^Key([A-Z])$/.exec(code)?.[1] ?? key);
  return shiftKey ? letter.toUpperCase() : letter.toLowerCase();
}

/** People who speak to their computer, or whose hands hit keys by chance, turn single keys off. */
export function offerKeySwitch(): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>("[data-single-keys]")];
  const show = () => {
    for (const box of boxes) box.checked = singleKeysAreOn();
  };
  for (const box of boxes) {
    box.closest<HTMLElement>("[data-key-switch]")!.hidden = false;
    box.addEventListener("change", () => {
      turnSingleKeys(box.checked);
      show();
    });
  }
  show();
}
