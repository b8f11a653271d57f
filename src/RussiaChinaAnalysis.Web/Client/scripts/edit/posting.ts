import type { TokenStep } from "./tokens";

export interface Outcome {
  /** What the server says, or that it has not answered as it should. */
  state: "done" | "unchanged" | "missing" | "refused" | "forbidden" | "collision" | "unanswered";
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
    return failure(answer.redirected || answer.status === 401 ? "You are no longer signed in. Sign in again in another tab, then repeat this." : "The server could not do this. Nothing was changed.");
  } catch {
    return failure("The server could not be reached. Nothing was changed.");
  }
}

export function fieldsOf(values: Record<string, string | number>): FormData {
  const fields = new FormData();
  for (const [name, value] of Object.entries(values)) fields.set(name, String(value));
  return fields;
}

const failure = (message: string): Outcome => ({ state: "unanswered", message, change: null, id: null, token: null, versions: [], tokens: [] });
