/** What is marked in an essay, and the theme that is shown. */
export class Choices {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Once more, where the page has been put in place anew. */
  show(): void {
    this.#showMarks();
    this.#showTheme(this.#theme);
    this.#carryOn();
  }

  toggle(toggle: HTMLAnchorElement): void {
    const marks = this.#marks;
    const mark = toggle.dataset["mark"]!;
    if (!marks.delete(mark)) marks.add(mark);
    this.#root.dataset["marks"] = [...marks].join(" ");
    this.#showMarks();

    remember((address) => {
      address.searchParams.delete("mark");
      const usual = marks.size === 3 && !marks.has("context");
      if (!usual) for (const one of marks.size > 0 ? marks : ["none"]) address.searchParams.append("mark", one);
    });
    this.#carryOn();
  }

  about(link: HTMLAnchorElement): void {
    const theme = link.dataset["about"] ?? "";
    this.#showTheme(theme);
    const menu = link.closest("details")!;
    menu.open = false;
    menu.querySelector("summary")?.focus();

    remember((address) => {
      if (theme === "") address.searchParams.delete("theme");
      else address.searchParams.set("theme", theme);
    });
    this.#carryOn();
  }

  get #marks(): Set<string> {
    return new Set((this.#root.dataset["marks"] ?? "").split(" ").filter(Boolean));
  }

  /** Empty for all, also where no passage bears on the one in the address. */
  get #theme(): string {
    const theme = new URLSearchParams(location.search).get("theme") ?? "";
    return this.#root.querySelector(`[data-about="${CSS.escape(theme)}"]`) ? theme : "";
  }

  #showMarks(): void {
    const marks = this.#marks;
    for (const toggle of this.#root.querySelectorAll<HTMLElement>("[data-mark]")) setCurrent(toggle, marks.has(toggle.dataset["mark"]!));
  }

  #showTheme(theme: string): void {
    for (const one of this.#root.querySelectorAll<HTMLElement>("[data-passage], [data-note]")) {
      one.classList.toggle("off", theme !== "" && !(one.dataset["themes"] ?? "").split(" ").includes(theme));
    }
    for (const choice of this.#root.querySelectorAll<HTMLElement>("[data-about]")) setCurrent(choice, choice.dataset["about"] === theme);
    const chosen = this.#root.querySelector<HTMLElement>(`[data-about="${CSS.escape(theme)}"]`);
    const shown = this.#root.querySelector<HTMLElement>("[data-theme-shown]");
    if (!chosen || !shown) return;
    shown.textContent = chosen.querySelector("span")?.textContent ?? chosen.textContent;
    shown.className = theme === "" ? "" : `theme theme-${theme}`;
  }

  /** Links into other parts of a book were written with the choices of before; the next part is to show those of now. */
  #carryOn(): void {
    const here = new URL(location.href);
    const carried = (link: string): string => {
      const to = new URL(link, here);
      if (to.origin !== here.origin || to.pathname !== here.pathname) return link;
      for (const choice of ["mark", "theme"]) {
        // By its address a link is found again after a refresh; it changes only where the choice does.
        if (String(to.searchParams.getAll(choice)) === String(here.searchParams.getAll(choice))) continue;
        to.searchParams.delete(choice);
        for (const value of here.searchParams.getAll(choice)) to.searchParams.append(choice, value);
      }
      return to.href;
    };
    for (const link of this.#root.querySelectorAll<HTMLAnchorElement>("a[href]:not([href^='#'], [data-mark], [data-about])")) {
      link.href = carried(link.href);
      if (link.dataset["walkOn"]) link.dataset["walkOn"] = carried(link.dataset["walkOn"]);
    }
  }
}

/** The address always says what is shown, so that it can be kept, sent and come back to. */
export function remember(change: (address: URL) => void): void {
  const address = new URL(location.href);
  change(address);
  history.replaceState(null, "", address);
}

export function setCurrent(element: Element, isCurrent: boolean): void {
  if (isCurrent) element.setAttribute("aria-current", "true");
  else element.removeAttribute("aria-current");
}
