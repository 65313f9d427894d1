import {
  type CreatorNoteKind,
  interactionsOf,
  naturalRates,
  type ObservedNote,
  paidClickRates,
  ratesOf,
  type ResponseRates,
  sumOf,
} from '@poolrise/domain';
import type { CastCreator } from '../cast/creators';
import { creatorFigures, response } from '../parameters';
import type { RandomStream } from '../random';
import { type CommentScene, commentersOf } from './commenters';
import { hourMs } from './days';
import { directoryFigures, leanings } from './figures';
import { hourShares, readerClock, spread, withMoment } from './note-hours';
import { type Employer, titleOf } from './note-texts';

/** What all notes of one creator have in common. Never shown; their numbers follow from it. */
export interface Manner {
  creator: CastCreator;
  /** impressions of a usual note */
  reach: number;
  /** rates per click, as her readers respond on average */
  rates: ResponseRates;
  /** hours that her home is ahead of UTC; null on the mainland */
  utcOffset: number | null;
  /** holds raffles that end around midnight */
  raffles: boolean;
  cooperationShare: number;
  /** the brands she has worked for */
  employers: readonly Employer[];
  scene: CommentScene;
}

export function mannerOf(
  random: RandomStream,
  creator: CastCreator,
): Pick<Manner, 'reach' | 'rates' | 'raffles' | 'cooperationShare'> {
  const { base, scale, exponent } = directoryFigures.impressions.value;
  const spreads = directoryFigures.rateSpread.value;
  const usual = ratesOf(naturalRates, creator.categories[0] ?? 'default');
  const leaning = leanings[creator.categories[0] ?? ''] ?? {};
  const liked = creator.craft.content * random.around1(spreads.ofCreator);
  const rate = (key: keyof ResponseRates, own: number): number => usual[key] * (leaning[key] ?? 1) * own;
  return {
    reach: (base + scale * creator.followers ** exponent) * creator.craft.hook * random.around1(0.4),
    rates: {
      click: rate('click', creator.craft.hook * random.around1(spreads.click)),
      like: rate('like', liked),
      collect: rate('collect', liked * random.around1(spreads.collect)),
      comment: rate('comment', liked * random.around1(spreads.comment)),
      share: rate('share', liked * random.around1(spreads.collect)),
      follow: rate('follow', liked),
    },
    raffles: random.chance(directoryFigures.moments.value.rafflers),
    cooperationShare: 0.1 + 0.15 * random.next(),
  };
}

/** The notes of the last 90 days as they stand now, oldest first, before anybody tampered with them. */
export function notesOf(random: RandomStream, manner: Manner, now: Date): ObservedNote[] {
  const { mean, most } = directoryFigures.notesPer90Days.value;
  const count = Math.min(most, random.poisson(mean * manner.creator.diligence));
  const times = Array.from({ length: count }, () => publishingTime(random, now)).sort(
    (a, b) => a.getTime() - b.getTime(),
  );
  const titles = new Set<string>();
  return times.map((publishedAt) => noteOf(random, manner, publishedAt, now, titles));
}

/** Mostly by day and in the evening, at night now and then. */
function publishingTime(random: RandomStream, now: Date): Date {
  const hour = random.chance(0.05) ? random.between(0, 5) : random.between(7, 23);
  const day = random.between(0, 89);
  const midnight = Math.floor((now.getTime() + 8 * hourMs) / (24 * hourMs)) * 24 * hourMs - 8 * hourMs;
  const at = midnight - day * 24 * hourMs + (hour + random.next()) * hourMs;
  return new Date(at < now.getTime() - hourMs / 2 ? at : at - 24 * hourMs);
}

