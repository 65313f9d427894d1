import { decidePool, type PoolEvidence, type PoolPolicy, type PoolVerdict } from '@poolrise/domain';
import { isDeepStrictEqual } from 'node:util';
import { auditText } from '../src/notes/audit';
import type { TestDatabase } from './database';

interface Decision {
  evidence: PoolEvidence;
  verdict: PoolVerdict;
  document: PoolPolicy;
}
interface Audited {
  title: string;
  body: string;
  topics: string[];
  audit_state: string;
}

/** The first decisions, and those of them that the stored evidence under the stored policy does not bring again. */
export async function replayed(
  database: TestDatabase,
  most: number,
): Promise<{ looked: number; differ: Decision[] }> {
  const decisions = await database.owner<Decision>(
    `select d.evidence, d.verdict, p.document from pool_decision d join pool_policy p on p.id = d.policy_id order by d.id limit $1`,
    [most],
  );
  const differ = decisions.filter(
    ({ evidence, verdict, document }) =>
      !isDeepStrictEqual(asStored(decidePool(evidence, document)), verdict),
  );
  return { looked: decisions.length, differ };
}

/** What JSON keeps of it. */
const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Notes that passed, or were limited, which the audit would answer otherwise today. */
export async function auditSurprises(database: TestDatabase): Promise<Audited[]> {
  const notes = await database.owner<Audited>(
    `select title, body, topics, audit_state from note where audit_state in ('passed', 'limited')`,
  );
  return notes.filter((note) => {
    const answer = auditText(note.title, note.body, note.topics);
    // What a person let through has the words that sent it to the person.
    return answer !== note.audit_state && answer !== 'human_review';
  });
}
