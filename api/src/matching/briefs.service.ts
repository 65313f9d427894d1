import { Injectable } from '@nestjs/common';
import {
  type BriefRow,
  type BriefView,
  type BriefWishes,
  type ChangeBrief,
  type Page,
  type PageQuery,
  type WriteBrief,
} from '@poolrise/contracts';
import { dayInShanghai, matchWeightPresets } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { tierSchemeOf } from '../creators/creator-rows';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import { Brief } from './brief.entity';
import { checkWishes } from './check-wishes';

/** A workspace with more has stopped deleting what is over [P]. */
const briefsMax = 500;

/** Briefs as people write them. */
@Injectable()
export class BriefsService {
  constructor(private readonly db: Db) {}

  list(workspaceId: string, { cursor, limit }: PageQuery): Promise<Page<BriefRow>> {
    const after = decodeCursor(cursor, cursorInstant, z.uuid());
    return this.db
      .read<BriefRow>(workspaceId, listSql, [after?.[0] ?? null, after?.[1] ?? null, limit + 1])
      .then((rows) =>
        pageFrom(
          rows,
          limit,
          (row) => row,
          ({ updatedAt, id }) => [updatedAt, id],
        ),
      );
  }

  /** @throws Refused not-found */
  one(workspaceId: string, briefId: string): Promise<BriefView> {
    return this.db.inWorkspace(workspaceId, async (tx) => viewOf(tx, await find(tx, briefId)));
  }

  /**
   * Writes a brief down, or returns the one already written under the same request key.
   * @throws Refused invalid-input, not-found, request-key-reused, too-many-briefs
   */
  write(
    workspaceId: string,
    person: Pick<CallingPerson, 'id'>,
    { wishes, requestKey }: WriteBrief,
    now = new Date(),
  ): Promise<BriefView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      // The workspace is the one lock, so that two presses of the button are counted one after the other.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 26))', [workspaceId]);
      const earlier = await tx.findOneBy(Brief, { workspaceId, requestKey });
      if (earlier) {
        if (!(await sameWishes(tx, earlier.id, wishes)))
          throw new Refused('request-key-reused', { field: '/requestKey' });
        return viewOf(tx, earlier);
      }
      if ((await tx.countBy(Brief, { workspaceId })) >= briefsMax)
        throw new Refused('too-many-briefs', { figures: { most: briefsMax } });
      await check(tx, workspaceId, wishes, dayInShanghai(now));
      const { product, category } = wishes;
      const kept = await tx.save(
        tx.create(Brief, {
          workspaceId,
          requestKey,
          product,
          category,
          wishes,
          createdBy: person.id,
          updatedAt: now,
        }),
      );
      return viewOf(tx, await find(tx, kept.id));
    });
  }

  /** @throws Refused not-found, invalid-input, brief-moved-on */
  change(
    workspaceId: string,
    briefId: string,
    { wishes, version }: ChangeBrief,
    now = new Date(),
  ): Promise<BriefView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const brief = await find(tx, briefId);
      // A brief whose window has passed since can still have its weights changed.
      const moved = brief.wishes.window.to !== wishes.window.to;
      await check(tx, workspaceId, wishes, moved ? dayInShanghai(now) : null);
      const { product, category } = wishes;
      const { affected } = await tx.update(
        Brief,
        { id: briefId, version },
        { wishes, product, category, version: version + 1, updatedAt: now },
      );
      if (!affected)
        throw new Refused('brief-moved-on', { field: '/version', figures: { version: brief.version } });
      return viewOf(tx, await find(tx, briefId));
    });
  }

  /** @throws Refused not-found */
  async drop(workspaceId: string, briefId: string): Promise<void> {
    await this.db.inWorkspace(workspaceId, async (tx) => {
      await find(tx, briefId);
      await tx.delete(Brief, { id: briefId });
    });
  }
}

/** A brief of the workspace that the transaction speaks for. @throws Refused not-found */
export async function find(tx: EntityManager, briefId: string): Promise<Brief> {
  const brief = await tx.findOneBy(Brief, { id: briefId });
  if (!brief) throw new Refused('not-found', { field: 'path.briefId' });
  return brief;
}

/** Holds a brief against what only the database knows. `today` is null when the window need not lie ahead. */
async function check(
  tx: EntityManager,
  workspaceId: string,
  wishes: BriefWishes,
  today: string | null,
): Promise<void> {
  const scheme = await tierSchemeOf(tx, workspaceId);
  const known = await tx.query<{ id: string }[]>('select id from creator where id = any($1)', [
    wishes.excludedIds,
  ]);
  const fields = checkWishes(wishes, {
    today,
    tiers: scheme.tiers,
    presets: matchWeightPresets.map(({ id }) => id),
    creatorIds: new Set(known.map(({ id }) => id)),
  });
  const [first] = fields;
  if (first) throw new Refused('invalid-input', { field: first.field, detail: first.detail, fields });
}

async function sameWishes(tx: EntityManager, briefId: string, wishes: BriefWishes): Promise<boolean> {
  const [row] = await tx.query<{ same: boolean }[]>(
    'select wishes = $2::jsonb as same from brief where id = $1',
    [briefId, JSON.stringify(wishes)],
  );
  return row?.same ?? false;
}

async function viewOf(tx: EntityManager, brief: Brief): Promise<BriefView> {
  const scheme = await tierSchemeOf(tx, brief.workspaceId);
  const named = await tx.query<BriefView['named']>(
    'select id, name from creator where id = any($1) order by name, id',
    [brief.wishes.excludedIds],
  );
  const [writer] = await tx.query<{ name: string }[]>('select name from person where id = $1', [
    brief.createdBy,
  ]);
  return {
    id: brief.id,
    version: brief.version,
    wishes: brief.wishes,
    createdBy: writer?.name ?? '',
    createdAt: brief.createdAt.toISOString(),
    updatedAt: brief.updatedAt.toISOString(),
    named,
    tiers: scheme.tiers.map((tier) => ({ ...tier })),
  };
}

const listSql = `
  select brief.id, brief.product, brief.category, brief.wishes ->> 'kind' as kind,
    (brief.wishes ->> 'budgetCents')::float8 as "budgetCents", brief.wishes -> 'window' as window,
    (select count(*)::integer from portfolio where brief_id = brief.id) as portfolios,
    coalesce(person.name, '') as "createdBy", ${isoInstant('brief.updated_at')} as "updatedAt"
  from brief left join person on person.id = brief.created_by
  where $1::timestamptz is null or (brief.updated_at, brief.id) < ($1, $2::uuid)
  order by brief.updated_at desc, brief.id desc limit $3`;
