/** On a machine that others use, nothing that somebody wrote is to stay behind. */
export function forgetOnSigningOut(): void {
  document.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement) || new URL(event.target.action).pathname !== "/sign-out") return;
    try {
      for (const key of Object.keys(sessionStorage)) if (/^(drafts|changes):/.test(key)) sessionStorage.removeItem(key);
    } catch {
      // What may not be looked at was not kept either.
    }
  });
}
