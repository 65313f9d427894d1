import { Injectable } from '@nestjs/common';
import type {
  ApplicantRow,
  ApplicantsQuery,
  Page,
  RecruitmentRow,
  RecruitmentsQuery,
  RecruitmentView,
} from '@poolrise/contracts';
import { z } from 'zod';
import type { EntityManager } from 'typeorm';
import { AgreedOrdersService } from '../collaborations/agreed-orders.service';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import { KeptRecruitment } from './kept-recruitment.entity';
import { applicantRows, applicationCounts, briefOf, recruitmentRow, rowWith } from './recruitment-views';

interface Found {
  id: string;
  key: string;
}

const listSql = `
  select id, ${isoInstant('changed_at')} as key from recruitment
   where workspace_id = $1 and ($2::timestamptz is null or (changed_at, id) < ($2, $3::uuid))
     and case $4 when 'open' then state <> 'closed' when 'closed' then state = 'closed' else true end
     and ($5 = '' or strpos(lower(name), lower($5)) > 0)
   order by changed_at desc, id desc limit $6`;

/** Shortlisted ones stand first; `first` is 0 for those. */
const applicantsSql = `
  select id, first, ${isoInstant('applied_at')} as key
    from (select *, case state when 'shortlisted' then 0 else 1 end as first from recruitment_application
           where recruitment_id = $1) a
   where case $2 when 'waiting' then state in ('applied', 'shortlisted') when 'shortlisted' then state = 'shortlisted'
                 when 'selected' then state = 'selected' else true end
     and ($3::integer is null or (first, applied_at, id) > ($3, $4::timestamptz, $5::uuid))
   order by first, applied_at, id limit $6`;

/** Screens of a brand's recruitments. */
@Injectable()
export class RecruitmentsQueries {
  constructor(
    private readonly db: Db,
    private readonly agreed: AgreedOrdersService,
  ) {}

  /** The latest change first. */
  list(workspaceId: string, ask: z.output<typeof RecruitmentsQuery>): Promise<Page<RecruitmentRow>> {
    const tag = z.literal('recruitments');
    const [before, beforeId] = decodeCursor(ask.cursor, cursorInstant, z.uuid(), tag) ?? [null, null];
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const found = await tx.query<Found[]>(listSql, [
        workspaceId,
        before,
        beforeId,
        ask.show,
        ask.q ?? '',
        ask.limit + 1,
      ]);
      return pageFrom(
        await withRows(tx, found),
        ask.limit,
        ({ row }) => row,
        ({ key, row }) => [key, row.id, 'recruitments'],
      );
    });
  }

  /** @throws Refused not-found */
  one(workspaceId: string, recruitmentId: string): Promise<RecruitmentView> {
    return this.db.inWorkspace(workspaceId, async (tx) =>
      this.view(tx, await keptOf(tx, workspaceId, recruitmentId)),
    );
  }

  /** The same inside a transaction that has just written it. */
  async view(tx: EntityManager, kept: KeptRecruitment, now = new Date()): Promise<RecruitmentView> {
    return {
      ...(await recruitmentRow(tx, kept)),
      ...briefOf(kept),
      cashCents: await this.agreed.cash(tx, kept.workspaceId),
      asOf: now.toISOString(),
    };
  }

  /** Who applied, by when; the shortlisted first. @throws Refused not-found */
  applicants(
    workspaceId: string,
    recruitmentId: string,
    ask: z.output<typeof ApplicantsQuery>,
  ): Promise<Page<ApplicantRow>> {
    const tag = z.literal('applicants');
    const [first, at, id] = decodeCursor(ask.cursor, z.int().min(0).max(1), cursorInstant, z.uuid(), tag) ?? [
      null,
      null,
      null,
    ];
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const kept = await keptOf(tx, workspaceId, recruitmentId);
      const found = await tx.query<(Found & { first: number })[]>(applicantsSql, [
        recruitmentId,
        ask.show,
        first,
        at,
        id,
        ask.limit + 1,
      ]);
      const rows = await applicantRows(
        tx,
        kept,
        workspaceId,
        found.map((one) => one.id),
      );
      const byId = new Map(rows.map((row) => [row.id, row]));
      return pageFrom(
        found.flatMap((one) => {
          const row = byId.get(one.id);
          return row ? [{ ...one, row }] : [];
        }),
        ask.limit,
        ({ row }) => row,
        (one) => [one.first, one.key, one.id, 'applicants'],
      );
    });
  }
}

async function keptOf(
  tx: EntityManager,
  workspaceId: string,
  recruitmentId: string,
): Promise<KeptRecruitment> {
  const kept = await tx.findOneBy(KeptRecruitment, { id: recruitmentId, workspaceId });
  if (!kept) throw new Refused('not-found', { field: 'path.recruitmentId' });
  return kept;
}

async function withRows(
  tx: EntityManager,
  found: readonly Found[],
): Promise<{ key: string; row: RecruitmentRow }[]> {
  if (!found.length) return [];
  const ids = found.map(({ id }) => id);
  const kept = await tx
    .createQueryBuilder(KeptRecruitment, 'kept')
    .where('kept.id in (:...ids)', { ids })
    .getMany();
  const counts = await applicationCounts(tx, ids);
  const byId = new Map(kept.map((one) => [one.id, one]));
  return found.flatMap(({ id, key }) => {
    const one = byId.get(id);
    return one ? [{ key, row: rowWith(one, counts.get(id)) }] : [];
  });
}
