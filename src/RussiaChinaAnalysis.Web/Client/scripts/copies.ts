/** Shows the buttons that copy a text; without script the text can be selected by hand. */
export function offerCopies(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copies]")) {
    const source = document.querySelector(button.dataset["copies"] ?? "");
    const label = button.querySelector<HTMLElement>("[data-copy-label]");
    if (!source || !label) continue;

    const name = label.textContent;
    label.setAttribute("role", "status");
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(source.textContent?.trim() ?? "");
      label.textContent = "Copied";
      setTimeout(() => (label.textContent = name), 2000);
    });
  }
}
