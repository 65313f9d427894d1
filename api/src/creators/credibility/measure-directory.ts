import {
  type CredibilityCounts,
  countsOf,
  type FraudKind,
  judgeCredibility,
  type LabelledEvidence,
  measureCredibility,
} from '@poolrise/domain';
import type { Rows } from './count-norms';
import {
  type CommenterTie,
  credibilityRecords,
  normsFor,
  readNorms,
  TiedCommenters,
} from './credibility-records';

/** So many creators are in memory at once. */
const creatorsAtOnce = 200;

interface Label {
  label: FraudKind;
  strength: number | null;
}

/**
 * Counts the mistakes of the tests on the directory of a demo, whose fraud was put in and is known. Does nothing elsewhere:
 * where somebody labelled a few, the others are not therefore honest.
 */
export async function measureDirectory(rows: Rows, now: Date): Promise<void> {
  const [world] = await rows<{ demo: boolean; seed: string | null }>(
    'select demo, demo_seed as seed from installation',
  );
  if (!world?.demo) return;
  const labels = await readLabels(rows);
  if (labels.size === 0) return;
  const judged = await judgeEverybody(rows, labels, now);
  await rows('delete from credibility_count');
  await rows(insertSql, [
    JSON.stringify(measureCredibility(judged).map((one) => stored(countsOf(one)))),
    judged.length,
    judged.filter(({ label }) => label !== null).length,
    world.seed,
    now,
  ]);
}

async function readLabels(rows: Rows): Promise<Map<string, Label>> {
  const labels = await rows<Label & { creatorId: string }>(
    'select creator_id as "creatorId", label, strength from creator_label',
  );
  return new Map(labels.map(({ creatorId, ...label }) => [creatorId, label]));
}

async function judgeEverybody(
  rows: Rows,
  labels: ReadonlyMap<string, Label>,
  now: Date,
): Promise<LabelledEvidence[]> {
  const book = await readNorms(rows, null);
  const ties = await rows<CommenterTie>(
    'select creator_id as "creatorId", account::float8 as account from commenter_tie',
  );
  const commenters = new TiedCommenters(ties);
  const ids = await rows<{ id: string }>('select creator_id as id from creator_figures order by creator_id');
  const judged: LabelledEvidence[] = [];
  for (let from = 0; from < ids.length; from += creatorsAtOnce) {
    const asked = ids.slice(from, from + creatorsAtOnce).map(({ id }) => id);
    for (const record of await credibilityRecords(rows, asked, now)) {
      const label = labels.get(record.creatorId);
      const evidence = judgeCredibility({
        ...record,
        norms: normsFor(book, record),
        commenters: commenters.around(record),
      });
      judged.push({
        label: label?.label ?? null,
        strength: label?.strength ?? 0,
        evidence: evidence.map(({ test, verdict }) => ({ test, verdict })),
      });
    }
  }
  return judged;
}

const stored = ({ falseAlarms, foundStrong, unjudgedHonest, unjudgedAimed, ...same }: CredibilityCounts) => ({
  ...same,
  false_alarms: falseAlarms,
  found_strong: foundStrong,
  unjudged_honest: unjudgedHonest,
  unjudged_aimed: unjudgedAimed,
});

const insertSql = `
  insert into credibility_count (test, honest, false_alarms, aimed, found, strong, found_strong, flagged, unjudged_honest,
    unjudged_aimed, creators, labelled, seed, measured_at)
  select test, honest, false_alarms, aimed, found, strong, found_strong, flagged, unjudged_honest, unjudged_aimed,
    $2, $3, $4, $5
  from jsonb_to_recordset($1::jsonb) as counted (test text, honest integer, false_alarms integer, aimed integer,
    found integer, strong integer, found_strong integer, flagged integer, unjudged_honest integer, unjudged_aimed integer)`;
