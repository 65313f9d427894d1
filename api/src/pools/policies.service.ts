import { Injectable } from '@nestjs/common';
import type { PoolPolicy as PolicyDocument } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { PoolPolicy } from './pool-policy.entity';

export interface KnownPolicy {
  id: string;
  document: PolicyDocument;
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

  async byId(tx: EntityManager, id: string): Promise<PolicyDocument> {
    const known = this.known(id);
    if (known) return known;
    const { document } = await tx.findOneByOrFail(PoolPolicy, { id });
    this.seen.set(id, document);
    return document;
  }
}
