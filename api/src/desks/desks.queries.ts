import { Injectable } from '@nestjs/common';
import {
  type ClaimableCreators,
  claimableMax,
  type DeskClaimRow,
  type DeskClaimsQuery,
  type DeskView,
  type DirectoryCreator,
  type Page,
} from '@poolrise/contracts';
import { readCreatorReference } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, pageFrom } from '../http/paging';
import { likeText } from '../words/search-terms';
import { claimRows, claimView, directoryCreator, latestClaim, tiedCreator } from './claim-rows';

/** Screens of whose desk it is. */
@Injectable()
export class DesksQueries {
  constructor(private readonly db: Db) {}

  desk(workspaceId: string): Promise<DeskView> {
    return this.db.asEngine((tx) => deskView(tx, workspaceId));
  }

  /** Creators of the directory, which is public; whether a desk speaks for one is known to the engine alone. */
  claimable(q: string): Promise<ClaimableCreators> {
    const reference = readCreatorReference(q);
    const platformId = reference && 'platformId' in reference ? reference.platformId : null;
    const redId = reference && 'redId' in reference ? reference.redId : q.trim();
    const name = platformId ? '' : q.trim().toLowerCase();
    return this.db.asEngine(async (tx) => {
      const found = await tx.query<{ creator: DirectoryCreator }[]>(
        `select ${directoryCreator} as creator from creator c
          where c.deleted_at is null
            and (c.platform_id = $1 or c.red_id = $2 or ($3 <> '' and c.name ilike $4))
          order by (c.platform_id = $1 or c.red_id = $2) desc nulls last, lower(c.name) = $3 desc, c.followers desc, c.id
          limit $5`,
        [platformId, platformId ? null : redId, name, `%${likeText(name)}%`, claimableMax],
      );
      return { items: found.map(({ creator }) => creator), asOf: new Date().toISOString() };
    });
  }

  /** What waits for the platform, or ties that hold. @throws Refused platform-only */
  claims(workspaceId: string, ask: z.output<typeof DeskClaimsQuery>): Promise<Page<DeskClaimRow>> {
    const tag = z.literal('desk-claims');
    const [at, id] = decodeCursor(ask.cursor, cursorInstant, z.uuid(), tag) ?? [null, null];
    const rest =
      ask.show === 'waiting'
        ? `where k.state = 'waiting' and ($1::timestamptz is null or (k.asked_at, k.id) > ($1, $2::uuid))
           order by k.asked_at, k.id limit $3`
        : `where k.state = 'approved' and ($1::timestamptz is null or (k.answered_at, k.id) < ($1, $2::uuid))
           order by k.answered_at desc, k.id desc limit $3`;
    return asPlatform(this.db, workspaceId, async (tx) =>
      pageFrom(
        await claimRows(tx, rest, [at, id, ask.limit + 1]),
        ask.limit,
        claimView,
        ({ key, ...row }) => [key, row.id, 'desk-claims'],
      ),
    );
  }
}

/** For whom a desk speaks. The caller wears the engine's hat and has asked whose desk it is. */
export async function deskView(tx: EntityManager, deskId: string): Promise<DeskView> {
  return {
    creator: await tiedCreator(tx, deskId),
    claim: await latestClaim(tx, deskId),
    asOf: new Date().toISOString(),
  };
}
