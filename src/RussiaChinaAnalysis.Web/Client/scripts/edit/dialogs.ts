import type { Outcome } from "./posting";

/** Fills a dialog's form and opens it. Fields that are not named keep what they have. */
export function openForm(id: string, values: Record<string, string | number | boolean>, words: string): HTMLFormElement {
  const dialog = document.querySelector<HTMLDialogElement>(`#${id}`)!;
  const form = dialog.querySelector<HTMLFormElement>("form[data-edit]")!;
  form.reset();
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = value === true;
    else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) field.value = String(value);
  }
  form.querySelector("[data-words]")!.textContent = words;
  form.querySelector("[data-refusal]")!.textContent = "";
  dialog.showModal();
  form.querySelector<HTMLElement>("textarea, select")?.focus();
  return form;
}

/** Puts hidden fields into a form, in place of those from before. */
export function setPieces(form: HTMLFormElement, pairs: [string, string | number][]): void {
  const place = form.querySelector("[data-pieces]");
  place?.replaceChildren(
    ...pairs.map(([name, value]) => {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = String(value);
      return field;
    }),
  );
}

/** Shows both versions. Resolves with whether the person's own is to be put in place. */
export function chooseVersion(outcome: Outcome): Promise<boolean> {
  const dialog = document.querySelector<HTMLDialogElement>("#work-collision")!;
  dialog.querySelector("[data-collision-words]")!.textContent = `${outcome.message} Nothing of yours has been stored yet.`;
  dialog.querySelector("[data-collision-lines]")!.replaceChildren(
    ...outcome.versions.map((line) => {
      const row = document.createElement("tr");
      row.classList.toggle("differs", line.differs);
      row.innerHTML = "<th scope='row'></th><td></td><td></td>";
      row.cells[0]!.textContent = line.label;
      row.cells[1]!.textContent = line.theirs;
      row.cells[2]!.textContent = line.yours;
      return row;
    }),
  );
  dialog.showModal();
  return new Promise((resolve) => {
    const choose = (mine: boolean) => () => {
      dialog.onclose = null;
      dialog.close();
      resolve(mine);
    };
    dialog.querySelector<HTMLButtonElement>("[data-keep-theirs]")!.onclick = choose(false);
    dialog.querySelector<HTMLButtonElement>("[data-keep-mine]")!.onclick = choose(true);
    dialog.onclose = () => resolve(false);
  });
}
