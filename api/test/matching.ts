import { bodyExamples, type BriefWishes } from '@poolrise/contracts';
import { sketchAudience, sketchToBytes } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import type { Db } from '../src/db/db';
import { aCreator } from './creators';

/** A brief that rules nobody out and lets food count alone; what is said over it is what the spec is about. */
export const wishesOf = (over: Partial<BriefWishes> = {}): BriefWishes => ({
  ...(bodyExamples.writeBrief.wishes as BriefWishes),
  subCategories: [],
  keywords: [],
  target: { genders: [], ages: [] },
  audience: [],
  perNoteCents: null,
  tierKeys: [],
  followersFrom: null,
  followersTo: null,
  competitors: [],
  requiredHealth: null,
  ordersMax: null,
  weights: { vertical: 1 },
  ...over,
});

export const aPortfolioAsk = (over: object = {}) => ({
  wishes: {
    ...bodyExamples.askPortfolio.wishes,
    mixPreset: null,
    mixTolerance: null,
    maxCreators: null,
    maxPerCategory: null,
    boosts: null,
    ...over,
  },
  requestKey: randomUUID(),
});

export interface AboutTaker {
  name?: string;
  followers?: number;
  categories?: ('food' | 'home' | 'travel')[];
  cents?: number;
  /** numbers of the people who follow her, by gender; all of them are 18 to 24 */
  women?: [from: number, to: number];
  men?: [from: number, to: number];
  words?: string[];
}

/** Somebody who takes orders for image notes, with figures and with followers who can be counted. */
export async function aTaker(db: Db, about: AboutTaker = {}): Promise<string> {
  const { categories = ['food'], cents = 50_000, ...rest } = about;
  const id = await aCreator(db, { ...rest, categories, imageCents: cents });
  await db.asEngine(async (tx) => {
    await tx.query('update creator set accepts_image = true where id = $1', [id]);
    await tx.query(
      `insert into creator_figures (creator_id, as_of, notes_30d, content_words) values ($1, '2026-11-24', 4, $2)`,
      [id, about.words ?? []],
    );
    for (const [gender, range] of Object.entries({ female: about.women, male: about.men }))
      if (range)
        await tx.query(
          `insert into creator_reach (creator_id, gender, age, sketch) values ($1, $2, '18-24', $3)`,
          [id, gender, Buffer.from(sketchToBytes(sketchAudience(numbers(range))))],
        );
  });
  return id;
}

const numbers = ([from, to]: [number, number]): number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);
