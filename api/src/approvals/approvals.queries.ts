import { Injectable } from '@nestjs/common';
import {
  abilities,
  abilityToDecide,
  type ApprovalRow,
  type ApprovalsQuery,
  type ApprovalView,
  type Page,
} from '@poolrise/contracts';
import { approvalRuleOn, dayInShanghai } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Db } from '../db/db';
import { decodeCursor, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';

/** As pg gives it: bigint as text. */
interface ApprovalRecord extends Omit<
  ApprovalView,
  | 'commitsCents'
  | 'aloneCents'
  | 'limitCents'
  | 'askedAt'
  | 'expiresAt'
  | 'decidedAt'
  | 'asOf'
  | 'sumHours'
  | 'deciders'
> {
  commitsCents: string | null;
  aloneCents: string;
  limitCents: string | null;
  askedAt: Date;
  expiresAt: Date;
  decidedAt: Date | null;
  sequence: string;
}

const rowSql = `
  select r.id, r.kind, r.title, r.state, r.commits_cents as "commitsCents", r.alone_cents as "aloneCents",
         r.limit_cents as "limitCents", asker.name as "askedBy",
         coalesce(r.asked_by = $2::uuid, false) as own, r.asked_at as "askedAt", r.expires_at as "expiresAt", r.words,
         decider.name as "decidedBy", r.decided_at as "decidedAt", r.reason, r.sequence, r.subject_id as "subjectId",
         r.result_id as "resultId", r.figures, r.refusal
    from approval_request r
    left join person asker on asker.id = r.asked_by left join person decider on decider.id = r.decided_by
   where r.workspace_id = $1`;

/** What waits or waited for a second person. */
@Injectable()
export class ApprovalsQueries {
  constructor(private readonly db: Db) {}

  async list(
    workspaceId: string,
    personId: string | null,
    ask: z.output<typeof ApprovalsQuery>,
  ): Promise<Page<ApprovalRow>> {
    const [before] = decodeCursor(ask.cursor, z.int().positive(), z.literal('approvals')) ?? [null];
    const rows = await this.db.read<ApprovalRecord>(
      workspaceId,
      `${rowSql} and ($3::bigint is null or r.sequence < $3) and ($4::text is null or r.state = $4)
        and ($5::text is null or r.kind = $5) order by r.sequence desc limit $6`,
      [workspaceId, personId, before, ask.state ?? null, ask.kind ?? null, ask.limit + 1],
    );
    return pageFrom(rows, ask.limit, toRow, (row) => [Number(row.sequence), 'approvals']);
  }

  /** @throws Refused not-found */
  approval(workspaceId: string, personId: string | null, id: string): Promise<ApprovalView> {
    return this.db.inWorkspace(workspaceId, (tx) => approvalView(tx, workspaceId, id, personId));
  }
}

/** One request as a person sees it. @throws Refused not-found */
export async function approvalView(
  tx: EntityManager,
  workspaceId: string,
  id: string,
  personId: string | null,
): Promise<ApprovalView> {
  const [row] = await tx.query<ApprovalRecord[]>(`${rowSql} and r.id = $3`, [workspaceId, personId, id]);
  if (!row) throw new Refused('not-found', { field: 'path.approvalId' });
  const { subjectId, resultId, figures, refusal, kind } = row;
  const [others] = await tx.query<{ deciders: number }[]>(
    `select count(*)::int as deciders from member where workspace_id = $1 and role = any($2)
        and person_id is distinct from (select asked_by from approval_request where id = $3)`,
    [workspaceId, [...abilities[abilityToDecide(kind)]], id],
  );
  return {
    ...toRow(row),
    ...{ subjectId, resultId, figures, refusal },
    sumHours: approvalRuleOn(dayInShanghai(row.askedAt)).sumHours,
    deciders: others?.deciders ?? 0,
    asOf: new Date().toISOString(),
  };
}

const toRow = (row: ApprovalRecord): ApprovalRow => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  state: row.state,
  commitsCents: row.commitsCents === null ? null : Number(row.commitsCents),
  aloneCents: Number(row.aloneCents),
  limitCents: row.limitCents === null ? null : Number(row.limitCents),
  askedBy: row.askedBy,
  own: row.own,
  askedAt: row.askedAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  words: row.words,
  decidedBy: row.decidedBy,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  reason: row.reason,
});
