import { refresh } from "./freshness";
import type { Telling } from "./telling";
import type { Turns } from "./turns";

interface Notice {
  change: number;
  personName: string;
  summary: string;
}

/**
 * Follows what others do to the essay, as long as it is in view: browsers keep few connections to one site, which the
 * tabs behind would use up, and what they hold does not outlive a way back to the page.
 */
export function followOthers(reader: HTMLElement, turns: Turns, telling: Telling): void {
  let events: EventSource | null = null;
  let notices: Notice[] = [];
  let waiting = 0;
  let missed = document.hidden;

  // One's own change may be told of before the answer to it has arrived; in its turn, that is known.
  const show = () =>
    turns.take(async () => {
      const last = notices.filter((notice) => !turns.isOwn(notice.change)).at(-1);
      notices = [];
      if (!last) return;
      const shown = await refresh(reader);
      telling.say(`${last.personName}: ${last.summary}${shown ? "" : ". Reload the page to see it."}`, false);
    });
  const open = () => {
    if (events || document.hidden) return;
    events = new EventSource(`/documents/${reader.dataset["document"]}/events`);
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
  };
  const close = () => {
    events?.close();
    events = null;
    missed = true;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
}
