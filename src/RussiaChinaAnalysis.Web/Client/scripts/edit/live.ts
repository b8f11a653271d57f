import { refresh } from "./freshness";
import type { Telling } from "./telling";

interface Notice {
  change: number;
  personName: string;
  summary: string;
}

/** Follows what others do to the essay that is shown. */
export function followOthers(reader: HTMLElement, own: Set<number>, telling: Telling): void {
  const events = new EventSource(`/documents/${reader.dataset["document"]}/events`);
  let waiting = 0;
  let missed = false;
  events.addEventListener("change", (event) => {
    const notice = JSON.parse((event as MessageEvent<string>).data) as Notice;
    if (own.has(notice.change)) return;
    // One's own change may be told of before the answer to it has arrived.
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      if (own.has(notice.change)) return;
      void refresh(reader);
      telling.say(`${notice.personName}: ${notice.summary}`, false);
    }, 250);
  });
  events.addEventListener("open", () => {
    if (missed) void refresh(reader);
    missed = false;
  });
  events.addEventListener("error", () => (missed = true));
  addEventListener("pagehide", () => events.close());
}
