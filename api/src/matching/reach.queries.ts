import { Injectable } from '@nestjs/common';
import type { AskReach, ReachTarget, ReachView } from '@poolrise/contracts';
import { netReach, type ReachSketch, sketchFromBytes, uniteSketches } from '@poolrise/domain';
import { noSuchCreator } from '../creators/no-such-creator';
import { Db } from '../db/db';
import type { Asks } from './match-candidates';

/** Sketches of so many creators are read before other work of the process has its turn. */
const creatorsAtOnce = 25;

/** What several creators reach together. */
@Injectable()
export class ReachQueries {
  constructor(private readonly db: Db) {}

  /** @throws Refused not-found for a creator who is not in the directory */
  of(workspaceId: string, { creatorIds, target }: AskReach): Promise<ReachView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const rows = await tx.query<{ id: string; name: string }[]>(
        'select id, name from creator where id = any($1)',
        [creatorIds],
      );
      const names = new Map(rows.map(({ id, name }) => [id, name]));
      const missing = creatorIds.findIndex((id) => !names.has(id));
      if (missing >= 0) throw noSuchCreator(`/creatorIds/${missing}`);
      const sketches = await sketchesOf(tx, creatorIds, target);
      const named = (creatorId: string) => ({ creatorId, name: names.get(creatorId) ?? '' });
      const known = creatorIds.filter((id) => sketches.has(id));
      const { net, sum, overlapShare, overlapStandardError, members } = netReach(
        known.map((id) => sketches.get(id) as ReachSketch),
      );
      return {
        net,
        sum,
        overlapShare,
        overlapStandardError,
        members: members.map(({ audience, inOrder, alone }, at) => ({
          ...named(known[at] as string),
          audience,
          adds: inOrder,
          alone,
        })),
        unknown: creatorIds.filter((id) => !sketches.has(id)).map(named),
      };
    });
  }
}

/** Who of a target follows each of these creators; of whose followers nothing is known is left out. */
export async function sketchesOf(
  tx: Asks,
  creatorIds: readonly string[],
  { genders, ages }: ReachTarget,
): Promise<Map<string, ReachSketch>> {
  const sketches = new Map<string, ReachSketch>();
  for (let at = 0; at < creatorIds.length; at += creatorsAtOnce) {
    const rows = await tx.query<{ creator_id: string; cells: string[] }[]>(
      `select creator_id, array_agg(encode(sketch, 'base64')) as cells from creator_reach
       where creator_id = any($1) and (cardinality($2::text[]) = 0 or gender = any($2))
         and (cardinality($3::text[]) = 0 or age = any($3))
       group by creator_id`,
      [creatorIds.slice(at, at + creatorsAtOnce), genders, ages],
    );
    for (const { creator_id, cells } of rows)
      sketches.set(
        creator_id,
        uniteSketches(cells.map((cell) => sketchFromBytes(Buffer.from(cell, 'base64')))),
      );
  }
  return sketches;
}
