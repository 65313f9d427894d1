import {
  agedPoints,
  estimateLevel,
  estimateMovement,
  forecastGrowth,
  type GrowthForecast,
  growthMoments,
  growthOf,
  type GrownMetric,
  learnLevelShares,
  type LevelEstimate,
  type MovementEstimate,
  platformStated,
  presentMoment,
} from '@poolrise/domain';
import type { HiddenCase, HiddenWorld } from './hidden-snapshots';

/** A hidden case with what the product says of it. */
export interface ForecastCase extends HiddenCase {
  forecast: GrowthForecast;
  came: number;
  movement: MovementEstimate | null;
  levelEstimate: LevelEstimate | null;
  /** Whether the present figure was exact, and its age in days of traffic. */
  rounded: boolean;
  age: number;
  size: number;
  pace: number | null;
  /** What came between the last two visible snapshots; all of it where there is one. */
  lastIncrement: number;
}

/** What the product says of the hidden snapshots of a world; cases of which it says nothing are left out. */
export function forecastCases({ peers, cases }: HiddenWorld, metric: GrownMetric): ForecastCase[] {
  const growth = growthOf(peers, metric, platformStated);
  const exposures = peers.flatMap(({ series }) => series.points.impressionsNatural.at(-1)?.span ?? []);
  const shares = learnLevelShares(exposures, platformStated);
  return cases.flatMap((one) => {
    const points = agedPoints(one.note, metric, platformStated);
    const moments = growthMoments(one.note, points);
    const present = presentMoment(points, moments);
    if (typeof present === 'string') return [];
    const forecast = forecastGrowth(present, growth, { metric, horizonDays: one.horizonDays });
    if (typeof forecast === 'string') return [];
    const moved = estimateMovement(present, growth);
    const movement = typeof moved === 'string' ? null : moved;
    return [
      {
        ...one,
        forecast,
        came: metric === 'impressionsNatural' ? one.natural : one.interactions,
        movement,
        levelEstimate:
          metric === 'impressionsNatural'
            ? estimateLevel(present.span, {
                shares,
                climbs: movement?.probability ?? 0.5,
                policy: platformStated,
              })
            : null,
        rounded: present.span.high > present.span.low,
        age: present.moment.age,
        size: present.moment.size,
        pace: present.moment.pace,
        lastIncrement: present.moment.size - (moments.at(-2)?.size ?? 0),
      },
    ];
  });
}
