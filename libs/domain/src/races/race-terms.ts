import type { Bilingual } from '../notes/note';

/** How many notes race, over how many rounds of how many hours, and by what a race may be decided early. */
export const raceBounds = {
  leastNotes: 2,
  mostNotes: 5,
  leastRounds: 2,
  mostRounds: 6,
  leastRoundHours: 6,
  mostRoundHours: 24,
  /** a race is decided when one note is the best with at least this chance */
  leastStopChance: 0.8,
  mostStopChance: 0.99,
  /** or when choosing the leader costs at most this share of what the best note would bring */
  leastStopLoss: 0.001,
  mostStopLoss: 0.05,
} as const;

/** What the form begins with. Ours: no platform publishes a stop rule for its races. */
export const raceDefaults = { rounds: 4, roundHours: 12, stopChance: 0.95, stopLoss: 0.005 } as const;

/** Below this chance to be the best a note gets no more money, unless the others fall behind it again. */
export const raceFloorChance = 0.05;

/** How often the rates are drawn for one judgement: a chance of 0.95 is then known to about half a percent. */
export const raceDraws = 2_000;

/** Where the custom comes from, as a screen says it. */
export const raceSource: Bilingual = {
  zh: '从业者惯例：新计划里放 2 至 5 篇笔记赛马，留下跑得最好的一篇',
  en: 'practitioners race 2 to 5 notes in a new campaign and keep the winner',
};

/** When a race is decided before its rounds are over; fixed at the start. */
export interface RaceRule {
  stopChance: number;
  stopLoss: number;
}

/** What is believed of a note before its race: its goal rate, held as strongly as if counted on `weight` impressions. */
export interface RacePrior {
  rate: number;
  weight: number;
}

/** One note of a race with what its boosts in the race counted: paid impressions, and answers of the goal among them. */
export interface RaceArm {
  noteId: string;
  impressions: number;
  goals: number;
  prior: RacePrior;
}
