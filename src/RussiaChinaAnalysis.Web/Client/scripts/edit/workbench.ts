import { commandOf } from "../keys";
import { offerCaret } from "./caret";
import { Changes } from "./changes";
import { Dialogs, type Sent } from "./dialogs";
import { Drafts } from "./drafts";
import { focusSign } from "./focus";
import { Kept } from "./kept";
import { Links } from "./links";
import { followOthers } from "./live";
import { Passages } from "./passages";
import { SelectBar } from "./selectbar";
import { Telling } from "./telling";
import { Turns } from "./turns";
import { Words } from "./words";
import { textsOf } from "./written";

/** Makes the reader a place to work, for those who may. */
export function workOnEssay(): void {
  const reader = document.querySelector<HTMLElement>("[data-reader]");
  if (!reader) return;
  const turns = new Turns();
  const telling = new Telling();
  if (reader.dataset["edits"]) new Workbench(reader, new Changes(reader, turns, telling), telling).start();
  followOthers(reader, turns, telling);
}

/** Which key, button or form does what. */
class Workbench {
  readonly #reader: HTMLElement;
  readonly #essay: HTMLElement;
  readonly #telling: Telling;
  readonly #changes: Changes;
  readonly #bar: SelectBar;
  readonly #passages: Passages;
  readonly #words: Words;
  readonly #links: Links;
  readonly #dialogs: Dialogs;
  readonly #underWay = new Set<string>();

  constructor(reader: HTMLElement, changes: Changes, telling: Telling) {
    this.#reader = reader;
    this.#essay = reader.querySelector<HTMLElement>("[data-essay]")!;
    this.#telling = telling;
    this.#changes = changes;
    this.#bar = new SelectBar(reader, this.#essay);
    this.#dialogs = new Dialogs(new Drafts(new Kept(reader, "drafts", {})));
    this.#passages = new Passages(reader, this.#essay, changes, telling, this.#dialogs);
    this.#words = new Words(reader, this.#essay, changes, this.#bar, telling, this.#dialogs);
    this.#links = new Links(reader, telling, this.#dialogs);
  }

  start(): void {
    offerCaret(this.#essay);
    document.addEventListener("click", (event) => this.#press(event));
    document.addEventListener("keydown", (event) => this.#key(event), true);
    document.addEventListener("submit", (event) => this.#submit(event));
    this.#reader.addEventListener("passage:select", () => this.#passages.show());
    this.#reader.addEventListener("reader:fresh", () => this.#passages.show());
    this.#passages.show();
  }

  #press(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest("[data-undo]")) return void this.#changes.undo();
    if (event.target.closest("[data-banner-cancel]")) return this.#stopWaiting();
    const button = event.target.closest<HTMLElement>("[data-do]");
    if (!button) return;
    event.preventDefault();
    const what = button.dataset["do"]!;
    const link = button.closest<HTMLElement>("[data-link]");
    if (link) return what === "change" ? this.#links.change(link) : this.#links.comment(link);
    if (!button.closest("[data-select-bar]") || !this.#doWithWords(what)) this.#doWithPassage(what);
  }

  /** @returns Whether words are selected and this can be done with them. */
  #doWithWords(what: string): boolean {
    const words = this.#bar.span;
    if (!words) return false;
    switch (what) {
      case "comment":
        this.#words.comment(words);
        return true;
      case "claim":
        void this.#words.make(words, "Claim");
        return true;
      case "evidence":
        void this.#words.make(words, "Evidence");
        return true;
      case "theme":
        void this.#words.makeThen(words, (id) => this.#passages.theme(id));
        return true;
      case "link":
        void this.#words.makeThen(words, (id) => this.#links.start(id));
        return true;
      case "piece":
        this.#words.keep(words);
        return true;
      default:
        return false;
    }
  }

  #doWithPassage(what: string): void {
    const note = this.#passages.selected;
    if (!note) return this.#telling.announce("Select a passage first: j and k move from one to the next.");
    switch (what) {
      case "accept":
        return this.#passages.decide(note, "Accepted");
      case "reject":
        return this.#passages.decide(note, "Rejected");
      case "edit":
        return this.#passages.edit(note);
      case "comment":
        return this.#passages.comment(note);
      case "theme":
        return this.#passages.theme(note.dataset["note"]!);
      case "link":
        return this.#links.start(note.dataset["note"]!);
      case "split":
        return this.#passages.split(note);
      case "merge":
        return this.#passages.merge(note);
      case "panel":
        return this.#passages.enterPanel();
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target instanceof HTMLTextAreaElement) {
      event.preventDefault();
      return event.target.form?.requestSubmit();
    }
    if (document.querySelector("dialog[open]")) return;
    const command = commandOf(event);
    if (command === null) return;
    if (command === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault();
      return void this.#changes.undo();
    }
    if (event.key === "Escape") {
      // The key leaves the toolbar or closes the menu, and nothing behind it.
      if (event.target instanceof Element && !event.target.closest("[data-select-bar]") && !document.querySelector("details.menu[open]")) this.#stopWaiting();
      return;
    }
    if (event.altKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) return this.#passages.nudge(event);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && this.#links.finishByKey()) {
      event.preventDefault();
      return event.stopImmediatePropagation();
    }
    const withWords = wordKeys[command];
    const withPassage = passageKeys[command];
    if (!(withWords && this.#doWithWords(withWords))) {
      if (!withPassage) return;
      this.#doWithPassage(withPassage);
    }
    event.preventDefault();
  }

  /** The link first, because it was begun last. */
  #stopWaiting(): void {
    if (this.#links.isUnderWay) this.#links.stop();
    else this.#words.letGo();
  }

  #submit(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches("form[data-edit]") || !this.#reader.parentElement?.contains(form)) return;
    event.preventDefault();
    const address = event.submitter?.getAttribute("formaction") ?? form.getAttribute("action")!;
    const fields = new FormData(form, event.submitter);
    const matter = matterOf(address, fields);
    if (this.#underWay.has(matter)) return;
    this.#underWay.add(matter);
    const sent = form.closest("dialog") && this.#dialogs.send(form);
    const pieces = fields.has("start") ? this.#words.take() : [];
    void this.#changes.send(address, () => fields, sent ? undefined : textsOf(form)).then((id) => {
      this.#underWay.delete(matter);
      if (id === null) this.#words.putBack(pieces);
      if (sent) this.#answered(sent, fields, id !== null);
    });
  }

  #answered(sent: Sent, fields: FormData, stored: boolean): void {
    if (!this.#dialogs.answered(sent, stored)) return;
    const selected = this.#reader.dataset["selected"];
    if (selected) focusSign(this.#reader, selected);
    else this.#essay.focus({ preventScroll: true });
    if (fields.has("start")) this.#bar.hide();
  }
}

/** What a form is about, by which a second press is known also on the form that a refresh has put in the place of the first. */
function matterOf(address: string, fields: FormData): string {
  const other = ["back", "token", "__RequestVerificationToken"];
  const named = [...fields].filter(([name]) => !other.includes(name)).map(([name, value]): [string, string] => [name, String(value)]);
  return `${address}?${new URLSearchParams(named).toString()}`;
}

const passageKeys: Record<string, string> = {
  a: "accept", x: "reject", e: "edit", c: "comment", l: "link", s: "split", m: "merge", t: "theme", p: "panel",
};

const wordKeys: Record<string, string> = {
  c: "comment", "1": "claim", "2": "evidence", t: "theme", l: "link", w: "piece",
};
