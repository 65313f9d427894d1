import type { GrowthView } from '@poolrise/contracts';
import { growthLevels, growthLines } from '@poolrise/domain';

const facts = {
  ...{ notesPassed: 6, reachedPool1: 3, reachedPool2: 1, reachedPool3: 0 },
  ...{ naturalReads: 3_200, activeDays: 5, violations: 1 },
};

/** A desk of level 3 to which two notes in pool 2 are one too few for the next. */
export function aGrowth(changes: Partial<GrowthView> = {}): GrowthView {
  return {
    level: 3,
    reachedAt: '2026-11-02T16:10:00.000Z',
    judgedAt: '2026-11-25T16:10:00.000Z',
    facts,
    next: 4,
    falling: null,
    levels: growthLevels.map(({ level, name }) => ({
      level,
      name,
      met: level <= 3,
      lines: growthLines(level, facts),
    })),
    history: [
      {
        id: '99999999-0000-4000-8000-000000000002',
        ...{ step: 'rose', fromLevel: 2, toLevel: 3, at: '2026-11-02T16:10:00.000Z', lacks: [] },
      },
      {
        id: '99999999-0000-4000-8000-000000000001',
        ...{ step: 'begun', fromLevel: null, toLevel: 2, at: '2026-09-01T16:10:00.000Z', lacks: [] },
      },
    ],
    moreHistory: false,
    plans: [],
    morePlans: false,
    asOf: '2026-11-26T08:00:00.000Z',
    ...changes,
  };
}
