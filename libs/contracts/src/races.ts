import { boostGoals, raceBounds, raceDefaults } from '@poolrise/domain';
import { z } from 'zod';
import { BoostAudience, boostStates } from './boosts';
import { pageOf, pageQuery } from './paging';
import { cents, instant, line } from './text';

/** `waiting` is for money: the next round begins by itself once the wallet covers it. */
export const raceStates = ['running', 'waiting', 'ended'] as const;
export type RaceState = (typeof raceStates)[number];
/**
 * Why a race is over: one note is clearly the best, the leader is close enough to the best, its rounds are over, somebody
 * stopped it, or the audit left one note or none that may be boosted.
 */
export const raceEnds = ['clear', 'close-enough', 'rounds-over', 'stopped', 'one-left', 'none-left'] as const;
export type RaceEnd = (typeof raceEnds)[number];

const plan = {
  /** which notes race; each once */
  noteIds: z.array(z.uuid()).min(raceBounds.leastNotes).max(raceBounds.mostNotes),
  goal: z.enum(boostGoals),
  /** for all rounds together */
  budgetCents: cents.min(1).max(100_000_000),
  rounds: z.int().min(raceBounds.leastRounds).max(raceBounds.mostRounds).default(raceDefaults.rounds),
  roundHours: z
    .int()
    .min(raceBounds.leastRoundHours)
    .max(raceBounds.mostRoundHours)
    .default(raceDefaults.roundHours),
  audience: BoostAudience.default({}),
  /** the race is decided when one note is the best with this chance */
  stopChance: z
    .number()
    .min(raceBounds.leastStopChance)
    .max(raceBounds.mostStopChance)
    .default(raceDefaults.stopChance),
  /** or when choosing the leader costs at most this share of what the best note would bring */
  stopLoss: z
    .number()
    .min(raceBounds.leastStopLoss)
    .max(raceBounds.mostStopLoss)
    .default(raceDefaults.stopLoss),
};

export const PreviewRace = z.strictObject(plan).meta({ id: 'PreviewRace' });
export type PreviewRace = z.infer<typeof PreviewRace>;
/** requestKey is made by the client when the form opens: the same key never starts two races. */
export const StartRace = z
  .strictObject({ ...plan, name: line(60), requestKey: z.uuid() })
  .meta({ id: 'StartRace' });
export type StartRace = z.infer<typeof StartRace>;

export const RacePreview = z
  .object({
    asOf: instant,
    /** why it could not start now; the same code as starting it would give */
    refusal: z
      .object({
        code: z.string(),
        remedy: z.string(),
        field: z.string(),
        figures: z.record(z.string(), z.number()),
      })
      .nullable(),
    leastCents: cents,
    mostCents: cents,
    roundCents: cents,
    /** what a note gets in the first round, and the impressions that buys */
    perNoteCents: cents,
    perNoteImpressions: z.int(),
    /** what the wallet can pay at once */
    payableCents: cents,
    /** what it lacks for the first round */
    missingCents: cents,
    endsAtLatest: instant,
  })
  .meta({ id: 'RacePreview' });
export type RacePreview = z.infer<typeof RacePreview>;

const NoteInRace = z.object({
  noteId: z.uuid(),
  title: z.string(),
  coverHue: z.int(),
  coverUrl: z.string().nullable(),
});

export const RaceRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    goal: z.enum(boostGoals),
    state: z.enum(raceStates),
    endedBecause: z.enum(raceEnds).nullable(),
    notes: z.array(NoteInRace),
    budgetCents: cents,
    spentCents: cents,
    rounds: z.int(),
    /** how many have begun */
    round: z.int(),
    nextRoundAt: instant.nullable(),
    /** as judged at the end of the last round; the winner once the race is over */
    leader: z.object({ noteId: z.uuid(), chanceBest: z.number() }).nullable(),
    createdAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'RaceRow' });
export type RaceRow = z.infer<typeof RaceRow>;
export const RacesQuery = z.strictObject({ ...pageQuery, state: z.enum(raceStates).optional() });
export type RacesQuery = z.infer<typeof RacesQuery>;
export const RacePage = pageOf(RaceRow);

const interval = z.object({ low: z.number(), mid: z.number(), high: z.number() });

const RaceArmView = NoteInRace.extend({
  /** of the boosts of this race: paid impressions, and answers of the goal on them */
  impressions: z.int(),
  goals: z.int(),
  spentCents: cents,
  /** what its boosts were given, spent or not */
  givenCents: cents,
  boostable: z.boolean(),
  /** judged by the counts up to now; null when the note may not be boosted any more */
  verdict: z
    .object({
      /** 80 % interval of answers per paid impression */
      rate: interval,
      chanceBest: z.number(),
      expectedLoss: z.number(),
    })
    .nullable(),
});
export type RaceArmView = z.infer<typeof RaceArmView>;

const RaceRoundView = z.object({
  number: z.int(),
  beganAt: instant,
  endsAt: instant,
  budgetCents: cents,
  boosts: z.array(
    z.object({
      boostId: z.uuid(),
      noteId: z.uuid(),
      state: z.enum(boostStates),
      budgetCents: cents,
      spentCents: cents,
      impressions: z.int(),
      goals: z.int(),
    }),
  ),
  /** chances to be the best as judged at its end; null while it runs */
  chances: z.array(z.object({ noteId: z.uuid(), chanceBest: z.number() })).nullable(),
});
export type RaceRoundView = z.infer<typeof RaceRoundView>;

export const RaceView = RaceRow.extend({
  asOf: instant,
  startedBy: z.string(),
  audience: BoostAudience,
  roundHours: z.int(),
  stopChance: z.number(),
  stopLoss: z.number(),
  /** neither spent nor reserved by a running boost */
  leftCents: cents,
  waiting: z.object({ since: instant, missingCents: cents }).nullable(),
  arms: z.array(RaceArmView),
  roundsBegun: z.array(RaceRoundView),
  /** in answers of the goal, with 80 % intervals; null before the first impression */
  regret: z.object({ belowBest: interval, aboveEqual: interval, bestWouldBring: z.number() }).nullable(),
  keptBoostId: z.uuid().nullable(),
  /** what keeping the winner would put on it now; null when there is nothing to keep */
  keepable: z.object({ noteId: z.uuid(), budgetCents: cents, durationHours: z.int() }).nullable(),
}).meta({ id: 'RaceView' });
export type RaceView = z.infer<typeof RaceView>;
