import {
  averageOf,
  countShare,
  type CountedShare,
  estimateStanding,
  grownMetrics,
  movements,
  platformStated,
  ratedPeers,
} from '@poolrise/domain';
import { type ForecastCase, forecastCases } from './forecast-cases';
import { type HiddenWorld, hiddenWorld } from './hidden-snapshots';
import { caseGroups, intervalFigures, naiveBounds, mayGrow } from './measure-hidden';

export interface BenchTable {
  title: string;
  rows: string[][];
}

/** "80.3 (78.1 to 82.4)": a share in percent with its 95 % interval. */
export function shareText({ share, low, high }: CountedShare): string {
  if (share === null) return '\u2013';
  const percent = (value: number) => (100 * value).toFixed(1);
  return `${percent(share)} (${percent(low)} to ${percent(high)})`;
}

/** What the forecasts, levels, movements and rates of observed notes are worth, over all worlds together. */
export function forecastTables(seeds: readonly string[], now: number): BenchTable[] {
  const worlds = seeds.map((seed) => hiddenWorld(seed, now));
  const natural = worlds.flatMap((world) => forecastCases(world, 'impressionsNatural'));
  const tables = grownMetrics.map((metric) => {
    const cases =
      metric === 'impressionsNatural' ? natural : worlds.flatMap((world) => forecastCases(world, metric));
    return {
      title: `Hidden snapshots, ${metric}, ${seeds.length} worlds, 80 % intervals`,
      rows: coverageRows(cases),
    };
  });
  return [
    ...tables,
    { title: 'Whether a note climbs: said, and what came within seven days', rows: movementRows(natural) },
    { title: 'Level, and rate against notes like it', rows: truthRows(natural, worlds) },
  ];
}

function coverageRows(cases: readonly ForecastCase[]): string[][] {
  const head = ['notes', 'cases', 'held, %', 'width', 'score', 'naive held, %', 'naive width', 'naive score'];
  const moving = cases.filter(mayGrow);
  const groups: (readonly [string, readonly ForecastCase[]])[] = [
    ['all', cases],
    ['not known to stand still', moving],
    ...caseGroups.map(([name, belongs]) => [`  ${name}`, moving.filter(belongs)] as const),
    ...[...new Set(moving.map(({ note }) => note.category))]
      .sort()
      .map((category) => [`  ${category}`, moving.filter(({ note }) => note.category === category)] as const),
  ];
  return [
    head,
    ...groups.map(([name, group]) => {
      const ours = intervalFigures(group, ({ forecast }) => forecast);
      const naive = intervalFigures(group, naiveBounds);
      return [
        name,
        `${group.length}`,
        shareText(ours.held),
        ours.width.toFixed(2),
        ours.score.toFixed(2),
        shareText(naive.held),
        naive.width.toFixed(2),
        naive.score.toFixed(2),
      ];
    }),
  ];
}

function movementRows(cases: readonly ForecastCase[]): string[][] {
  const seen = cases.filter(({ movement, naturalAWeekOn }) => movement && naturalAWeekOn !== null);
  return [
    ['said', 'cases', 'mean chance said, %', 'grew by a tenth, %'],
    ...movements.map((said) => {
      const group = seen.filter(({ movement }) => movement?.movement === said);
      const grew = group.filter((one) => (one.naturalAWeekOn ?? 0) >= 1.1 * one.naturalNow).length;
      const chance = averageOf(group.map(({ movement }) => movement?.probability ?? 0));
      return [said, `${group.length}`, (100 * chance).toFixed(1), shareText(countShare(grew, group.length))];
    }),
  ];
}

/** So many notes of each world are rated: each looks at all peers. */
const ratedNotes = 500;

function truthRows(cases: readonly ForecastCase[], worlds: readonly HiddenWorld[]): string[][] {
  const levels = cases.flatMap(({ levelEstimate, level }) =>
    levelEstimate ? [{ levelEstimate, level }] : [],
  );
  const right = levels.filter(({ levelEstimate, level }) => levelEstimate.level === level).length;
  const said = averageOf(levels.map(({ levelEstimate }) => levelEstimate.probability));
  const held = worlds.flatMap(({ cases: all, peers }) => {
    const rated = ratedPeers(peers, platformStated);
    return all.slice(0, ratedNotes).flatMap(({ note, trueValue }) => {
      const standing = estimateStanding(note, rated, platformStated);
      if (typeof standing === 'string' || standing.basis !== 'natural-impression') return [];
      if (standing.compared.length < 5) return [];
      const truth = trueValue / standing.peersPerThousand;
      return [truth >= standing.low && truth <= standing.high];
    });
  });
  return [
    ['', 'cases', 'said, %', 'true, %'],
    ['level', `${levels.length}`, (100 * said).toFixed(1), shareText(countShare(right, levels.length))],
    ['rate', `${held.length}`, '80.0', shareText(countShare(held.filter(Boolean).length, held.length))],
  ];
}
