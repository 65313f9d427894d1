import {
  averageOf,
  boostKillsNatural,
  type ClaimFinding,
  countShare,
  firstHourDecides,
  labelLowersExposure,
  platformStated,
} from '@poolrise/domain';
import { BoostTrials, firstHourWorld, labelWorld } from './claim-worlds';
import { shareText } from './forecast-tables';

type Kind = readonly [string, number, (trial: number) => ClaimFinding];

/** Boosted notes are compared with thousands of others, so that a trial of theirs takes seconds. */
const boostTrialsPer = 20;

/** How often each claim was called supported and contradicted where it is true, false and in between. */
export function claimTable(seed: string, trials: number, now: number): string[][] {
  const rounds = Math.max(4, Math.round(trials / boostTrialsPer));
  const boosts = new BoostTrials(seed, now, 3_000);
  const label = (effect: number, spread: number) => (trial: number) =>
    labelLowersExposure(labelWorld(seed, trial, { authors: 30, notesEach: 20, effect, spread }));
  const firstHour = (correlation: number) => (trial: number) =>
    firstHourDecides(firstHourWorld(seed, trial, { notes: 120, correlation }));
  const boost = (keeps: number, choice: 'by-chance' | 'when-slowing') => (trial: number) =>
    boostKillsNatural(boosts.notes(trial, { trials: rounds, keeps, choice }), platformStated);
  const kinds: Kind[] = [
    ['label does nothing, notes alike (.5)', trials, label(1, 0.5)],
    ['label does nothing, notes differ (1.5)', trials, label(1, 1.5)],
    ['label takes a tenth, notes alike', trials, label(0.9, 0.5)],
    ['label takes a quarter, notes alike', trials, label(0.75, 0.5)],
    ['label takes a quarter, notes differ', trials, label(0.75, 1.5)],
    ['label takes a half, notes differ', trials, label(0.5, 1.5)],
    ['first hour explains little (r .4)', trials, firstHour(0.4)],
    ['first hour explains half (r .724)', trials, firstHour(0.724)],
    ['first hour explains most (r .9)', trials, firstHour(0.9)],
    ['boost does nothing', rounds, boost(1, 'by-chance')],
    ['boost does nothing, slow notes boosted', rounds, boost(1, 'when-slowing')],
    ['boost takes half of the growth', rounds, boost(0.5, 'by-chance')],
    ['boost takes most of the growth', rounds, boost(0.15, 'by-chance')],
  ];
  return [
    ['world', 'trials', 'supported, %', 'contradicted, %', 'notes', 'smallest seen'],
    ...kinds.map(([name, count, find]) =>
      row(
        name,
        Array.from({ length: count }, (_, at) => find(at)),
      ),
    ),
  ];
}

function row(name: string, findings: readonly ClaimFinding[]): string[] {
  const share = (wanted: ClaimFinding['verdict']) =>
    shareText(countShare(findings.filter(({ verdict }) => verdict === wanted).length, findings.length));
  const smallest = findings.flatMap(({ smallestSeen }) => smallestSeen ?? []);
  return [
    name,
    `${findings.length}`,
    share('supported'),
    share('contradicted'),
    averageOf(findings.map(({ notes }) => notes)).toFixed(0),
    smallest.length > 0 ? averageOf(smallest).toFixed(2) : '\u2013',
  ];
}
