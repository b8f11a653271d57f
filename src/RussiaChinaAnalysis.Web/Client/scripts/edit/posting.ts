import type { TokenStep } from "./tokens";

export interface Outcome {
  /** What the server says; that it has let nothing in; or that it was not heard, and may have stored it or not. */
  state: "done" | "unchanged" | "missing" | "refused" | "forbidden" | "collision" | "unanswered" | "unknown";
  message: string;
  change: number | null;
  id: number | null;
  token: string | null;
  versions: { label: string; theirs: string; yours: string; differs: boolean }[];
  tokens: TokenStep[];
}

/** Posts a form as the page would, and gets the outcome as data. */
export async function post(address: string, fields: FormData): Promise<Outcome> {
  if (!fields.has("__RequestVerificationToken")) {
    fields.set("__RequestVerificationToken", document.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]")?.value ?? "");
  }
  try {
    const answer = await fetch(address, { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams([...fields].map(([name, value]): [string, string] => [name, String(value)])) });
    if (answer.headers.get("content-type")?.includes("application/json")) return (await answer.json()) as Outcome;
    if (answer.redirected || answer.status === 401) return failure("unanswered", "You are no longer signed in. Sign in again in another tab, then repeat this.");
    if (answer.status < 500) return failure("unanswered", "The server did not take this. Nothing was changed.");
    return failure("unknown", "The server failed, and it is not known whether this was stored.");
  } catch {
    return failure("unknown", "The server could not be reached, and it is not known whether this was stored.");
  }
}

export function fieldsOf(values: Record<string, string | number>): FormData {
  const fields = new FormData();
  for (const [name, value] of Object.entries(values)) fields.set(name, String(value));
  return fields;
}

const failure = (state: Outcome["state"], message: string): Outcome => ({ state, message, change: null, id: null, token: null, versions: [], tokens: [] });
