import { type AuditState, type ViolationKind, violationRules, type ViolationVerdict } from '@poolrise/domain';
import type { ViolationRow } from '@poolrise/contracts';
import { auditFindings } from './audit';
import { kindOfWord } from './audit-words';

/** What was found in a note, and under which rule. */
export interface Violation {
  kind: ViolationKind;
  words: string[];
}

/** The gravest word gives the kind; without a word it was a person who found something. */
export function violationIn(note: { title: string; body: string; topics: readonly string[] }): Violation {
  const words = auditFindings(note.title, note.body, note.topics).map(({ word }) => word);
  const [first] = words;
  return { kind: first === undefined ? 'by-person' : kindOfWord(first), words };
}

export const isViolation = (state: AuditState): state is ViolationVerdict =>
  state === 'limited' || state === 'rejected';

export const ruleOf = (kind: ViolationKind): ViolationRow['rule'] => violationRules[kind];
