/** Closes a folded-out menu when the reader turns elsewhere. */
export function closeMenus(): void {
  const menus = document.querySelectorAll<HTMLDetailsElement>("details.menu");
  if (menus.length === 0) return;

  const closeAllBut = (target: EventTarget | null) => {
    for (const menu of menus) if (!(target instanceof Node && menu.contains(target))) menu.open = false;
  };
  document.addEventListener("click", (event) => closeAllBut(event.target));
  document.addEventListener("focusin", (event) => closeAllBut(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus) {
      if (!menu.open) continue;
      menu.open = false;
      menu.querySelector("summary")?.focus();
      event.preventDefault();
    }
  });
}
