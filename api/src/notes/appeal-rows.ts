import type { AppealView, ViolationRow } from '@poolrise/contracts';
import {
  appealDue,
  type AppealState,
  appealUntil,
  mayAppeal,
  type AuditState,
  type ViolationKind,
  type ViolationVerdict,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { isoInstant } from '../http/paging';
import type { MediaLinks, MediaRecord } from '../media/media-links';
import { isViolation, ruleOf, violationIn } from './violations';

/** An appeal as JSON of one statement has it; `a` is its table. */
export interface AppealRecord {
  id: string;
  state: AppealState;
  reason: string;
  askedAt: string;
  answer: string | null;
  decidedAt: string | null;
  decidedAlone: boolean;
  verdict: ViolationVerdict;
  kind: ViolationKind;
  words: string[];
}
export const appealJson = `jsonb_build_object('id', a.id, 'state', a.state, 'reason', a.reason, 'askedAt', ${isoInstant('a.asked_at')},
  'answer', a.answer, 'decidedAt', ${isoInstant('a.decided_at')}, 'decidedAlone', a.decided_alone, 'verdict', a.verdict,
  'kind', a.kind, 'words', to_jsonb(a.words))`;

export const appealView = (appeal: AppealRecord): AppealView => ({
  id: appeal.id,
  state: appeal.state,
  reason: appeal.reason,
  askedAt: appeal.askedAt,
  dueAt: new Date(appealDue(Date.parse(appeal.askedAt))).toISOString(),
  answer: appeal.answer,
  decidedAt: appeal.decidedAt,
  decidedAlone: appeal.decidedAlone,
});

export interface ViolationRecord {
  id: string;
  title: string;
  body: string;
  topics: string[];
  language: ViolationRow['language'];
  cover_hue: number;
  cover: MediaRecord | null;
  published_at: string;
  audit_state: AuditState;
  found_at: string;
  review_reason: string | null;
  appeal: AppealRecord | null;
}

export function violationRow(row: ViolationRecord, links: MediaLinks, now: Date): ViolationRow {
  const { appeal } = row;
  const { kind, words } = appeal ?? violationIn(row);
  const foundAt = Date.parse(row.found_at);
  const open =
    mayAppeal({ auditState: row.audit_state, foundAt, appealed: appeal !== null }, now.getTime()) === null;
  return {
    noteId: row.id,
    title: row.title,
    language: row.language,
    coverHue: row.cover_hue,
    coverUrl: links.thumb(row.cover),
    publishedAt: row.published_at,
    foundAt: row.found_at,
    kind,
    words,
    rule: ruleOf(kind),
    verdict: appeal?.verdict ?? (isViolation(row.audit_state) ? row.audit_state : 'limited'),
    reviewReason: row.review_reason,
    appealUntil: open ? new Date(appealUntil(foundAt)).toISOString() : null,
    appeal: appeal && appealView(appeal),
  };
}

/** How many people of the platform, other than this one, could decide about an appeal. The caller wears the engine's hat. */
export async function othersWhoDecide(tx: EntityManager, personId: string): Promise<number> {
  const [row] = await tx.query<{ others: number }[]>(
    `select count(distinct member.person_id)::integer as others from member
       join workspace on workspace.id = member.workspace_id and workspace.kind = 'platform'
      where member.role in ('owner', 'operator') and member.person_id <> $1`,
    [personId],
  );
  return row?.others ?? 0;
}
