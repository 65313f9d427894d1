import type { ApprovalKind } from '@poolrise/contracts';
import { approvalRuleOn, type CommitmentGround, dayInShanghai } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';
import { requestFingerprint } from '../ledger/request-fingerprint';
import type { Asker } from './approvable-commands';
import { Commitment } from './commitment.entity';

const hourMs = 3_600_000;

/** How a command is known again. */
export interface KnownRequest {
  requestKey: string | null;
  hash: string;
}

export function knownRequest(command: object): KnownRequest {
  const { requestKey = null, ...input } = command as { requestKey?: string };
  return { requestKey, hash: requestFingerprint(input) };
}

/** What this person committed alone on this ground within the hours of the rule. In cents. */
export async function committedAlone(
  tx: EntityManager,
  { workspaceId, personId }: Asker,
  ground: CommitmentGround,
  now: Date,
): Promise<number> {
  const { sumHours } = approvalRuleOn(dayInShanghai(now));
  const [sum] = await tx.query<{ cents: string }[]>(
    `select coalesce(sum(cents), 0) as cents from commitment
      where workspace_id = $1 and committed_by = $2 and ground = $3 and at > $4`,
    [workspaceId, personId ?? workspaceId, ground, new Date(now.getTime() - sumHours * hourMs)],
  );
  return Number(sum?.cents ?? 0);
}

/**
 * Whether this request was carried out alone before, so that it counts once however often it comes.
 * @throws Refused request-key-reused when it asked for something else then
 */
export async function wasCommitted(
  tx: EntityManager,
  workspaceId: string,
  kind: ApprovalKind,
  { requestKey, hash }: KnownRequest,
): Promise<boolean> {
  const earlier = await tx.findOneBy(Commitment, { workspaceId, kind, request: requestKey ?? hash });
  if (earlier && earlier.requestHash !== hash)
    throw new Refused('request-key-reused', { field: '/requestKey' });
  return earlier !== null;
}

/** Writes down what was committed alone; the same request once. */
export async function keepCommitment(
  tx: EntityManager,
  { workspaceId, personId }: Asker,
  kind: ApprovalKind,
  { requestKey, hash }: KnownRequest,
  { ground, addsCents }: { ground: CommitmentGround; addsCents: number },
  at: Date,
): Promise<void> {
  await tx
    .createQueryBuilder()
    .insert()
    .into(Commitment)
    .values({
      workspaceId,
      committedBy: personId ?? workspaceId,
      kind,
      ground,
      request: requestKey ?? hash,
      requestHash: hash,
      cents: addsCents,
      at,
    })
    .orIgnore()
    .execute();
}
