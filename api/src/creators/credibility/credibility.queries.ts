import { Injectable } from '@nestjs/common';
import type { CredibilityMeasured, CredibilityView } from '@poolrise/contracts';
import {
  type CredibilityCounts,
  credibilityBenchmark,
  type CredibilityMeasurement,
  credibilityTests,
  type Evidence,
  interactionsOf,
  isWeakTest,
  measuredFrom,
} from '@poolrise/domain';
import { Db } from '../../db/db';
import type { Rows } from './count-norms';
import { judgeCreator } from './judge-creator';

/** What the figures of a creator show, and how far that can be trusted. */
@Injectable()
export class CredibilityQueries {
  constructor(private readonly db: Db) {}

  /** All tests of one creator, from keys and kept norms: nothing is counted over the directory. @throws Refused not-found */
  async one(workspaceId: string, creatorId: string, now = new Date()): Promise<CredibilityView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const rows: Rows = (sql, parameters) => tx.query(sql, parameters);
      const { record, norms, evidence } = await judgeCreator(rows, creatorId, now);
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
