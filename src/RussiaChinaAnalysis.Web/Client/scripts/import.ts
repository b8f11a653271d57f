/** Sends the import form in the background to show how far it is; without script it is posted as it stands. */
export function followImport(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-import]");
  const progress = form?.querySelector<HTMLElement>("[data-progress]");
  const bar = progress?.querySelector("progress");
  const words = progress?.querySelector<HTMLElement>("[data-progress-words]");
  const button = form?.querySelector<HTMLButtonElement>("button[type=submit]");
  if (!form || !progress || !bar || !words || !button) return;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    const show = (text: string, share?: number) => {
      progress.hidden = false;
      words.textContent = text;
      if (share === undefined) bar.removeAttribute("value");
      else bar.value = share;
    };
    const stop = (text: string) => {
      show(text, 0);
      button.disabled = false;
    };

    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable && sent.loaded < sent.total) show(`Sending, ${Math.round((100 * sent.loaded) / sent.total)}%`, sent.loaded / sent.total);
    });
    request.upload.addEventListener("load", () => show("Reading the argument"));
    request.addEventListener("load", () => {
      if (request.status < 400) location.assign(request.responseURL);
      else stop(request.status === 413 ? "That is too large. Import fewer or smaller files at a time." : problemIn(request.responseText));
    });
    request.addEventListener("error", () => stop("The server could not be reached. Nothing was imported."));
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "text/html");
    show("Sending", 0);
    button.disabled = true;
    request.send(new FormData(form));
  });
}

/** The server's page says what was wrong; its words are shown here, so that what was typed is not lost. */
function problemIn(page: string): string {
  const answer = new DOMParser().parseFromString(page, "text/html");
  const text = answer.querySelector(".notice.bad") ?? answer.querySelector(".lead");
  return text?.textContent?.trim() || "That did not work. Nothing was imported.";
}
