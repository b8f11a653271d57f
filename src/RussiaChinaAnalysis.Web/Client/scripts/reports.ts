/** Keeps the preview beside the builder up to date while somebody types; without script a button does it. */
export function previewReports(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-builder]");
  const preview = document.querySelector<HTMLElement>("[data-preview]");
  if (!form || !preview) return;

  let waiting: number | undefined;
  let latest = 0;
  const show = async () => {
    const mine = ++latest;
    try {
      const answer = await fetch("?handler=Preview", { method: "POST", body: new FormData(form), headers: { "X-Preview": "1" } });
      const html = await answer.text();
      // An older answer may come after a newer one.
      if (answer.ok && mine === latest) preview.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    } catch {
      const state = preview.querySelector("[data-preview-state]");
      if (state && mine === latest) state.textContent = "The server could not be reached; the preview is not up to date.";
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(show, 400);
  });
}

/** Shows how far a file is that is being made; without script the link itself gives the file. */
export function followDownloads(): void {
  const progress = document.querySelector<HTMLElement>("[data-download-progress]");
  const bar = progress?.querySelector("progress");
  const words = progress?.querySelector<HTMLElement>("[data-progress-words]");
  if (!progress || !bar || !words) return;

  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-download]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      link.closest("details")?.removeAttribute("open");
      progress.hidden = false;
      bar.removeAttribute("value");
      words.textContent = "Making the file";
      const steps = new EventSource(link.dataset.download!);
      const end = (text: string) => {
        steps.close();
        bar.value = 1;
        words.textContent = text;
      };
      steps.addEventListener("progress", (step) => {
        const { done, total } = JSON.parse((step as MessageEvent<string>).data) as { done: number; total: number };
        bar.value = total > 0 ? done / total : 1;
        words.textContent = `${done} of ${total} statements`;
      });
      steps.addEventListener("made", (step) => {
        end("The file is made");
        location.assign((JSON.parse((step as MessageEvent<string>).data) as { address: string }).address);
      });
      steps.addEventListener("failed", (step) => end((JSON.parse((step as MessageEvent<string>).data) as { reason: string }).reason));
      steps.addEventListener("error", () => end("The file could not be made. Try again."));
    });
  }
}
