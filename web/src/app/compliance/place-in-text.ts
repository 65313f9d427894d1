import type { ComplianceFindingView } from '@poolrise/contracts';
import type { ComplianceAsk } from './compliance-check';

/** A place in one field of a note. */
export interface PlaceInText {
  field: 'title' | 'body';
  from: number;
  to: number;
}

/** The words of a field as they are now; '' for what is not in words. */
export function fieldOf(at: ComplianceFindingView['at'], { title, body, topics }: ComplianceAsk): string {
  if (at.field === 'title') return title;
  if (at.field === 'body') return body;
  return at.field === 'topic' ? (topics[at.index] ?? '') : '';
}

/**
 * Where the words of a finding stand in a text that may have been written on since it was found: nearest to where they stood.
 * Null when they are gone.
 */
export function standsAt(text: string, words: string, from: number): number | null {
  if (!words) return null;
  const before = text.lastIndexOf(words, from);
  const after = text.indexOf(words, from);
  if (before < 0) return after < 0 ? null : after;
  return after < 0 || from - before < after - from ? before : after;
}

/** The words around a place, cut where they are long: before it, in it, after it. */
export function quoted(text: string, from: number, to: number, around = 16): [string, string, string] {
  const start = Math.max(0, from - around);
  const end = Math.min(text.length, to + around);
  const flat = (part: string) => part.replace(/\s+/g, ' ');
  return [
    (start > 0 ? '…' : '') + flat(text.slice(start, from)),
    flat(text.slice(from, to)),
    flat(text.slice(to, end)) + (end < text.length ? '…' : ''),
  ];
}
