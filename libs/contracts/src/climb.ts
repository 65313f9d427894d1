import { gateMetrics, lifeEndings, noteTypes, poolOutcomes, rails } from '@poolrise/domain';
import { z } from 'zod';
import { countsView, NoteView } from './notes';
import { bilingual, instant } from './text';

const estimate = z.object({
  observed: z.number(),
  expected: z.number(),
  lift: z.number(),
  low: z.number(),
  high: z.number(),
  probabilityAbove: z.number(),
  sample: z.int(),
});
export type EstimateView = z.infer<typeof estimate>;

export const basinStates = ['passed', 'current', 'stopped', 'ahead'] as const;
/** One basin of the ladder: a level of the policy with what the note did there. */
export const Basin = z.object({
  level: z.int(),
  key: z.string(),
  name: bilingual,
  target: z.int(),
  state: z.enum(basinStates),
  organicImpressions: z.int(),
  paidImpressions: z.int(),
  estimate: estimate.nullable(),
  enteredAt: instant.nullable(),
  closedAt: instant.nullable(),
});
export type Basin = z.infer<typeof Basin>;

/** A part of the rating: the hook counts opens, the content weighs what followed them. */
const factor = z.object({
  seen: z.number(),
  expected: z.number(),
  lift: z.number(),
  low: z.number(),
  high: z.number(),
});
export type FactorView = z.infer<typeof factor>;

const missedGate = z.object({
  metric: z.enum(gateMetrics),
  value: z.number().nullable(),
  atLeast: z.number(),
});

/** Where and to whom the note was shown, as far as it was known then. */
const place = z.object({
  /** the impressions in units of an average place */
  exposure: z.number().nullable(),
  poolAverage: z.number().nullable(),
  capacityFactor: z.number().nullable(),
  outlook: z.number().nullable(),
  /** readers of the audience who had not seen it yet */
  audienceLeft: z.number().nullable(),
});

/** Whom a note is compared with: finished runs of its category on this level. */
const peersHead = z.object({
  category: z.string(),
  runs: z.int(),
  /** those of the note's own type, and what they weigh in the comparison, 0 to 1; null where types were not told apart */
  sameType: z.object({ noteType: z.enum(noteTypes), runs: z.int(), weight: z.number() }).nullable(),
});
export type PeersHead = z.infer<typeof peersHead>;

const policyHead = z.object({ name: z.string(), version: z.int(), source: z.string(), mark: z.string() });

export const verdictOutcomes = ['pass', 'stop', 'wait'] as const;
/** A verdict as it was given, with the evidence it was given on. */
export const VerdictView = z
  .object({
    id: z.uuid(),
    at: instant,
    level: z.int(),
    levelName: bilingual,
    toLevel: z.int(),
    toLevelName: bilingual,
    outcome: z.enum(verdictOutcomes),
    reason: z.string(),
    trigger: z.string(),
    impressions: z.int(),
    /** impressions of the run that were reported after this verdict closed it; null where nobody asked, or it closed nothing */
    lateImpressions: z.int().nullable(),
    target: z.int(),
    estimate: estimate.nullable(),
    hook: factor.nullable(),
    content: factor.nullable(),
    probabilityAbove: z.number(),
    /** the probability that a complete sample needed to pass at this level */
    asks: z.number(),
    /** the lift that had to be beaten; 1 is the average of the peers */
    bar: z.number(),
    place,
    peers: peersHead.extend({
      impressions: z.int(),
      meanRate: z.number(),
      clickRate: z.number(),
      dispersion: z.number(),
      /** impressions, and opens, of an average note that the estimate begins with */
      strength: z.number(),
      contentOpens: z.number().nullable(),
      /** gamma shape of the peers' true lifts around 1, as the estimate assumes it */
      spread: z.number(),
      windowDays: z.int(),
      source: z.enum(['peers', 'blend', 'prior']),
    }),
    gatesMissed: z.array(missedGate),
    counts: countsView,
    hoursSincePublished: z.number(),
    hoursInLevel: z.number(),
    opensToStop: z.int().nullable(),
    opensToPass: z.int().nullable(),
    paidCounts: countsView,
    policy: policyHead,
  })
  .meta({ id: 'VerdictView' });
export type VerdictView = z.infer<typeof VerdictView>;

/** The climb view: where the note is, how far to the next verdict, how it does against its peers, and the odds. */
export const ClimbView = z
  .object({
    note: NoteView,
    asOf: instant,
    policy: policyHead,
    basins: z.array(Basin),
    current: z
      .object({
        level: z.int(),
        impressions: z.int(),
        target: z.int(),
        nextCheckAt: z.int(),
        windowEndsAt: instant,
        estimate: estimate,
        hook: factor,
        content: z.object({ lift: z.number() }),
        passProbability: z.number(),
        peers: peersHead.extend({ meanRate: z.number(), topShare: z.number().nullable() }),
        /** the organic and the paid reading side by side; the verdict reads only the first */
        organicRate: z.number().nullable(),
        paidRate: z.number().nullable(),
      })
      .nullable(),
    verdicts: z.array(VerdictView),
    runningBoostId: z.uuid().nullable(),
  })
  .meta({ id: 'ClimbView' });
export type ClimbView = z.infer<typeof ClimbView>;

/** Impressions and reads by hour and rail, gaps filled with zero; hours are UTC instants. */
export const SeriesQuery = z.strictObject({ hours: z.coerce.number().int().min(6).max(720).default(72) });
export const NoteSeries = z
  .object({
    from: instant,
    to: instant,
    hours: z.array(instant),
    impressions: z.object(
      Object.fromEntries(rails.map((rail) => [rail, z.array(z.int())])) as Record<
        (typeof rails)[number],
        z.ZodArray<z.ZodInt>
      >,
    ),
    reads: z.object(
      Object.fromEntries(rails.map((rail) => [rail, z.array(z.int())])) as Record<
        (typeof rails)[number],
        z.ZodArray<z.ZodInt>
      >,
    ),
    marks: z.array(
      z.object({
        at: instant,
        kind: z.enum(['pass', 'stop', 'boost-start', 'boost-end']),
        level: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'NoteSeries' });
export type NoteSeries = z.infer<typeof NoteSeries>;

/** One level of a rule set, with what it says of the note there; no verdict where it was never asked. */
const toldLevel = z.object({
  level: z.int(),
  name: bilingual,
  target: z.int(),
  said: z
    .object({
      outcome: z.enum(poolOutcomes),
      reason: z.string(),
      trigger: z.string(),
      /** organic impressions of the whole life when it entered this level, and when this was said */
      from: z.int(),
      at: z.int(),
      /** false where the evidence lies between two moments at which it was kept */
      kept: z.boolean(),
      impressions: z.int(),
      lift: z.number(),
      low: z.number(),
      high: z.number(),
      probabilityAbove: z.number(),
      asks: z.number(),
      gatesMissed: z.array(missedGate),
    })
    .nullable(),
});
export type ToldLevel = z.infer<typeof toldLevel>;

/** The same life under each source of rules; at most one rule set a source. */
export const NoteRules = z
  .object({
    /** organic impressions of the life so far, and whether it has ended */
    impressions: z.int(),
    ended: z.boolean(),
    sets: z.array(
      z.object({
        policy: policyHead.extend({ id: z.uuid() }),
        /** the rule set that the note lived under */
        lived: z.boolean(),
        ending: z.enum(lifeEndings),
        levels: z.array(toldLevel),
      }),
    ),
  })
  .meta({ id: 'NoteRules' });
export type NoteRules = z.infer<typeof NoteRules>;
export type RuleSetLife = NoteRules['sets'][number];
