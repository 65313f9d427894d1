import { Injectable } from '@nestjs/common';
import type { BoardPage, BoardQuery, BoardRow, BoardView, OwnApplication } from '@poolrise/contracts';
import { healthLevels, priceOrder, unfitFor } from '@poolrise/domain';
import { z } from 'zod';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import { verifiedOf } from '../professional/verified-of';
import { type BoardCreator, creatorOfDesk } from './creator-of-desk';
import { KeptRecruitment } from './kept-recruitment.entity';
import { briefOf, describedRecruitment } from './recruitment-views';

interface Found {
  id: string;
  key: string;
}

/** Open ones whose requirements a creator meets, as `unfitFor` of the domain has it; by the index of those that are open. */
const fittingSql = `
  select id, ${isoInstant('apply_until')} as key from recruitment
   where state = 'open' and apply_until > $1 and ($2::timestamptz is null or (apply_until, id) > ($2, $3::uuid))
     and $4 >= coalesce((requirements ->> 'followersLeast')::bigint, 0)
     and ($4 <= (requirements ->> 'followersMost')::bigint or requirements ->> 'followersMost' is null)
     and (requirements -> 'categories' = '[]' or requirements -> 'categories' ?| $5::text[])
     and requirements ->> 'health' = any($6::text[])
     and note_type = any($7::text[])
     and (not $8 or requirements ->> 'withoutUnusual' = 'false')
   order by apply_until, id limit $9`;

/** Those that a desk applied to, the latest change first, by the index of desks. */
const appliedSql = `
  select recruitment_id as id, a.id as "applicationId", ${isoInstant('changed_at')} as key from recruitment_application a
   where desk_id = $1 and ($2::timestamptz is null or (changed_at, a.id) < ($2, $3::uuid))
   order by changed_at desc, a.id desc limit $4`;

/** What creators read of recruitments: those of all brands, and one's own applications. */
@Injectable()
export class BoardQueries {
  constructor(private readonly db: Db) {}

  /** A desk that speaks for nobody has an empty board. */
  list(workspaceId: string, ask: z.output<typeof BoardQuery>, now = new Date()): Promise<BoardPage> {
    const tag = z.literal(`board-${ask.show}`);
    const [at, id] = decodeCursor(ask.cursor, cursorInstant, z.uuid(), tag) ?? [null, null];
    return this.db.asEngine(async (tx) => {
      const creator = await creatorOfDesk(tx, workspaceId, now);
      const found =
        ask.show === 'applied'
          ? await tx.query<(Found & { applicationId: string })[]>(appliedSql, [
              workspaceId,
              at,
              id,
              ask.limit + 1,
            ])
          : creator
            ? await tx.query<Found[]>(fittingSql, fittingParameters(creator, now, at, id, ask.limit + 1))
            : [];
      const rows = await boardRows(tx, workspaceId, found);
      const page = pageFrom(
        rows,
        ask.limit,
        ({ row }) => row,
        ({ found: one }) => [
          one.key,
          'applicationId' in one ? String(one.applicationId) : one.id,
          `board-${ask.show}`,
        ],
      );
      return { ...page, tied: creator !== null };
    });
  }

  /** One recruitment that is open, or to which this desk applied. @throws Refused not-found */
  one(workspaceId: string, recruitmentId: string, now = new Date()): Promise<BoardView> {
    return this.db.asEngine(async (tx) => {
      const creator = await creatorOfDesk(tx, workspaceId, now);
      const kept = creator && (await tx.findOneBy(KeptRecruitment, { id: recruitmentId }));
      const own = kept ? await ownApplications(tx, workspaceId, [kept]) : new Map<string, OwnApplication>();
      if (!kept || (kept.state !== 'open' && !own.has(kept.id)))
        throw new Refused('not-found', { field: 'path.boardRecruitmentId' });
      return {
        ...describedRecruitment(kept),
        ...briefOf(kept),
        brandVerified: (await verifiedOf(tx, [kept.workspaceId])).has(kept.workspaceId),
        own: own.get(kept.id) ?? null,
        unfit: unfitFor(kept.requirements, kept.noteType, {
          ...creator,
          unusualTests: creator.unusual.length,
        }),
        ownPriceCents: kept.noteType === 'image' ? creator.imageCents : creator.videoCents,
        asOf: now.toISOString(),
      };
    });
  }
}

/** Levels stand from the best to the worst: whoever has one meets it and those behind it. */
const meets = (creator: BoardCreator): string[] =>
  creator.health === 'abnormal' ? [] : healthLevels.slice(healthLevels.indexOf(creator.health));

const fittingParameters = (
  creator: BoardCreator,
  now: Date,
  at: string | null,
  id: string | null,
  limit: number,
): unknown[] => [
  now,
  at,
  id,
  creator.followers,
  [...creator.categories],
  meets(creator),
  [...(creator.acceptsImage ? ['image'] : []), ...(creator.acceptsVideo ? ['video'] : [])],
  creator.unusual.length > 0,
  limit,
];

async function boardRows<One extends Found>(
  tx: EntityManager,
  deskId: string,
  found: readonly One[],
): Promise<{ found: One; row: BoardRow }[]> {
  if (!found.length) return [];
  const kept = await tx
    .createQueryBuilder(KeptRecruitment, 'kept')
    .where('kept.id in (:...ids)', { ids: found.map(({ id }) => id) })
    .getMany();
  const own = await ownApplications(tx, deskId, kept);
  const verified = await verifiedOf(
    tx,
    kept.map((one) => one.workspaceId),
  );
  const byId = new Map(kept.map((one) => [one.id, one]));
  return found.flatMap((one) => {
    const recruitment = byId.get(one.id);
    if (!recruitment) return [];
    const row = {
      ...describedRecruitment(recruitment),
      brandVerified: verified.has(recruitment.workspaceId),
      own: own.get(one.id) ?? null,
    };
    return [{ found: one, row }];
  });
}

/** What this desk handed in to these, by recruitment. */
async function ownApplications(
  tx: EntityManager,
  deskId: string,
  recruitments: readonly KeptRecruitment[],
): Promise<Map<string, OwnApplication>> {
  const found = await tx.query<
    (Omit<OwnApplication, 'quoteCents' | 'netCents'> & { quoteCents: string; recruitmentId: string })[]
  >(
    `select id, recruitment_id as "recruitmentId", state, quote_cents as "quoteCents", words, answer_words as "answerWords",
            ${isoInstant('applied_at')} as "appliedAt", ${isoInstant('changed_at')} as "changedAt", order_id as "orderId"
       from recruitment_application where desk_id = $1 and recruitment_id = any($2::uuid[])`,
    [deskId, recruitments.map(({ id }) => id)],
  );
  const byId = new Map(recruitments.map((one) => [one.id, one]));
  return new Map(
    found.flatMap(({ recruitmentId, quoteCents: asked, ...row }) => {
      const kept = byId.get(recruitmentId);
      if (!kept) return [];
      const { quoteCents, netCents } = priceOrder(Number(asked), kept.terms, kept.rules);
      return [[recruitmentId, { ...row, quoteCents, netCents }] as const];
    }),
  );
}
