import { Injectable } from '@nestjs/common';
import {
  categories,
  type Category,
  compareFeatures,
  type DemandedSearch,
  type FeatureKey,
  fitOdds,
  type OddsModel,
  oddsRecord,
  type OddsRecord,
  type PeerComparison,
  peerTimes,
  type PeerTimes,
  type ToldOdds,
} from '@poolrise/domain';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import type { Asks } from '../matching/match-candidates';
import { SearchDemand } from '../topics/search-demand';
import { searchWordsOf } from '../words/segment';
import { caseOf, type NoteRow, notesWithFirstPool, peerOf } from './note-rows';

/** Peers are notes of this many days. */
export const peerDays = 90;
/** The newest notes of a category, verdicts of all, and predictions that were judged: enough for any share to within a point. */
const most = { notes: 20_000, told: 5_000, searches: 120 } as const;
const dayMs = 86_400_000;

/** The row of a category. */
export interface CategoryPeers {
  notes: number;
  creators: number;
  features: Record<FeatureKey, PeerComparison>;
  times: PeerTimes;
  demand: DemandedSearch[];
}
/** The row `all`. */
export interface AllPeers {
  model: OddsModel | null;
  record: OddsRecord | null;
}

/** What peers say, summed every hour: whoever types is answered from a handful of rows. */
@Injectable()
export class GuidancePeers {
  constructor(
    private readonly db: Db,
    private readonly demand: SearchDemand,
  ) {}

  /** One worker at a time; the others find it being done. */
  @HandlesJob('guidance-peers')
  async refresh(now = new Date()): Promise<boolean> {
    return this.db.asEngine(async (tx) => {
      const [lock] = await tx.query<{ free: boolean }[]>(
        `select pg_try_advisory_xact_lock(hashtext('guidance-peers')) as free`,
      );
      if (!lock?.free) return false;
      await keepPeers(tx, this.demand, now);
      return true;
    });
  }
}

/** Sums the peers of every category anew, and learns the odds from all verdicts. In the engine's hat. */
export async function keepPeers(tx: Asks, demand: SearchDemand, now: Date): Promise<void> {
  const from = new Date(now.getTime() - peerDays * dayMs);
  const wanted = await demand.byCategory(tx, now, most.searches);
  const judged = [];
  for (const category of categories) {
    const rows = await tx.query<NoteRow[]>(
      `${notesWithFirstPool('note.category = $1 and note.published_at >= $2 and note.published_at < $3')}
        order by note.published_at desc, note.id limit ${most.notes}`,
      [category, from, now],
    );
    judged.push(...rows.flatMap(caseOf));
    const notes = rows.map(peerOf);
    await keep(tx, category, now, {
      notes: notes.length,
      creators: new Set(notes.map(({ creatorId }) => creatorId)).size,
      features: compareFeatures(notes),
      times: peerTimes(notes),
      demand: (wanted.get(category) ?? []).map(({ word, searches, change, supply }) => ({
        text: word,
        words: searchWordsOf(word),
        searches,
        // A change that may be none is not told of.
        trend:
          change && Number.isFinite(change.mid) && (change.low > 1 || change.high < 1) ? change.mid : null,
        notes: supply.notes,
      })),
    } satisfies CategoryPeers);
  }
  const told = await tx.query<ToldOdds[]>(toldSql('', most.told), [from]);
  await keep(tx, 'all', now, {
    model: fitOdds(judged),
    record: told.length ? oddsRecord(told) : null,
  } satisfies AllPeers);
}

/** Odds that were told since `$1` and have been judged, the newest; `of` narrows them. */
export const toldSql = (of: string, limit: number): string => `
  select told.probability, told.low, told.high, verdict.outcome = 'pass' as passed
    from guidance_prediction told
    join lateral (select outcome from pool_decision where note_id = told.note_id and level = 0 order by decided_at limit 1) verdict on true
   where told.at >= $1 ${of} order by told.at desc limit ${limit}`;

const keep = (tx: Asks, category: Category | 'all', now: Date, document: object): Promise<unknown> =>
  tx.query(
    `insert into guidance_peer (category, document, made_at) values ($1, $2, $3)
     on conflict on constraint guidance_peer_pkey do update set document = excluded.document, made_at = excluded.made_at`,
    [category, JSON.stringify(document), now],
  );
