/** On a passage's page: pointing at a reason lights up its words, and the other way round. */
export function linkReasons(): void {
  const reasons = [...document.querySelectorAll<HTMLElement>("[data-cue]")];
  const words = [...document.querySelectorAll<HTMLElement>("[data-cues]")];
  if (words.length === 0) return;

  const numbersOf = (mark: HTMLElement) => (mark.dataset["cues"] ?? "").split(" ");
  for (const reason of reasons) {
    const number = reason.dataset["cue"] ?? "";
    const light = (on: boolean) => {
      for (const mark of words) if (numbersOf(mark).includes(number)) mark.classList.toggle("lit", on);
    };
    reason.addEventListener("pointerenter", () => light(true));
    reason.addEventListener("pointerleave", () => light(false));
  }
  for (const mark of words) {
    const light = (on: boolean) => {
      for (const reason of reasons) if (numbersOf(mark).includes(reason.dataset["cue"] ?? "")) reason.classList.toggle("lit", on);
    };
    mark.addEventListener("pointerenter", () => light(true));
    mark.addEventListener("pointerleave", () => light(false));
  }
}
