import { Injectable } from '@nestjs/common';
import type { AnswerRewardClaim, RevokeRewardClaim, RewardDeskClaim } from '@poolrise/contracts';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import type { Caller } from '../http/caller';
import { Refused } from '../http/refused';
import { RewardClaimsService } from '../rewards/reward-claims.service';
import { HeldClaimsQueries } from './held-claims.queries';

/** Decisions of the platform's people about claims. What they do to money and places is done by the claims themselves. */
@Injectable()
export class HeldClaimsService {
  constructor(
    private readonly db: Db,
    private readonly claims: RewardClaimsService,
    private readonly queries: HeldClaimsQueries,
  ) {}

  /**
   * Releases or refuses a held claim, or returns the same decision when its author repeats it.
   * @throws Refused platform-only, not-found, reward-already-answered with who decided what
   */
  async answer(
    caller: Caller,
    claimId: string,
    ask: AnswerRewardClaim,
    now = new Date(),
  ): Promise<RewardDeskClaim> {
    const found = await this.look(caller, claimId);
    if (found.claim.state === 'held') {
      const decide = ask.verdict === 'release' ? this.claims.release : this.claims.refuse;
      try {
        await decide.call(this.claims, caller, claimId, ask.reason, now);
      } catch (problem) {
        // Somebody else was quicker between the look and the lock: who it was is said below.
        if (!(problem instanceof Refused && problem.code === 'reward-not-held')) throw problem;
      }
    }
    const { claim, decidedById } = await this.look(caller, claimId);
    const wanted = ask.verdict === 'release' ? 'issued' : 'refused';
    if (claim.state !== wanted || decidedById !== (caller.person?.id ?? null) || claim.reason !== ask.reason)
      throw new Refused('reward-already-answered', {
        detail: `${claim.decidedBy ?? 'Somebody'} decided at ${claim.decidedAt ?? claim.claimedAt}, the claim is ${claim.state}: ${claim.reason ?? ''}`,
      });
    return claim;
  }

  /** Takes an issued reward back; again, it stays so. @throws Refused platform-only, not-found, reward-not-held, reward-over */
  async revoke(
    caller: Caller,
    claimId: string,
    { reason }: RevokeRewardClaim,
    now = new Date(),
  ): Promise<RewardDeskClaim> {
    await this.claims.revoke(caller, claimId, reason, now);
    return (await this.look(caller, claimId)).claim;
  }

  private look({ workspaceId }: Caller, claimId: string) {
    return asPlatform(this.db, workspaceId, (tx) => this.queries.one(tx, claimId));
  }
}
