/** Changes the colour scheme in place; without script the same links reload the page. */
export function watchAppearance(): void {
  const choices = document.querySelectorAll<HTMLAnchorElement>(".appearance a[data-scheme-choice]");
  for (const choice of choices) {
    choice.addEventListener("click", (event) => {
      event.preventDefault();
      const scheme = choice.dataset["schemeChoice"] ?? "auto";
      document.documentElement.dataset["scheme"] = scheme;
      document.cookie = `scheme=${scheme}; path=/; max-age=31536000; samesite=lax`;
      for (const other of choices) {
        if (other === choice) other.setAttribute("aria-current", "true");
        else other.removeAttribute("aria-current");
      }
    });
  }
}
