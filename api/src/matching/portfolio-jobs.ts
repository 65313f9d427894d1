import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { PlanView, PortfolioView, RefusalView } from '@poolrise/contracts';
import {
  frontierPoints,
  isPortfolioRefusal,
  netReach,
  planPortfolio,
  type PortfolioAsk,
  type PortfolioCandidate,
  type PortfolioPlan,
  type PortfolioRefusal,
  type TierMix,
  tierMixPresets,
} from '@poolrise/domain';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { announce } from '../live/announce';
import type { Portfolio } from './portfolio.entity';
import { sketchesOf } from './reach.queries';

/** One that has said nothing for so long lost its worker: no step of a plan takes a tenth of it. */
const silentSeconds = 20;
const mostAttempts = 3;

type DuePortfolio = Pick<Portfolio, 'id' | 'workspaceId' | 'wishes' | 'target' | 'candidates' | 'attempts'>;

/**
 * Plans what was asked for, one at a time: the plan first, which people wait for, then its frontier, budget by budget with
 * other work of the process in between. A worker that dies leaves its row behind, and another begins it again.
 */
@Injectable()
export class PortfolioJobs implements BeforeApplicationShutdown {
  private readonly log = new Logger('portfolios');
  private closing = false;

  constructor(private readonly db: Db) {}

  beforeApplicationShutdown(): void {
    this.closing = true;
  }

  /** Returns how many were brought to an end. */
  @HandlesJob('portfolio')
  async planDue(): Promise<number> {
    for (let done = 0; ; done++) {
      const due = this.closing ? undefined : await this.claim();
      if (!due) return done;
      try {
        await this.plan(due);
      } catch (error) {
        this.log.error(`portfolio ${due.id} failed: ${String(error)}`);
        await this.write(due, { state: 'failed' });
      }
    }
  }

  private claim(): Promise<DuePortfolio | undefined> {
    const silent = `heard_at < now() - interval '${silentSeconds} seconds'`;
    return this.db.asEngine(async (tx) => {
      await tx.query(
        `update portfolio set state = 'failed', finished_at = now()
         where state = 'running' and ${silent} and attempts >= ${mostAttempts}`,
      );
      const [rows] = await tx.query<[DuePortfolio[], number]>(
        `update portfolio set state = 'running', heard_at = now(), attempts = attempts + 1
         where id = (
           select id from portfolio where state = 'waiting' or (state = 'running' and ${silent})
           order by requested_at limit 1 for update skip locked)
         returning id, workspace_id as "workspaceId", wishes, target, candidates, attempts`,
      );
      return rows[0];
    });
  }

  private async plan(due: DuePortfolio): Promise<void> {
    const { ask, withoutAudience } = await this.askOf(due);
    const plan = planPortfolio(ask);
    if (isPortfolioRefusal(plan)) {
      await this.write(due, { state: 'done', withoutAudience, refusal: refusalView(plan) });
      return;
    }
    const going = await this.write(due, { state: 'running', withoutAudience, plan: planView(ask, plan) });
    if (!going) return;
    const frontier: PortfolioView['frontier'] = [];
    for (const point of frontierPoints(ask)) {
      frontier.push(point);
      await new Promise((resolve) => setImmediate(resolve));
      if (this.closing) return;
    }
    await this.write(due, { state: 'done', frontier });
  }

  private async askOf({
    wishes,
    target,
    candidates,
  }: DuePortfolio): Promise<{ ask: PortfolioAsk; withoutAudience: number }> {
    const sketches = await this.db.asEngine((tx) =>
      sketchesOf(
        tx,
        candidates.map(({ id }) => id),
        target,
      ),
    );
    const known = candidates.flatMap((one): PortfolioCandidate[] => {
      const sketch = sketches.get(one.id);
      if (!sketch) return [];
      return [
        {
          creatorId: one.id,
          priceCents: one.priceCents,
          tierKey: one.tierKey,
          category: one.category,
          readShare: one.readShare,
          sketch,
          mustHave: wishes.mustHaveIds.includes(one.id),
          excluded: wishes.excludedIds.includes(one.id),
        },
      ];
    });
    const mix = mixOf(wishes);
    return {
      withoutAudience: candidates.length - known.length,
      ask: {
        candidates: known,
        budgetCents: wishes.budgetCents,
        ...(mix && { mix }),
        ...(wishes.maxCreators !== null && { maxCreators: wishes.maxCreators }),
        ...(wishes.maxPerCategory !== null && { maxPerCategory: wishes.maxPerCategory }),
      },
    };
  }

