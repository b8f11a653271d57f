import type { Outcome } from "./posting";

/**
 * Shows both versions. Resolves with whether the person's own is to be put in place. The heading has the focus, because
 * the next key may belong to something that the person was writing.
 */
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
  dialog.querySelector<HTMLElement>("#work-collision-title")!.focus();
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
