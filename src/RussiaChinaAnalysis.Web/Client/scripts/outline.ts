/** Marks in the outline at which heading one is. */
export class Outline {
  readonly #root: HTMLElement;
  readonly #links = new Map<Element, HTMLAnchorElement>();
  readonly #observer = new IntersectionObserver(() => this.#mark(), { rootMargin: "0px 0px -66% 0px", threshold: [0, 1] });

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Again when the essay has been put in place anew, because its headings are others then. */
  watch(): void {
    this.#observer.disconnect();
    this.#links.clear();
    for (const link of this.#root.querySelectorAll<HTMLAnchorElement>(".outline a")) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!heading) continue;
      this.#links.set(heading, link);
      this.#observer.observe(heading);
    }
    this.#mark();
  }

  #mark(): void {
    let here: HTMLAnchorElement | undefined;
    for (const [heading, link] of this.#links) if (heading.getBoundingClientRect().top < innerHeight / 3) here = link;
    for (const link of this.#links.values()) link.classList.toggle("here", link === here);
  }
}