function noteOf(
  random: RandomStream,
  manner: Manner,
  publishedAt: Date,
  now: Date,
  titles: Set<string>,
): ObservedNote {
  const { creator } = manner;
  const cooperation = manner.employers.length > 0 && random.chance(manner.cooperationShare);
  const employer = cooperation ? random.pick(manner.employers) : null;
  const counts = countsOf(random, manner, { publishedAt, now, cooperation });
  const { image, video, text } = creatorFigures.video.value;
  return {
    id: random.uuid(),
    publishedAt,
    kind: random.weighted<CreatorNoteKind>([
      ['image', image + text],
      ['video', video],
    ]),
    cooperation,
    ...(employer ? { brand: employer.name } : {}),
    title: titleOf(random, creator, employer, titles),
    ...counts,
    interactionsByHour: spread(random, interactionsOf(counts), hoursOf(random, manner, publishedAt)),
    commenters: commentersOf(random, manner.scene, counts.comments),
  };
}

function hoursOf(random: RandomStream, { utcOffset, raffles }: Manner, publishedAt: Date): number[] {
  const { raffle, mention } = directoryFigures.moments.value;
  const shares = hourShares(random, readerClock(utcOffset), publishedAt);
  if (raffles && random.chance(raffle)) return withMoment(random, shares, random.pick([21, 22, 23, 0, 0, 1]));
  return random.chance(mention) ? withMoment(random, shares, random.between(0, 23)) : shares;
}

type Counts = Omit<
  ObservedNote,
  'id' | 'publishedAt' | 'kind' | 'cooperation' | 'brand' | 'title' | 'interactionsByHour' | 'commenters'
>;

function countsOf(
  random: RandomStream,
  { creator, reach, rates }: Manner,
  { publishedAt, now, cooperation }: { publishedAt: Date; now: Date; cooperation: boolean },
): Counts {
  const { sigma, hitShare, hitAlpha, hitTimes } = directoryFigures.impressions.value;
  const spreads = directoryFigures.rateSpread.value;
  const bounds = directoryFigures.clickBounds.value;
  // Most of a note's impressions come in its first days (domain notes 2.4).
  const grown = 1 - Math.exp(-(now.getTime() - publishedAt.getTime()) / hourMs / 30);
  const hit = random.chance(hitShare) ? random.pareto(hitTimes, hitAlpha) : 1;
  const natural = Math.round(Math.min(8e6, reach * grown * hit * random.around1(sigma)));
  const boosted = cooperation && random.chance(0.4);
  const paid = boosted ? Math.round(natural * (0.2 + 1.8 * random.next())) : 0;
  const readsNatural = random.binomial(
    natural,
    within(bounds.natural, rates.click * random.around1(spreads.click)),
  );
  const paidRate = ratesOf(paidClickRates, creator.categories[0] ?? 'default').rate;
  const readsPaid = random.binomial(paid, within(bounds.paid, paidRate * random.around1(0.3)));
  const engaged = readsNatural + response.paidInteraction.value * readsPaid;
  const fit = random.around1(spreads.ofNote) * (cooperation ? 0.85 : 1);
  const per = (rate: number, sigmaOfNote: number): number =>
    Math.min(
      Math.floor(readsNatural + readsPaid),
      random.poisson(engaged * Math.min(0.3, rate * fit * random.around1(sigmaOfNote))),
    );
  const closed = random.chance(directoryFigures.commentsClosed.value);
  const readsAll = readsNatural + readsPaid;
  return {
    impressionsNatural: natural,
    impressionsAll: natural + paid,
    readsNatural,
    readsAll,
    readsBySource: sourcesOf(random, readsAll, creator.followers),
    likes: per(rates.like, 0.12),
    collects: per(rates.collect, spreads.collect),
    comments: closed ? 0 : per(rates.comment, spreads.comment),
    shares: per(rates.share, spreads.collect),
  };
}

const within = ([least, most]: readonly [number, number], value: number): number =>
  Math.min(most, Math.max(least, value));

/** The more follow, the more reads come from those who follow. */
function sourcesOf(random: RandomStream, reads: number, followers: number): number[] {
  const follow = 0.02 * Math.max(0, Math.log10(followers / 1_000));
  const weights = directoryFigures.sources.value.map(
    (share, at) => (share + (at === 2 ? follow : 0)) * random.around1(at === 0 ? 0.02 : 0.5),
  );
  const sum = sumOf(weights);
  return spread(
    random,
    reads,
    weights.map((weight) => weight / sum),
  );
}
