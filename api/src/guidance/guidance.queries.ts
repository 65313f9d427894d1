import { Injectable } from '@nestjs/common';
import type { CheckGuidance, GuidanceView } from '@poolrise/contracts';
import {
  adviseKeywords,
  bestTime,
  type Category,
  checkFormat,
  type DemandedSearch,
  featureKeys,
  featuresOf,
  firstPoolOdds,
  groupOfFeature,
  hourOf,
  type NoteToGuide,
  weekdayOf,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { searchWordsOf } from '../words/segment';
import { type CategoryPeers, peerDays } from './guidance-peers';
import { KeptPeers } from './kept-peers';
import { caseOf, type NoteRow, peerOf } from './note-rows';
import { ownSql } from './odds-at-publishing';

type Ask = z.output<typeof CheckGuidance>;

/** What can be said of a note before it is published. */
@Injectable()
export class GuidanceQueries {
  constructor(
    private readonly db: Db,
    private readonly peers: KeptPeers,
  ) {}

  /**
   * Holds a draft against its peers. Sums of everybody's notes and the verdicts of one creator are read under the engine's hat; of
   * the latter no more than their number is told.
   *
   * @throws Refused not-found for an order of others
   */
  check(workspaceId: string, ask: Ask, now = new Date()): Promise<GuidanceView> {
    return this.db.asEngine(async (tx) => {
      const { category, creatorId } = await known(tx, workspaceId, ask);
      const own = creatorId ? await tx.query<NoteRow[]>(ownSql, [creatorId, now]) : [];
      const row = await this.peers.category(tx, category, now);
      const all = await this.peers.all(tx, now);
      const note: NoteToGuide = { ...ask, media: ask.media ?? null };
      const features = featuresOf(note);
      const model = all?.document.model ?? null;
      const time = timesOf(row?.document, own);
      return {
        category,
        type: ask.type,
        odds: model && {
          ...firstPoolOdds(model, { category, type: ask.type, features }, own.flatMap(caseOf)),
          from: { verdicts: model.verdicts, creators: model.creators, passed: model.passed },
        },
        record: all?.document.record ?? null,
        keywords: keywordsOf(note, row?.document.demand ?? []),
        observations: row
          ? featureKeys.map((key) => ({
              key,
              group: groupOfFeature(key),
              has: features[key],
              ...row.document.features[key],
            }))
          : [],
        format: checkFormat(note),
        ...time,
        planned: ask.plannedAt
          ? { hour: hourOf(Date.parse(ask.plannedAt)), weekday: weekdayOf(Date.parse(ask.plannedAt)) }
          : null,
        peers: row && {
          days: peerDays,
          notes: row.document.notes,
          creators: row.document.creators,
          madeAt: row.madeAt.toISOString(),
        },
      };
    });
  }
}

/** The category of the note, and whose it is: the creator of the order, or the one whose desk this is. */
async function known(
  tx: EntityManager,
  workspaceId: string,
  { orderId, category = 'lifestyle' }: Ask,
): Promise<{ category: Category; creatorId: string | null }> {
  if (!orderId) {
    const [desk] = await tx.query<{ creatorId: string | null }[]>(
      'select creator_id as "creatorId" from workspace where id = $1',
      [workspaceId],
    );
    return { category, creatorId: desk?.creatorId ?? null };
  }
  const [order] = await tx.query<{ category: Category; creatorId: string }[]>(
    `select category, creator_id as "creatorId" from cooperation_order where id = $1 and $2 in (workspace_id, desk_id)`,
    [orderId, workspaceId],
  );
  if (!order) throw new Refused('not-found', { field: '/orderId' });
  return order;
}

function timesOf(peers: CategoryPeers | undefined, own: readonly NoteRow[]) {
  if (!peers) return { hours: null, weekdays: null };
  const notes = own.map(peerOf);
  return {
    hours: bestTime(peers.times.hours, notes, hourOf),
    weekdays: bestTime(peers.times.weekdays, notes, weekdayOf),
  };
}

function keywordsOf({ title, body, topics }: NoteToGuide, demand: readonly DemandedSearch[]) {
  const cut = (text: string) => new Set(searchWordsOf(text));
  const words = { title: cut(title), topics: cut(topics.join(' ')), body: cut(body) };
  return adviseKeywords({ title, body, topics }, words, demand);
}
