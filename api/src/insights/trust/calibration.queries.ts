import { Injectable } from '@nestjs/common';
import { type CalibrationView, forecastKinds } from '@poolrise/contracts';
import {
  brierScore,
  countShare,
  coverageCurve,
  type PoolPolicy,
  ratio,
  statedCoverage,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../../db/db';
import { PoliciesService } from '../../pools/policies.service';
import { endedBoosts, halfwayRuns, limits, passedVerdicts } from './calibration.records';
import {
  boostIntervals,
  chancesOf,
  type CheckedInterval,
  type CheckedLifts,
  liftsOf,
} from './checked-forecasts';
import { toldOdds } from './told-odds';
import { beginningOf, withinReach } from './within-reach';

/** With fewer forecasts the share could be anything: 30 of them leave it open by ±14 points. */
const enoughFrom = 30;

/** Forecasts of the product against what happened. */
@Injectable()
export class CalibrationQueries {
  constructor(
    private readonly db: Db,
    private readonly policies: PoliciesService,
  ) {}

  view(workspaceId: string, days: number, now = new Date()): Promise<CalibrationView> {
    const from = beginningOf(days, now);
    return withinReach(this.db, workspaceId, async (tx) => {
      const passed = await passedVerdicts(tx, from);
      const boosts = boostIntervals(await endedBoosts(tx, from));
      const halfway = await halfwayRuns(tx, from);
      const policyOf = await this.policiesOf(tx, [
        ...passed,
        ...passed.map(({ next_policy_id }) => ({ policy_id: next_policy_id })),
        ...halfway,
      ]);
      const lifts = liftsOf(passed, policyOf);
      const chances = chancesOf(halfway, policyOf);
      const { document } = await this.policies.inForce(tx);
      const intervals = [...lifts.flatMap((kind) => kind.intervals), ...boosts];
      return {
        asOf: now.toISOString(),
        days,
        stated: statedCoverage,
        limits,
        enoughFrom,
        intervals: heldOf(intervals),
        groups: groupsOf(intervals, lifts, document),
        curve: coverageCurve(lifts.flatMap(({ checked }) => checked.map(({ below }) => below))),
        scores: lifts.map(scoreOf),
        chances: brierScore(chances),
        told: await toldOdds(tx, from),
      };
    });
  }

  /** The policies of these rows; asking for another one is a mistake of ours. */
  private async policiesOf(
    tx: EntityManager,
    records: readonly { policy_id: string }[],
  ): Promise<(id: string) => PoolPolicy> {
    const found = new Map<string, PoolPolicy>();
    for (const id of new Set(records.map(({ policy_id }) => policy_id)))
      found.set(id, await this.policies.byId(tx, id));
    return (id) => {
      const policy = found.get(id);
      if (!policy) throw new Error(`policy ${id} was not read`);
      return policy;
    };
  }
}

const heldOf = (intervals: readonly CheckedInterval[]) =>
  countShare(intervals.filter(({ held }) => held).length, intervals.length);

/** By kind and level, in the order of the kinds and from the lowest pool on; only what has a forecast. */
function groupsOf(
  intervals: readonly CheckedInterval[],
  lifts: readonly CheckedLifts[],
  policy: PoolPolicy,
): CalibrationView['groups'] {
  return forecastKinds.flatMap((kind) => {
    const own = intervals.filter((interval) => interval.kind === kind);
    const drifts = lifts.find((one) => one.kind === kind)?.drifts ?? [];
    const levels = [...new Set(own.map(({ level }) => level))].sort((a, b) => (a ?? 0) - (b ?? 0));
    return levels.map((level) => ({
      kind,
      level,
      levelName: level === null ? null : (policy.levels[level]?.name ?? null),
      drift: drifts.find((one) => one.level === level)?.drift ?? null,
      ...heldOf(own.filter((interval) => interval.level === level)),
    }));
  });
}

function scoreOf({ kind, checked }: CheckedLifts): CalibrationView['scores'][number] {
  const mean = (of: 'crps' | 'naiveCrps') =>
    ratio(
      checked.reduce((sum, one) => sum + one[of], 0),
      checked.length,
    );
  const crps = mean('crps');
  const naive = mean('naiveCrps');
  const remains = crps === null || naive === null ? null : ratio(crps, naive);
  return { kind, forecasts: checked.length, crps, naive, skill: remains === null ? null : 1 - remains };
}
