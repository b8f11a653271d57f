import { refresh } from "./freshness";
import type { Telling } from "./telling";
import type { Turns } from "./turns";

interface Notice {
  change: number;
  personName: string;
  summary: string;
}

/** Follows what others do to the essay that is shown. */
export function followOthers(reader: HTMLElement, turns: Turns, telling: Telling): void {
  const events = new EventSource(`/documents/${reader.dataset["document"]}/events`);
  let notices: Notice[] = [];
  let waiting = 0;
  let missed = false;

  // One's own change may be told of before the answer to it has arrived; in its turn, that is known.
  const show = () =>
    turns.take(async () => {
      const last = notices.filter((notice) => !turns.isOwn(notice.change)).at(-1);
      notices = [];
      if (!last) return;
      await refresh(reader);
      telling.say(`${last.personName}: ${last.summary}`, false);
    });
  events.addEventListener("change", (event) => {
    notices.push(JSON.parse((event as MessageEvent<string>).data) as Notice);
    // Many at once are shown once.
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void show(), 250);
  });
  events.addEventListener("open", () => {
    if (missed) void turns.take(() => refresh(reader));
    missed = false;
  });
  events.addEventListener("error", () => (missed = true));
  addEventListener("pagehide", () => events.close());
}
