import { Delays } from "./delays";

interface Progress {
  stage: string;
  done: number;
  total: number;
  files: { id: number; word: string; icon: string; tone: string; message: string }[];
}

/** Shows how far work in the background is, and what came of it when it has ended. Without script the page reloads itself. */
export function followProgress(): void {
  const area = document.querySelector<HTMLElement>("[data-follow]");
  const bar = area?.querySelector<HTMLProgressElement>("[data-follow-bar]");
  const words = area?.querySelector<HTMLElement>("[data-follow-words]");
  if (!area?.dataset.follow || !bar || !words) return;

  const source = new EventSource(area.dataset.follow);
  source.addEventListener("message", (event) => {
    const progress = JSON.parse(event.data as string) as Progress;
    bar.max = Math.max(1, progress.total);
    bar.value = progress.done;
    words.textContent = `${progress.stage} (${progress.done} of ${progress.total})`;
    for (const file of progress.files) {
      const line = document.querySelector(`[data-file="${file.id}"]`);
      const word = line?.querySelector("[data-file-word]");
      const message = line?.querySelector("[data-file-message]");
      if (word) word.textContent = file.word;
      if (message) message.textContent = file.message;
      if (line) line.className = `notice ${file.tone}`.trim();
      const icon = line?.querySelector("use");
      icon?.setAttribute("href", (icon.getAttribute("href") ?? "").replace(/#.*$/, `#${file.icon}`));
    }
  });
  source.addEventListener("end", () => {
    source.close();
    location.reload();
  });
  // A broken line is taken up by the browser, but not one that the server or something before it has refused.
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) void reloadLater(new Delays(5_000, 60_000));
  });
}

/** As soon as the page is there again. */
async function reloadLater(delays: Delays): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, delays.next()));
  const isThere = await fetch(location.href, { cache: "no-store" }).then(({ ok }) => ok, () => false);
  if (isThere) location.reload();
  else await reloadLater(delays);
}
