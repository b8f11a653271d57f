import { filesIn, type NamedFile } from "./dropped";

/** Sends the import form in the background to show how far it is; without script it is posted as it stands. */
export function sendImport(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-import]");
  const progress = form?.querySelector<HTMLElement>("[data-progress]");
  const bar = progress?.querySelector("progress");
  const words = progress?.querySelector<HTMLElement>("[data-progress-words]");
  const button = form?.querySelector<HTMLButtonElement>("button[type=submit]");
  if (!form || !progress || !bar || !words || !button) return;
  const dropped = takeDrops(form);

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
    request.upload.addEventListener("load", () => show("Reading the files"));
    request.addEventListener("load", () => {
      if (new URL(request.responseURL).pathname === "/sign-in") stop("You are no longer signed in. Sign in again in another tab, then send this once more.");
      else if (request.status < 400) location.assign(request.responseURL);
      else stop(request.status === 413 ? "That is too large. Import fewer or smaller files at a time." : problemIn(request.responseText));
    });
    request.addEventListener("error", () => stop("The server could not be reached, and it is not known whether the files have arrived. Look among the latest imports before you send them again."));
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "text/html");
    show("Sending", 0);
    button.disabled = true;
    const body = new FormData(form);
    for (const { file, path } of dropped()) body.append("Files", file, path);
    request.send(body);
  });
}

/** Lets files and folders be dropped on the form. Returns what has been dropped so far. */
function takeDrops(form: HTMLFormElement): () => NamedFile[] {
  const area = form.querySelector<HTMLElement>("[data-drop]");
  const note = form.querySelector<HTMLElement>("[data-dropped]");
  let files: NamedFile[] = [];
  area?.addEventListener("dragover", (event) => {
    event.preventDefault();
    area.classList.add("over");
  });
  area?.addEventListener("dragleave", () => area.classList.remove("over"));
  area?.addEventListener("drop", (event) => {
    event.preventDefault();
    area.classList.remove("over");
    if (!event.dataTransfer) return;
    void filesIn(event.dataTransfer).then((found) => {
      files = files.concat(found);
      if (!note) return;
      note.hidden = false;
      note.textContent = `${files.length} ${files.length === 1 ? "file" : "files"} dropped: ${files.slice(0, 5).map(({ path }) => path).join(", ")}${files.length > 5 ? " …" : ""}`;
    });
  });
  return () => files;
}

/** The server's page says what was wrong; its words are shown here, so that what was typed is not lost. */
function problemIn(page: string): string {
  const answer = new DOMParser().parseFromString(page, "text/html");
  const text = answer.querySelector(".notice.bad") ?? answer.querySelector(".lead");
  return text?.textContent?.trim() || "That did not work. Look among the latest imports before you send the files again.";
}
