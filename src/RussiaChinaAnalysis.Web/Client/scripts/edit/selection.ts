import { offsetOf, pointOf, versionOf } from "./offsets";

/** What is selected in the essay, or where the caret stands in it, by the places in the text. */
export interface Selected {
  version: string;
  anchor: number;
  focus: number;
}

export function selectedIn(reader: HTMLElement, essay: HTMLElement): Selected | null {
  const selection = getSelection();
  if (!selection?.anchorNode || !selection.focusNode || !essay.contains(selection.anchorNode) || !essay.contains(selection.focusNode)) return null;
  const anchor = offsetOf(selection.anchorNode, selection.anchorOffset);
  const focus = offsetOf(selection.focusNode, selection.focusOffset);
  return anchor === null || focus === null ? null : { version: versionOf(reader), anchor, focus };
}

/** Nothing where the text is another by now. */
export function selectAgain(reader: HTMLElement, essay: HTMLElement, { version, anchor, focus }: Selected): void {
  if (version !== versionOf(reader)) return;
  const from = pointOf(essay, anchor, anchor > focus);
  const to = pointOf(essay, focus, focus > anchor);
  if (from && to) getSelection()?.setBaseAndExtent(from.node, from.at, to.node, to.at);
}
