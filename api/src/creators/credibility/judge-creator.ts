import { type CredibilityTest, credibilityEdges, type Evidence, judgeCredibility } from '@poolrise/domain';
import { noSuchCreator } from '../no-such-creator';
import type { Rows } from './count-norms';
import {
  type CommenterTie,
  type CredibilityRecord,
  credibilityRecords,
  normsFor,
  readNorms,
  TiedCommenters,
} from './credibility-records';

/** Creators of a pod that are looked at; nobody has to read of more. */
const podMost = 200;

/** A creator before all tests, with what they were compared with. */
export interface JudgedCreator {
  record: CredibilityRecord;
  norms: ReturnType<typeof normsFor>;
  evidence: readonly Evidence[];
}

/** All tests of one creator, from keys and kept norms: nothing is counted over the directory. @throws Refused not-found */
export async function judgeCreator(rows: Rows, creatorId: string, now: Date): Promise<JudgedCreator> {
  const [record] = await credibilityRecords(rows, [creatorId], now);
  if (!record) throw noSuchCreator();
  const norms = normsFor(await readNorms(rows, [record.category]), record);
  const commenters = new TiedCommenters(await tiesAround(rows, creatorId)).around(record);
  return { record, norms, evidence: judgeCredibility({ ...record, norms, commenters }) };
}

/** The tests that find something unusual in a creator. @throws Refused not-found */
export async function unusualTestsOf(rows: Rows, creatorId: string, now: Date): Promise<CredibilityTest[]> {
  const { evidence } = await judgeCreator(rows, creatorId, now);
  return evidence.filter(({ verdict }) => verdict === 'unusual').map(({ test }) => test);
}

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
const boundSql = `
  select other.creator_id as id from commenter_tie own
  join commenter_tie other on other.account = own.account and other.creator_id <> own.creator_id
  where own.creator_id = $1 group by other.creator_id having count(*) >= $2
  order by count(*) desc, other.creator_id limit $3`;
