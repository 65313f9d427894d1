import { estimateMean, type EstimatedMean, sumOf } from '@poolrise/domain';
import { RandomStream } from '../../random';
import type { Cohort } from './cohorts';
import { layOut, Market } from './market';
import { names, type Entrant } from './rules';

/** What each rule made of every week, layout by layout. */
export interface Contest {
  budget: number;
  layouts: number;
  cohorts: readonly Cohort[];
  /** Impressions that a rule could spend in one layout. */
  impressions: number;
  /** Clicks by rule, then layout, then week. */
  clicks: ReadonlyMap<string, number[][]>;
}

/**
 * Plays all rules over all weeks in their order. A layout fixes in which order the recorded readers come, so that rules
 * are compared on the same luck; several show how much of a difference was luck.
 *
 * @param budget share of the recorded impressions of a week, above 0 and at most 1
 */
export function playContest(
  cohorts: readonly Cohort[],
  entrants: readonly Entrant[],
  { budget, layouts, seed }: { budget: number; layouts: number; seed: string },
): Contest {
  const clicks = new Map<string, number[][]>(entrants.map(({ name }) => [name, []]));
  let impressions = 0;
  for (let layout = 0; layout < layouts; layout++) {
    const players = entrants.map(({ name, make }) => {
      const byWeek: number[] = [];
      clicks.get(name)?.push(byWeek);
      return { name, rule: make(), byWeek };
    });
    impressions = 0;
    for (const { week, headlines } of cohorts) {
      const laidOut = layOut(headlines, `${seed} ${layout}`);
      const readers = Math.floor(budget * laidOut.reduce((sum, { capacity }) => sum + capacity, 0));
      impressions += readers;
      for (const { name, rule, byWeek } of players) {
        const market = new Market(laidOut, readers);
        rule(market, new RandomStream(seed, 'rule', name, layout, week));
        byWeek.push(market.clicks);
      }
    }
  }
  return { budget, layouts, cohorts, impressions, clicks };
}

/** A rule's line: every figure is the mean over layouts with its standard error. */
export interface Standing {
  name: string;
  clickRate: EstimatedMean;
  upliftOverUniform: EstimatedMean;
  /** Of the way from spreading evenly to the oracle. */
  gapClosed: EstimatedMean;
  /** Clicks short of the oracle, as a share of those that the plain rule is short. */
  regretOfPlain: EstimatedMean;
}

/** The lines of all rules, in the order in which they were entered. */
export function standingsOf({ clicks, impressions }: Contest): Standing[] {
  const totals = (name: string): number[] => (clicks.get(name) ?? []).map(sumOf);
  const [floor, plain, ceiling] = [totals(names.uniform), totals(names.plain), totals(names.oracle)];
  return [...clicks.keys()].map((name) => {
    const line = (of: (own: number, low: number, middle: number, high: number) => number): EstimatedMean =>
      estimateMean(totals(name).map((own, i) => of(own, floor[i] ?? 0, plain[i] ?? 0, ceiling[i] ?? 0)));
    return {
      name,
      clickRate: line((own) => own / impressions),
      upliftOverUniform: line((own, low) => own / low - 1),
      gapClosed: line((own, low, _, high) => (own - low) / (high - low)),
      regretOfPlain: line((own, _, middle, high) => (high - own) / (high - middle)),
    };
  });
}

/** Our rule beside the plain one in one week. */
export interface WeekCheck {
  week: string;
  headlines: number;
  plainClicks: number;
  poolriseClicks: number;
  /** Clicks more or fewer than the plain rule, as a share of its own. */
  lead: EstimatedMean;
  /** Behind by more than the standard error over layouts. */
  behind: boolean;
}

export function weekChecks({ clicks, cohorts }: Contest): WeekCheck[] {
  const ofWeek = (name: string, week: number): number[] =>
    (clicks.get(name) ?? []).map((weeks) => weeks[week] ?? 0);
  return cohorts.map(({ week, headlines }, index) => {
    const plain = ofWeek(names.plain, index);
    const own = ofWeek(names.poolrise, index);
    const lead = estimateMean(own.map((clicked, i) => clicked / Math.max(1, plain[i] ?? 0) - 1));
    return {
      week,
      headlines: headlines.length,
      plainClicks: estimateMean(plain).value,
      poolriseClicks: estimateMean(own).value,
      lead,
      behind: -lead.value > finite(lead.standardError),
    };
  });
}

/** One layout has no spread to be told from. */
const finite = (standardError: number): number => (Number.isFinite(standardError) ? standardError : 0);
