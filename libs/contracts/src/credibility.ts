import { credibilityTests, fraudKinds } from '@poolrise/domain';
import { z } from 'zod';
import { instant } from './text';
import { countedShare } from './trust';

/** How often one test is right and wrong, with intervals of 95 %. */
export const CredibilityRates = z.object({
  test: z.enum(credibilityTests),
  aimsAt: z.enum(fraudKinds),
  /** misses more than a third of what it aims at */
  weak: z.boolean(),
  /** honest creators who were called unusual */
  falseAlarms: z.object(countedShare),
  /** creators with the fraud it aims at who were called unusual */
  recall: z.object(countedShare),
  /** the same where the fraud was strong enough to matter */
  recallOfStrong: z.object(countedShare),
  /** of all who were called unusual, those with the fraud it aims at */
  precision: z.object(countedShare),
  /** creators with too little data for this test */
  unjudged: z.object({ honest: z.int(), aimed: z.int() }),
});
export type CredibilityRates = z.infer<typeof CredibilityRates>;

/** The last measurement on creators of whom the truth is known. */
export const CredibilityMeasured = z
  .object({
    /** `demo`: the injected fraud of this installation's directory; `benchmark`: worlds that the benchmark made */
    source: z.enum(['demo', 'benchmark']),
    measuredOn: z.iso.date(),
    creators: z.int(),
    labelled: z.int(),
    /** of the worlds */
    seeds: z.array(z.string()),
    /** in the order of the tests */
    rates: z.array(CredibilityRates),
  })
  .meta({ id: 'CredibilityMeasured' });
export type CredibilityMeasured = z.infer<typeof CredibilityMeasured>;

const CredibilityEvidence = z.object({
  test: z.enum(credibilityTests),
  verdict: z.enum(['unusual', 'usual', 'too-little-data']),
  /** in the unit of the test; null without data, as is what was expected */
  observed: z.number().nullable(),
  expected: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** days `YYYY-MM-DD` in Shanghai, or ids of `notes`; empty where it is about the creator as a whole */
  at: z.array(z.string()),
  /** what its plot shows; `at` is a day, the id of a note or, of accounts, their place among them */
  series: z.array(
    z.object({
      at: z.string(),
      observed: z.number(),
      /** beyond this a point stands out */
      edge: z.number().nullable(),
      unusual: z.boolean(),
    }),
  ),
});
export type CredibilityEvidence = z.infer<typeof CredibilityEvidence>;

/** Everything the tests say of one creator. There is no score: each is read by itself, beside its own mistakes. */
export const CredibilityView = z
  .object({
    creatorId: z.uuid(),
    /** notes since this day were looked at, `YYYY-MM-DD` in Shanghai */
    notesSince: z.iso.date(),
    /** the oldest first */
    notes: z.array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        publishedAt: instant,
        readsAll: z.int(),
        interactions: z.int(),
        /** 24 numbers, from midnight in Shanghai */
        interactionsByHour: z.array(z.int()),
      }),
    ),
    /** creators or notes among whom each expectation was counted; 0 where there are too few */
    peers: z.object({ engaged: z.int(), likeCollect: z.int(), commentShare: z.int() }),
    evidence: z.array(CredibilityEvidence),
    measured: CredibilityMeasured,
  })
  .meta({ id: 'CredibilityView' });
export type CredibilityView = z.infer<typeof CredibilityView>;
