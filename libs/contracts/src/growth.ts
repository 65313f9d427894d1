import { growthRules, growthSteps } from '@poolrise/domain';
import { z } from 'zod';
import { GrowthLineView } from './rewards';
import { bilingual, instant } from './text';

/** Changes of a level, and plans that ask for one, that the screen shows at most. */
export const growthStepsMost = 40;
export const growthPlansMost = 20;

const level = z.int();

/** The growth level of a creator's desk: what it holds, what is missing to the next, and how it came to this. */
export const GrowthView = z
  .object({
    level,
    /** null until it was judged for the first time, within minutes of the desk's beginning */
    reachedAt: instant.nullable(),
    /** when it was last judged; the figures are of now */
    judgedAt: instant.nullable(),
    facts: z.object(
      Object.fromEntries(growthRules.map((rule) => [rule, z.int()])) as Record<
        (typeof growthRules)[number],
        z.ZodInt
      >,
    ),
    /** the level above the one that is held; null from the highest on */
    next: level.nullable(),
    /** the figures no longer reach the level that is held: until when it is kept, and what they reach */
    falling: z.object({ at: instant, toLevel: level }).nullable(),
    levels: z.array(z.object({ level, name: bilingual, met: z.boolean(), lines: z.array(GrowthLineView) })),
    /** the latest first */
    history: z
      .array(
        z.object({
          id: z.uuid(),
          step: z.enum(growthSteps),
          fromLevel: level.nullable(),
          toLevel: level,
          at: instant,
          /** rules of the level that was held and no longer is reached, in the figures of that day */
          lacks: z.array(GrowthLineView),
        }),
      )
      .max(growthStepsMost),
    moreHistory: z.boolean(),
    /** open reward plans that ask for a level, the lowest first */
    plans: z
      .array(
        z.object({
          id: z.uuid(),
          name: bilingual,
          growthLevelMin: level,
          closesAt: instant,
          open: z.boolean(),
        }),
      )
      .max(growthPlansMost),
    morePlans: z.boolean(),
    asOf: instant,
  })
  .meta({ id: 'GrowthView' });
export type GrowthView = z.infer<typeof GrowthView>;
