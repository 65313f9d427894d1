import { cityTiers } from './feed';
import { categories, followerTiers, meritBands, rails } from '@poolrise/domain';
import { z } from 'zod';
import { bilingual, instant } from './text';

/** Whole days back from now that a page of trust looks at. */
export const trustDays = ['1', '7', '30', '90'] as const;
const daysOf = <const Days extends readonly (typeof trustDays)[number][]>(days: Days) =>
  z.strictObject({ days: z.enum(days).default('7' as Days[number]) });

/** A share that was counted with its 95 % interval (Wilson); null where nothing was tried. */
export const countedShare = {
  trials: z.int(),
  successes: z.int(),
  share: z.number().nullable(),
  low: z.number(),
  high: z.number(),
};

/** How odds that notes were told before they were published turned out. */
export const OddsRecordView = z
  .object({
    told: z.int(),
    passed: z.int(),
    brier: z.number().nullable(),
    /** the score of always telling the share that passed */
    baseBrier: z.number(),
    bins: z.array(
      z.object({ ...countedShare, from: z.number(), to: z.number(), stated: z.number().nullable() }),
    ),
    /** bins of enough notes, and those whose counted share meets the intervals told */
    held: z.object({ bins: z.int(), inside: z.int() }),
  })
  .meta({ id: 'OddsRecordView' });
export type OddsRecordView = z.infer<typeof OddsRecordView>;

export const calibrationDays = ['7', '30', '90'] as const;
export const CalibrationQuery = daysOf(calibrationDays);
export type CalibrationQuery = z.infer<typeof CalibrationQuery>;

/** What is forecast with an interval: lifts by verdicts, results of boosts at launch. */
export const forecastKinds = [
  'lift',
  'hook',
  'boost-reads',
  'boost-likes-collects',
  'boost-follows',
] as const;
export type ForecastKind = (typeof forecastKinds)[number];

/**
 * Every forecast of the period that has an outcome, the newest first up to `limits`. A lift is held against what the note
 * got in the next pool, a boost against what was delivered, a chance to pass (as it stood when half of the sample was
 * seen) against the verdict.
 */
export const CalibrationView = z
  .object({
    asOf: instant,
    days: z.int(),
    /** the share of cases in which every interval should hold */
    stated: z.number(),
    limits: z.object({ verdicts: z.int(), boosts: z.int(), chances: z.int() }),
    /** fewer forecasts than this are not summed up in a sentence */
    enoughFrom: z.int(),
    intervals: z.object(countedShare),
    groups: z.array(
      z.object({
        ...countedShare,
        kind: z.enum(forecastKinds),
        /** the pool that stated it; null for boosts */
        level: z.int().nullable(),
        levelName: bilingual.nullable(),
        /** of lifts: what the next pool did to all of them alike */
        drift: z.number().nullable(),
      }),
    ),
    /** stated against actual coverage of lifts and hooks together */
    curve: z.array(z.object({ ...countedShare, stated: z.number() })),
    scores: z.array(
      z.object({
        kind: z.enum(['lift', 'hook']),
        forecasts: z.int(),
        /** mean CRPS in lifts, that of the naive forecast, and 1 - crps / naive */
        crps: z.number().nullable(),
        naive: z.number().nullable(),
        skill: z.number().nullable(),
      }),
    ),
    chances: z.object({
      forecasts: z.int(),
      score: z.number().nullable(),
      reliability: z.number(),
      resolution: z.number(),
      uncertainty: z.number(),
      bins: z.array(
        z.object({ ...countedShare, from: z.number(), to: z.number(), stated: z.number().nullable() }),
      ),
    }),
    /** of first pools, told before publishing */
    told: OddsRecordView,
  })
  .meta({ id: 'CalibrationView' });
export type CalibrationView = z.infer<typeof CalibrationView>;

export const fairnessDays = ['7', '30'] as const;
export const FairnessQuery = daysOf(fairnessDays);
export type FairnessQuery = z.infer<typeof FairnessQuery>;