  /** Writes down how far it is; false when another worker has taken it over. */
  private write(
    { id, workspaceId, attempts }: DuePortfolio,
    found: Partial<Pick<Portfolio, 'withoutAudience' | 'plan' | 'refusal' | 'frontier'>> &
      Pick<Portfolio, 'state'>,
  ): Promise<boolean> {
    const json = (value: unknown): string | null => (value ? JSON.stringify(value) : null);
    return this.db.asEngine(async (tx) => {
      const [, written] = await tx.query<[unknown, number]>(
        `update portfolio set state = $3, heard_at = now(), without_audience = coalesce($4, without_audience),
           plan = coalesce($5, plan), refusal = coalesce($6, refusal), frontier = coalesce($7, frontier),
           finished_at = case when $3 in ('done', 'failed') then now() end
         where id = $1 and state = 'running' and attempts = $2`,
        [
          id,
          attempts,
          found.state,
          found.withoutAudience ?? null,
          json(found.plan),
          json(found.refusal),
          json(found.frontier),
        ],
      );
      await announce(tx, workspaceId, 'portfolios');
      return written > 0;
    });
  }
}

function mixOf({ mixPreset, ownMix, mixTolerance }: DuePortfolio['wishes']): TierMix | null {
  const preset = tierMixPresets.find(({ id }) => id === mixPreset);
  if (preset) return { shares: preset.shares, tolerance: mixTolerance ?? preset.tolerance };
  if (!ownMix) return null;
  return {
    tolerance: mixTolerance ?? ownMix.tolerance,
    shares: ownMix.shares.map(({ tierKeys, shareOfCreators, shareOfSpend }) => ({
      tierKeys,
      ...(shareOfCreators !== null && { shareOfCreators }),
      ...(shareOfSpend !== null && { shareOfSpend }),
    })),
  };
}

/** With the overlap of the picks, which is measured in the same sample as their reach. */
function planView(ask: PortfolioAsk, plan: PortfolioPlan): PlanView {
  const byId = new Map(ask.candidates.map((one) => [one.creatorId, one]));
  const picked = plan.picks.map(({ creatorId }) => byId.get(creatorId) as PortfolioCandidate);
  const reach = netReach(
    picked.map(({ sketch }) => sketch),
    picked.map(({ readShare }) => readShare ?? 1),
  );
  const { shadowPrice } = plan;
  return {
    picks: plan.picks.map((pick) => ({
      creatorId: pick.creatorId,
      priceCents: pick.priceCents,
      mustHave: pick.mustHave,
      adds: pick.adds,
      lostWithout: pick.lostWithout,
      centsPerThousand: pick.centsPerThousand,
      binding: pick.binding,
      swap: pick.swap,
    })),
    net: plan.netReach,
    sum: reach.sum,
    overlapShare: reach.overlapShare,
    overlapStandardError: reach.overlapStandardError,
    spentCents: plan.creatorCents,
    leftCents: plan.leftCents,
    overGreedy: plan.overGreedy,
    shadowPrice: shadowPrice && {
      readersPerThousandYuan: shadowPrice.readersPerThousandYuan,
      furtherCents: shadowPrice.furtherCents,
      creatorId: shadowPrice.move.creatorId,
      leavingId: shadowPrice.move.kind === 'swap' ? shadowPrice.move.leavingId : null,
    },
    mix: plan.mix.map((share) => ({ ...share, tierKeys: [...share.tierKeys] })),
    sampleShare: plan.sampleShare,
    rough: plan.rough,
  };
}

const refusalView = (refused: PortfolioRefusal): RefusalView => ({
  refusal: refused.refusal,
  creatorIds: (refused.creatorIds ?? []).slice(0, 20),
  tierKeys: refused.tierKeys ?? [],
  category: refused.category ?? null,
  neededCents: refused.neededCents ?? null,
  remedies: refused.remedies,
});
