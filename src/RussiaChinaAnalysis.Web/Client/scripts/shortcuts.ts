import { commandOf } from "./keys";

const passages = () => [...document.querySelectorAll<HTMLElement>("[data-walk]")].filter((one) => one.offsetParent !== null);

/** Keys that move through a page: `/` search, `j` and `k` passages, `Enter` opens, `?` help, `Esc` back out. */
export function listenForShortcuts(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      // The key closes what is open, and nothing behind it.
      if (!document.querySelector("dialog[open], details.menu[open]")) leave();
      return;
    }
    if (document.querySelector("dialog[open]")) return;

    const action = actions[commandOf(event) ?? ""];
    if (action?.()) event.preventDefault();
  });

  for (const opener of document.querySelectorAll<HTMLElement>("[data-opens-shortcuts]")) {
    opener.addEventListener("click", (event) => {
      if (showShortcuts()) event.preventDefault();
    });
  }
}

const actions: Record<string, () => boolean> = {
  "/": focusSearch,
  "?": showShortcuts,
  j: () => walk(1),
  k: () => walk(-1),
  Enter: openSelected,
};

/** On a selected sign in an essay, Enter goes on to the passage's own page. */
function openSelected(): boolean {
  const sign = document.activeElement;
  const open = sign?.matches(".sign") ? document.querySelector<HTMLAnchorElement>(".note.selected .note-more .button") : null;
  open?.click();
  return open !== null;
}

function leave(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  document.dispatchEvent(new CustomEvent("passage:leave"));
}

function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>("main [data-search]") ?? document.querySelector<HTMLInputElement>("[data-search]");
  search?.focus();
  search?.select();
  return search !== null;
}

function showShortcuts(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#shortcuts");
  dialog?.showModal();
  return dialog !== null;
}

/** Moves the focus to the next or previous passage; the first one in view when none has it. */
function walk(step: 1 | -1): boolean {
  const stops = passages();
  if (document.querySelector(".steps")) return turn(step);
  const here = stops.findIndex((stop) => stop === document.activeElement || stop.dataset["walk"] === "here");
  const next = here < 0 ? firstInView(stops) : stops[here + step];
  if (!next) return here >= 0 && turnPart(step);

  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
  return true;
}

/** On the page of a single passage one walks along the essay. */
function turn(step: 1 | -1): boolean {
  const link = document.querySelector<HTMLAnchorElement>(step > 0 ? ".steps a[rel=next]" : ".steps a[rel=prev]");
  link?.click();
  return link !== null;
}

/** A book is read in parts, and one walks on from one into the next. */
function turnPart(step: 1 | -1): boolean {
  const link = document.querySelector<HTMLAnchorElement>(step > 0 ? ".parts a[rel=next]" : ".parts a[rel=prev]");
  if (link) location.assign(link.dataset["walkOn"] ?? link.href);
  return link !== null;
}

function firstInView(stops: HTMLElement[]): HTMLElement | undefined {
  return stops.find((stop) => stop.getBoundingClientRect().top > 60) ?? stops[0];
}
