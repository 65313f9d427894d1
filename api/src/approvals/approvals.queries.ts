import { Injectable } from '@nestjs/common';
import {
  abilities,
  type ApprovalRow,
  type ApprovalsQuery,
  type ApprovalView,
  type Page,
} from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Db } from '../db/db';
import { decodeCursor, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';

/** As pg gives it: bigint as text. */
interface ApprovalRecord extends Omit<
  ApprovalView,
  'commitsCents' | 'limitCents' | 'askedAt' | 'expiresAt' | 'decidedAt' | 'asOf'
> {
  commitsCents: string;
  limitCents: string;
  askedAt: Date;
  expiresAt: Date;
  decidedAt: Date | null;
  sequence: string;
}

const rowSql = `
  select r.id, r.kind, r.title, r.state, r.commits_cents as "commitsCents", r.limit_cents as "limitCents", asker.name as "askedBy",
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
  const [row] = await tx.query<(ApprovalRecord & { deciders: number })[]>(
    `select asked.*, (select count(*)::int from member where workspace_id = $1 and role = any($4)
                        and person_id is distinct from asked.asked_by_id) as deciders
       from (${rowSql.replace('select r.id', 'select r.asked_by as asked_by_id, r.id')} and r.id = $3) asked`,
    [workspaceId, personId, id, [...abilities['decide:approvals']]],
  );
  if (!row) throw new Refused('not-found', { field: 'path.approvalId' });
  const { subjectId, resultId, figures, refusal, deciders } = row;
  return { ...toRow(row), asOf: new Date().toISOString(), subjectId, resultId, figures, refusal, deciders };
}

const toRow = (row: ApprovalRecord): ApprovalRow => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  state: row.state,
  commitsCents: Number(row.commitsCents),
  limitCents: Number(row.limitCents),
  askedBy: row.askedBy,
  own: row.own,
  askedAt: row.askedAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  words: row.words,
  decidedBy: row.decidedBy,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  reason: row.reason,
});
