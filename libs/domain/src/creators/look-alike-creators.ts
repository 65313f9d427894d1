import type { Category } from '../notes/categories';
import { audienceBands, audienceDimensions } from './audience-bands';

/** What of a creator is compared. Null and an empty portrait mean: not known. */
export interface LikenableCreator {
  id: string;
  categories: readonly Category[];
  subCategories: readonly string[];
  /** identity, way of telling and scene together */
  tags: readonly string[];
  followers: number;
  readsMedian: number | null;
  interactionsMedian: number | null;
  /** parts in ten thousand by `audienceBands` */
  audienceShares: readonly number[];
  contentWords: readonly string[];
}

/** What each part weighs; they sum to 1. Ours, not measured: what a creator publishes and for whom before how large they are. */
export const likenessWeights = {
  category: 0.15,
  subCategories: 0.15,
  tags: 0.1,
  followers: 0.1,
  medians: 0.15,
  audience: 0.2,
  content: 0.15,
} as const;
export type LikenessPart = keyof typeof likenessWeights;
export const likenessParts = Object.keys(likenessWeights) as readonly LikenessPart[];

/** Followers and medians that differ by this factor or more have nothing in common. */
export const likenessFactorMax = 4;

export interface Likeness {
  id: string;
  /** 0 to 1; the sum of all contributions */
  score: number;
  /** `likeness` is null where it is not known of one of the two; that contributes nothing */
  parts: readonly { part: LikenessPart; weight: number; likeness: number | null; contribution: number }[];
  /** what both have, the rarest words first */
  shared: { categories: Category[]; subCategories: string[]; tags: string[]; words: string[] };
}

/** So many shared words are named. */
const wordsNamed = 6;
/** A word that more than this share of all use, as a particle does, says nothing about two of them and is not named. */
const usualShare = 0.2;

/**
 * The candidates that are most like `original`, the most alike first and equal ones by id; the original itself is never
 * among them.
 *
 * A part that is not known of the original is left out and the other weights grow in proportion; one that is not known of
 * a candidate contributes nothing, so that nobody is called alike for what nobody knows.
 *
 * Source: weighted sum of Jaccard likeness of sets, of words weighted by inverse document frequency among the candidates,
 * of cosines of audience shares by dimension, and of the distance of logarithms for sizes.
 */
export function lookAlikes(
  original: LikenableCreator,
  candidates: readonly LikenableCreator[],
  limit: number,
): Likeness[] {
  const everybody = [original, ...candidates];
  const rarity = rarityAmong(everybody);
  // Two who share a word are not many, however few there are.
  const usual = rarityOf(everybody.length, Math.max(2, usualShare * everybody.length));
  const known = likenessParts.filter((part) => likenessOf(part, original, original, rarity) !== null);
  const whole = known.reduce((sum, part) => sum + likenessWeights[part], 0);
  return candidates
    .filter(({ id }) => id !== original.id)
    .map((candidate) => {
      const parts = known.map((part) => {
        const weight = likenessWeights[part] / whole;
        const likeness = likenessOf(part, original, candidate, rarity);
        return { part, weight, likeness, contribution: weight * (likeness ?? 0) };
      });
      const score = parts.reduce((sum, { contribution }) => sum + contribution, 0);
      return { candidate, parts, score };
    })
    .sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate, parts, score }) => ({
      id: candidate.id,
      score,
      parts,
      shared: {
        categories: common(original.categories, candidate.categories),
        subCategories: common(original.subCategories, candidate.subCategories),
        tags: common(original.tags, candidate.tags),
        words: common(original.contentWords, candidate.contentWords)
          .filter((word) => rarity(word) >= usual)
          .sort((a, b) => rarity(b) - rarity(a) || (a < b ? -1 : 1))
          .slice(0, wordsNamed),
      },
    }));
}

type Rarity = (word: string) => number;

function likenessOf(
  part: LikenessPart,
  a: LikenableCreator,
  b: LikenableCreator,
  rarity: Rarity,
): number | null {
  switch (part) {
    case 'category':
      if (!a.categories.length || !b.categories.length) return null;
      return a.categories[0] === b.categories[0] ? 1 : jaccard(a.categories, b.categories);
    case 'subCategories':
      return jaccard(a.subCategories, b.subCategories);
    case 'tags':
      return jaccard(a.tags, b.tags);
    case 'followers':
      return nearness(a.followers, b.followers);
    case 'medians':
      return mean([
        nearness(a.readsMedian, b.readsMedian),
        nearness(a.interactionsMedian, b.interactionsMedian),
      ]);
    case 'audience':
      return audienceLikeness(a.audienceShares, b.audienceShares);
    case 'content':
      return jaccard(a.contentWords, b.contentWords, rarity);
  }
}

/** 1 for equal sizes, 0 from a factor of four apart; null when one is unknown. */
function nearness(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return null;
  const apart = Math.abs(Math.log((a + 1) / (b + 1))) / Math.log(likenessFactorMax);
  return Math.max(0, 1 - apart);
}

/** Weight of what both have over the weight of what either has; null when one of them has nothing. */
function jaccard(a: readonly string[], b: readonly string[], weightOf: Rarity = () => 1): number | null {
  if (!a.length || !b.length) return null;
  const either = [...new Set([...a, ...b])].reduce((sum, word) => sum + weightOf(word), 0);
  const both = common(a, b).reduce((sum, word) => sum + weightOf(word), 0);
  return either > 0 ? both / either : null;
}

/** The mean over dimensions of the cosine of their shares. One cosine over all would be ruled by the largest dimension. */
function audienceLikeness(a: readonly number[], b: readonly number[]): number | null {
  if (!a.length || !b.length) return null;
  return mean(placesByDimension.map((places) => cosine(places, a, b)));
}

const placesByDimension = Object.keys(audienceDimensions).map((dimension) =>
  audienceBands.flatMap((band, at) => (band.dimension === dimension ? [at] : [])),
);

function cosine(places: readonly number[], a: readonly number[], b: readonly number[]): number | null {
  let product = 0;
  let lengthA = 0;
  let lengthB = 0;
  for (const at of places) {
    const [shareA, shareB] = [a[at] ?? 0, b[at] ?? 0];
    product += shareA * shareB;
    lengthA += shareA * shareA;
    lengthB += shareB * shareB;
  }
  return lengthA && lengthB ? Math.min(1, product / Math.sqrt(lengthA * lengthB)) : null;
}

/** Inverse document frequency: a word that everybody uses says nothing. */
function rarityAmong(creators: readonly LikenableCreator[]): Rarity {
  const users = new Map<string, number>();
  for (const { contentWords } of creators)
    for (const word of new Set(contentWords)) users.set(word, (users.get(word) ?? 0) + 1);
  return (word) => rarityOf(creators.length, users.get(word) ?? 1);
}

const rarityOf = (all: number, users: number): number => Math.log(1 + all / users);

function common<Word extends string>(a: readonly Word[], b: readonly Word[]): Word[] {
  const others = new Set(b);
  return [...new Set(a)].filter((word) => others.has(word));
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length ? known.reduce((sum, value) => sum + value, 0) / known.length : null;
}
