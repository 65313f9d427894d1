import type { TextAnchor } from '@poolrise/contracts';

/** A part of a text, and the numbers of the comments that are about it. */
export interface Marked {
  text: string;
  /** numbers of comments that cover it */
  pins: number[];
  /** those that end here, whose number stands at its end */
  ends: number[];
}

export interface Pin {
  number: number;
  anchor: TextAnchor;
}

/** Cuts a text where comments begin and end, so that each part has one set of comments. Anchors may overlap. */
export function markedOf(text: string, pins: readonly Pin[]): Marked[] {
  const cuts = new Set([0, text.length]);
  for (const { anchor } of pins)
    for (const at of [anchor.from, anchor.to]) if (at < text.length) cuts.add(at);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((to, index) => {
    const from = places[index] ?? 0;
    const here = pins.filter(({ anchor }) => anchor.from < to && anchor.to > from);
    return {
      text: text.slice(from, to),
      pins: here.map(({ number }) => number),
      ends: here.filter(({ anchor }) => Math.min(anchor.to, text.length) === to).map(({ number }) => number),
    };
  });
}

/** Where the sentences of a text stand, blanks around them left out: what can be commented on without a mouse. */
export function sentencesIn(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const match of text.matchAll(/[^。！？!?\n]+?(?:[。！？!?…]+|\.(?=\s|$)|(?=\n)|$)/gu)) {
    const words = match[0].trim();
    if (!words) continue;
    const from = match.index + match[0].indexOf(words);
    found.push({ from, to: from + words.length });
  }
  return found;
}

/**
 * What is selected inside an element, as places in its text; null when nothing is, or when the selection leaves it. The
 * element must hold nothing but that text.
 */
export function selectedIn(
  element: HTMLElement,
  selection: Selection | null,
): { from: number; to: number } | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const before = range.cloneRange();
  before.selectNodeContents(element);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  const to = from + range.toString().length;
  return from < to ? { from, to } : null;
}

/** Room for a quotation, in halves of a Chinese character. */
const quoteRoom = 56;

/** As much of a text as tells it from others in a list; Latin letters take half the room of Chinese ones. */
export function shortened(text: string): string {
  let room = quoteRoom;
  const letters = [...text];
  const kept = letters.findIndex((letter) => (room -= /\p{Script=Han}/u.test(letter) ? 2 : 1) < 0);
  return kept < 0 ? text : `${letters.slice(0, kept).join('')}…`;
}
