import { Delays } from "../delays";
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
  let later = 0;
  /** Before a stream is asked for again that the server has refused. */
  const delays = new Delays(1_000, 60_000);
  /** The last change of the essay that is known of. */
  let known = Number(reader.dataset["latest"]);

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
    const source = new EventSource(`/documents/${reader.dataset["document"]}/events`);
    events = source;
    source.addEventListener("change", (event) => {
      const notice = JSON.parse((event as MessageEvent<string>).data) as Notice;
      known = Math.max(known, notice.change);
      notices.push(notice);
      // Many at once are shown once.
      clearTimeout(waiting);
      waiting = window.setTimeout(() => void show(), 250);
    });
    source.addEventListener("follows", (event) => {
      const { latest: last } = JSON.parse((event as MessageEvent<string>).data) as { latest: number };
      delays.reset();
      // Every stream ends after some minutes, mostly without anything missed; the first begins when the page has arrived.
      if (last !== known) void turns.take(() => refresh(reader));
      known = last;
    });
    source.addEventListener("error", () => {
      // A broken line is taken up by the browser, but not one that the server or something before it has refused.
      if (source.readyState !== EventSource.CLOSED || source !== events) return;
      events = null;
      later = window.setTimeout(open, delays.next());
    });
  };
  const close = () => {
    clearTimeout(later);
    events?.close();
    events = null;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
}
