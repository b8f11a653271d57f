/**
 * Positions in the essay's text. The server writes each block's characters into the page one by one and nothing
 * between them, and the block's id says where it begins; so counting characters gives the place in the text.
 */
export interface Span {
  start: number;
  end: number;
}

const blockOf = (node: Node): HTMLElement | null =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[id^='s-']") ?? null;

const beginOf = (block: HTMLElement): number => Number(block.id.slice(2));

/** The version whose text is in the page. */
export const versionOf = (reader: HTMLElement): string => reader.querySelector<HTMLElement>("[data-version]")!.dataset["version"]!;

/** Where a point of the page stands in the text; null outside the essay. */
export function offsetOf(node: Node, within: number): number | null {
  const block = blockOf(node);
  if (!block) return null;
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, within);
  return beginOf(block) + range.toString().length;
}

/** The words that are selected in the essay; null when there are none. */
export function selectedSpan(essay: HTMLElement): Span | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!essay.contains(range.startContainer) && !essay.contains(range.endContainer)) return null;
  const [first, last] = edges(essay, range);
  const start = first && offsetOf(first.node, first.at);
  const end = last && offsetOf(last.node, last.at);
  return start != null && end != null && start < end ? { start, end } : null;
}

/** The part of the page that shows a span. */
export function rangeOf(essay: HTMLElement, span: Span): Range | null {
  const start = pointOf(essay, span.start, false);
  const end = pointOf(essay, span.end, true);
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(start.node, start.at);
  range.setEnd(end.node, end.at);
  return range;
}

/** Widens or narrows an offset to the nearest edge of a word, in the given direction. */
export function wordEdge(essay: HTMLElement, offset: number, step: 1 | -1, edge: "start" | "end"): number {
  const block = blocks(essay).find((one) => beginOf(one) <= offset && offset <= beginOf(one) + textOf(one).length);
  if (!block) return offset;
  const text = textOf(block);
  const isEdge = (at: number) =>
    edge === "start" ? !isSpace(text[at]) && (at === 0 || isSpace(text[at - 1])) : at > 0 && !isSpace(text[at - 1]) && isSpace(text[at]);
  let at = offset - beginOf(block) + step;
  while (at >= 0 && at <= text.length && !isEdge(at)) at += step;
  return at < 0 || at > text.length ? offset : beginOf(block) + at;
}

/** Without white space at its edges; empty when it holds nothing else. */
export function withoutBlanks(essay: HTMLElement, span: Span): Span {
  const all = blocks(essay);
  // What stands between two blocks belongs to neither.
  const isBlank = (at: number) => {
    const block = all.findLast((one) => beginOf(one) <= at);
    return !block || isSpace(textOf(block)[at - beginOf(block)]);
  };
  let { start, end } = span;
  while (start < end && isBlank(start)) start++;
  while (start < end && isBlank(end - 1)) end--;
  return { start, end };
}

/** Widened where it begins or ends within a word. Not from white space, behind which another word begins. */
export function wholeWords(essay: HTMLElement, span: Span): Span {
  const { start, end } = withoutBlanks(essay, span);
  return start === end ? span : { start: wordEdge(essay, start + 1, -1, "start"), end: wordEdge(essay, end - 1, 1, "end") };
}

/** The edge of a word that is nearest to a point under the pointer. */
export function offsetAt(essay: HTMLElement, x: number, y: number, edge: "start" | "end"): number | null {
  const point = caretAt(x, y);
  if (!point || !essay.contains(point.node)) return null;
  const offset = offsetOf(point.node, point.at);
  if (offset === null) return null;
  const after = wordEdge(essay, offset - 1, 1, edge);
  const before = wordEdge(essay, offset + 1, -1, edge);
  return Math.abs(after - offset) < Math.abs(before - offset) ? after : before;
}

export function wordsOf(essay: HTMLElement, span: Span): string {
  return rangeOf(essay, span)?.toString() ?? "";
}

export interface Point {
  node: Node;
  at: number;
}

const isSpace = (character: string | undefined) => character === undefined || /\s/u.test(character);

const blocks = (essay: HTMLElement) => [...essay.querySelectorAll<HTMLElement>("[id^='s-']")];

const textOf = (block: HTMLElement) => block.textContent ?? "";

function caretAt(x: number, y: number): Point | null {
  const page = document as Document & { caretPositionFromPoint?(x: number, y: number): { offsetNode: Node; offset: number } | null };
  const position = page.caretPositionFromPoint?.(x, y);
  if (position) return { node: position.offsetNode, at: position.offset };
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, at: range.startOffset } : null;
}

/** Where in the page a place in the text is; at the end of what stands before it, where it is an end. */
export function pointOf(essay: HTMLElement, offset: number, isEnd: boolean): Point | null {
  let block: HTMLElement | undefined;
  for (const one of blocks(essay)) if (beginOf(one) < offset || (!isEnd && beginOf(one) === offset)) block = one;
  if (!block) return null;
  let left = offset - beginOf(block);
  let last: Point | null = null;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left < length || (isEnd && left <= length)) return { node, at: left };
    last = { node, at: length };
    left -= length;
  }
  return last;
}

/** A selection may begin or end between blocks, or outside the essay. */
function edges(essay: HTMLElement, range: Range): [Point | null, Point | null] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(essay, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (range.intersectsNode(node) && blockOf(node)) texts.push(node as Text);
  }
  const first = texts.find((text) => text !== range.startContainer || range.startOffset < text.length);
  const last = texts.findLast((text) => text !== range.endContainer || range.endOffset > 0);
  if (!first || !last) return [null, null];
  return [
    { node: first, at: first === range.startContainer ? range.startOffset : 0 },
    { node: last, at: last === range.endContainer ? range.endOffset : last.length },
  ];
}
