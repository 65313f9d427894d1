import { Injectable } from '@nestjs/common';
import { isCanaryNote, type PoolPolicy as PolicyDocument } from '@poolrise/domain';
import { type EntityManager, IsNull } from 'typeorm';
import { PolicyCanary } from './policy-canary.entity';
import { PoolPolicy } from './pool-policy.entity';

export interface KnownPolicy {
  id: string;
  document: PolicyDocument;
}

/** The policies by which new notes may be judged at this moment, and the one of each note. */
export interface NewNotesPolicies {
  all: readonly KnownPolicy[];
  forNote: (noteId: string) => KnownPolicy;
}

/** Policies by id. A policy never changes, so those seen once are remembered; which one is in force is asked anew. */
@Injectable()
export class PoliciesService {
  private readonly seen = new Map<string, PolicyDocument>();

  /** The policy, if this process has met it before. */
  known(id: string): PolicyDocument | undefined {
    return this.seen.get(id);
  }

  async inForce(tx: EntityManager): Promise<KnownPolicy> {
    const policy = await tx.findOneByOrFail(PoolPolicy, { inForce: true });
    this.seen.set(policy.id, policy.document);
    return { id: policy.id, document: policy.document };
  }

  /** A note gets its policy with its first run and keeps it: the one in force, or the one that is tried on a share of the notes. */
  async forNewNotes(tx: EntityManager): Promise<NewNotesPolicies> {
    const inForce = await this.inForce(tx);
    const canary = await tx.findOneBy(PolicyCanary, { endedAt: IsNull() });
    if (!canary) return { all: [inForce], forNote: () => inForce };
    const tried = { id: canary.policyId, document: await this.byId(tx, canary.policyId) };
    return {
      all: [inForce, tried],
      forNote: (noteId) => (isCanaryNote(noteId, tried.id, canary.share) ? tried : inForce),
    };
  }

  async byId(tx: EntityManager, id: string): Promise<PolicyDocument> {
    const known = this.known(id);
    if (known) return known;
    const { document } = await tx.findOneByOrFail(PoolPolicy, { id });
    this.seen.set(id, document);
    return document;
  }
}