export const fairnessGroups = {
  followers: followerTiers,
  category: categories,
  /** creators who came in through the API have told neither city nor gender */
  cityTier: [...cityTiers, 'unknown'],
  gender: ['female', 'male', 'unknown'],
} as const;
export type FairnessDimension = keyof typeof fairnessGroups;
export const fairnessDimensions = Object.keys(fairnessGroups) as FairnessDimension[];

const GroupExposure = z.object({
  dimension: z.enum(fairnessDimensions as [FairnessDimension, ...FairnessDimension[]]),
  group: z.string().max(40),
  notes: z.int(),
  impressions: z.int(),
  exposureShare: z.number().nullable(),
  meritShare: z.number().nullable(),
  ratio: z.number().nullable(),
});

/** Notes of all workspaces published in the period, the newest up to `limit`, and the natural impressions they had so far. */
export const FairnessView = z
  .object({
    asOf: instant,
    days: z.int(),
    limit: z.int(),
    notes: z.int(),
    creators: z.int(),
    impressions: z.int(),
    gini: z.number().nullable(),
    lorenz: z.array(z.object({ share: z.number(), got: z.number() })),
    smallShare: z.number().nullable(),
    /** what the platform says of itself */
    claimedSmallShare: z.number(),
    smallNotesShare: z.number().nullable(),
    parity: z.object({ value: z.number(), low: z.number(), high: z.number(), notes: z.int() }).nullable(),
    /** notes with a verdict of the first pool, which is what merit is read from */
    judgedNotes: z.int(),
    groups: z.array(GroupExposure),
    /** among about equally good notes (fifths of merit, the poorest first): share of impressions over share of notes by tier */
    bands: z
      .array(
        z.object({
          band: z.int(),
          group: z.enum(followerTiers),
          notes: z.int(),
          ratio: z.number().nullable(),
        }),
      )
      .max(meritBands * followerTiers.length),
    promise: z.object(countedShare),
    /** hours until half, and nine of ten, notes had 100 natural impressions; null when fewer ever did */
    hoursToFirst100: z.object({ half: z.number().nullable(), mostly: z.number().nullable() }),
    newNoteCtr: z.number().nullable(),
  })
  .meta({ id: 'FairnessView' });
export type FairnessView = z.infer<typeof FairnessView>;

export const conservationDays = ['1', '7', '30'] as const;
export const ConservationQuery = daysOf(conservationDays);
export type ConservationQuery = z.infer<typeof ConservationQuery>;

/** What became of the run that an impression was counted in; `none` is a count without a run, which must not be. */
export const impressionFates = ['open', 'pass', 'stop', 'none'] as const;
export type ImpressionFate = (typeof impressionFates)[number];

export const identityKeys = ['slots', 'recorded', 'judged', 'runs', 'paid-notes', 'boost-hours'] as const;
export type IdentityKey = (typeof identityKeys)[number];

/** Two sums that must be one number, over everything compared, and the first rows in which they are not. */
export const IdentityView = z.object({
  key: z.enum(identityKeys),
  compared: z.int(),
  left: z.int(),
  right: z.int(),
  different: z.int(),
  examples: z.array(z.string().max(120)).max(20),
});
export type IdentityView = z.infer<typeof IdentityView>;

export const ConservationView = z
  .object({
    asOf: instant,
    from: instant,
    days: z.int(),
    impressions: z.int(),
    /** impressions of the period by how they came about, the level that counted them and what became of the run */
    flow: z.array(
      z.object({
        rail: z.enum(rails),
        level: z.int(),
        fate: z.enum(impressionFates),
        impressions: z.int(),
      }),
    ),
    levels: z.array(z.object({ level: z.int(), name: bilingual })),
    /** slots of the latest pages of the period; null for workspaces that are not the platform's: pages are shared */
    slots: z
      .object({
        pages: z.int(),
        served: z.int(),
        seen: z.int(),
        held: z.int(),
        unseen: z.int(),
        open: z.int(),
      })
      .nullable(),
    limits: z.object({ pages: z.int(), notes: z.int() }),
    identities: z.array(IdentityView),
  })
  .meta({ id: 'ConservationView' });
export type ConservationView = z.infer<typeof ConservationView>;
