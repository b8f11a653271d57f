/** Lets the requests on the page of the API be sent from where they are described, as whoever is signed in. */
export function tryRequests(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-tries]")) {
    const button = form.querySelector<HTMLButtonElement>("[data-try]");
    if (button) button.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void send(form);
    });
  }
}

async function send(form: HTMLFormElement): Promise<void> {
  const request = read(form);
  const shown = form.parentElement?.querySelector<HTMLElement>("[data-tried]");
  const status = shown?.querySelector<HTMLElement>("[data-tried-status]");
  const body = shown?.querySelector<HTMLElement>("[data-tried-body]");
  if (!shown || !status || !body) return;

  try {
    const answer = await fetch(request.address, request.init);
    const tag = answer.headers.get("ETag");
    status.textContent = [`${answer.status} ${answer.statusText}`, request.address, tag && `ETag: ${tag}`].filter(Boolean).join(" · ");
    body.textContent = indented(await answer.text());
  } catch {
    status.textContent = "The server could not be reached.";
    body.textContent = "";
  }
  shown.hidden = false;
}

function read(form: HTMLFormElement): { address: string; init: RequestInit } {
  let path = form.dataset["path"] ?? "";
  const query = new URLSearchParams();
  const headers = new Headers({ Accept: "application/json" });
  let body: string | undefined;
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[data-in]")) {
    const value = field.value.trim();
    if (value === "") continue;
    switch (field.dataset["in"]) {
      case "path":
        path = path.replace(`{${field.name}}`, encodeURIComponent(value));
        break;
      case "query":
        query.append(field.name, value);
        break;
      case "header":
        headers.set(field.name, value);
        break;
      case "body":
        headers.set("Content-Type", "application/json");
        body = value;
        break;
    }
  }

  const search = query.toString();
  return {
    address: search === "" ? path : `${path}?${search}`,
    init: { method: form.dataset["method"] ?? "GET", headers, ...(body === undefined ? {} : { body }) },
  };
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
