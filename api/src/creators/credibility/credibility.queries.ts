import { Injectable } from '@nestjs/common';
import type { CredibilityMeasured, CredibilityView } from '@poolrise/contracts';
import {
  type CredibilityCounts,
  credibilityBenchmark,
  credibilityEdges,
  type CredibilityMeasurement,
  credibilityTests,
  type Evidence,
  interactionsOf,
  isWeakTest,
  judgeCredibility,
  measuredFrom,
} from '@poolrise/domain';
import { noSuchCreator } from '../no-such-creator';
import { Db } from '../../db/db';
import type { Rows } from './count-norms';
import {
  type CommenterTie,
  credibilityRecords,
  normsFor,
  readNorms,
  TiedCommenters,
} from './credibility-records';

/** Creators of a pod that are looked at; nobody has to read of more. */
const podMost = 200;

/** What the figures of a creator show, and how far that can be trusted. */
@Injectable()
export class CredibilityQueries {
  constructor(private readonly db: Db) {}

  /** All tests of one creator, from keys and kept norms: nothing is counted over the directory. @throws Refused not-found */
  async one(workspaceId: string, creatorId: string, now = new Date()): Promise<CredibilityView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const rows: Rows = (sql, parameters) => tx.query(sql, parameters);
      const [record] = await credibilityRecords(rows, [creatorId], now);
      if (!record) throw noSuchCreator();
      const norms = normsFor(await readNorms(rows, [record.category]), record);
      const commenters = new TiedCommenters(await tiesAround(rows, creatorId)).around(record);
      const evidence = judgeCredibility({ ...record, norms, commenters });
      return {
        creatorId,
        notesSince: record.notesSince,
        notes: record.notes.map((note) => ({
          id: note.id,
          title: note.title,
          publishedAt: note.publishedAt.toISOString(),
          readsAll: note.readsAll,
          interactions: interactionsOf(note),
          interactionsByHour: [...note.interactionsByHour],
        })),
        peers: {
          engaged: norms.engaged?.count ?? 0,
          likeCollect: norms.likeCollect?.count ?? 0,
          commentShare: norms.commentShare?.count ?? 0,
        },
        evidence: evidence.map(shown),
        measured: await lastMeasured(rows),
      };
    });
  }

  /** The mistakes of the tests: on this directory where its truth is known, else those the product comes with. */
  measured(workspaceId: string): Promise<CredibilityMeasured> {
    return this.db.inWorkspace(workspaceId, (tx) =>
      lastMeasured((sql, parameters) => tx.query(sql, parameters)),
    );
  }
}

/** Accounts are numbered here: who comments where is nobody's business, how many of them do is. */
const shown = ({ at, series, ...said }: Evidence): CredibilityView['evidence'][number] => ({
  ...said,
  at: [...at],
  series:
    said.test === 'comment-pods'
      ? series.map((point, index) => ({ ...point, at: String(index + 1) }))
      : [...series],
});

/** Who shares commenters with a creator, and all ties among them. */
async function tiesAround(rows: Rows, creatorId: string): Promise<CommenterTie[]> {
  const bound = await rows<{ id: string }>(boundSql, [
    creatorId,
    credibilityEdges.commentPods.accounts,
    podMost,
  ]);
  return rows<CommenterTie>(
    `select creator_id as "creatorId", account::float8 as account from commenter_tie where creator_id = any($1::uuid[])`,
    [[creatorId, ...bound.map(({ id }) => id)]],
  );
}

/** No account is tied to more than twenty creators, so that this reads at most twenty rows for each of her own. */
export const boundSql = `
  select other.creator_id as id from commenter_tie own
  join commenter_tie other on other.account = own.account and other.creator_id <> own.creator_id
  where own.creator_id = $1 group by other.creator_id having count(*) >= $2
  order by count(*) desc, other.creator_id limit $3`;

async function lastMeasured(rows: Rows): Promise<CredibilityMeasured> {
  const counted = await rows<CountedRow>(countsSql);
  const [first] = counted;
  if (!first) return measuredView('benchmark', credibilityBenchmark);
  const { measuredOn, creators, labelled, seed } = first;
  return measuredView('demo', {
    measuredOn,
    creators,
    labelled,
    seeds: seed === null ? [] : [seed],
    counts: credibilityTests.flatMap((test) => counted.find((row) => row.test === test) ?? []),
  });
}

type CountedRow = CredibilityCounts & {
  measuredOn: string;
  creators: number;
  labelled: number;
  seed: string | null;
};

const countsSql = `
  select test, honest, false_alarms as "falseAlarms", aimed, found, strong, found_strong as "foundStrong", flagged,
    unjudged_honest as "unjudgedHonest", unjudged_aimed as "unjudgedAimed", creators, labelled, seed,
    (measured_at at time zone 'Asia/Shanghai')::date::text as "measuredOn"
  from credibility_count`;

const measuredView = (
  source: CredibilityMeasured['source'],
  { counts, seeds, ...about }: CredibilityMeasurement,
): CredibilityMeasured => ({
  source,
  measuredOn: about.measuredOn,
  creators: about.creators,
  labelled: about.labelled,
  seeds: [...seeds],
  rates: counts.map(measuredFrom).map((one) => ({ ...one, weak: isWeakTest(one) })),
});
