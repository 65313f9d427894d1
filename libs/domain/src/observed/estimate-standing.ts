import type { EngagementCounts } from '../metrics/engagement';
import { contentValue, squaredWeights } from '../pools/engagement-score';
import { decileDeviate } from '../probability/gamma-quantile';
import { estimateLift, estimateValue } from '../pools/estimate-rate';
import { learnPeers, peerContribution, type PeerSums } from '../pools/peers';
import type { LiftEstimate, PeerStats } from '../pools/pool-evidence';
import type { EngagementWeights, PoolPolicy } from '../pools/pool-policy';
import { countNote, meanLift, noSpread, type SpreadSums, tauSquared } from '../pools/spread-of-lifts';
import {
  type KnownSpans,
  knownReactions,
  lastSeenAt,
  type Reaction,
  reactionCounts,
  spansBy,
  weightsOf,
} from './latest-counts';
import { type PeerCircle, peersForRate, type PeerThen, type RatedPeer } from './peers-for-rate';
import { middleOf, type Span } from './reading';
import { type SnapshotNote, trafficAge } from './snapshot-note';

/** What interactions are held against, the most telling first. */
export const standingBases = ['natural-impression', 'impression', 'read', 'follower'] as const;
export type StandingBasis = (typeof standingBases)[number];

export const standingRefusals = [
  'never-seen',
  'no-interactions-known',
  'no-base-known',
  'too-few-peers',
] as const;
export type StandingRefusal = (typeof standingRefusals)[number];

/** How a note's rate compares with that of an average peer of the same age. */
export interface StandingEstimate {
  basis: StandingBasis;
  /** The reactions that are compared: those known of the note and of its peers. */
  compared: readonly Reaction[];
  circle: PeerCircle;
  peers: number;
  /** `prior` where peers are few and the policy's benchmark rates speak, `blend` where both do. */
  source: 'peers' | 'blend' | 'prior';
  /** Weighted value of the note per thousand of the base, middle of its bounds, and that of an average peer. */
  perThousand: number;
  peersPerThousand: number;
  /** 1 is average; the interval of four of five holds what the sample and the rounding leave open. */
  lift: number;
  low: number;
  high: number;
  probabilityAbove: number;
}

/** Bounds of the base of a rate, and of the opens within it where the base are impressions. */
interface Base {
  basis: StandingBasis;
  size: Span;
  opens: Span | null;
  /** The part of the reactions that is taken to belong to the base: natural reads over all reads. */
  part: number;
}

/**
 * The rate of an observed note against its peers: weighted value per natural impression where files tell what was bought,
 * else per impression of any kind, else reactions per read, else per follower of the author.
 *
 * Per impression it is the verdict's own estimate (`estimateValue`) against peers learnt as a pool learns them. Reactions
 * are not told apart by where the reader came from; the natural ones are taken to be the natural reads' share of them.
 * Per read and per follower it is the same shrinkage of observed over expected, with the spread of the peers' own rates.
 * The bar of `probabilityAbove` is the peers' average as it is known. Bounds are carried through: the lower end is that of the least reactions in the most impressions, and so on.
 * Source: pools.md section 1 (exposure-adjusted lift, gamma-Poisson shrinkage).
 */
export function estimateStanding(
  note: SnapshotNote,
  peers: readonly RatedPeer[],
  policy: PoolPolicy,
): StandingEstimate | StandingRefusal {
  const at = lastSeenAt(note);
  if (at === null || at <= note.publishedAt) return 'never-seen';
  const spans = spansBy(note, at);
  const compared = knownReactions(spans);
  if (compared.length === 0) return 'no-interactions-known';
  const base = baseOf(spans, note);
  if (!base) return 'no-base-known';
  const age = trafficAge(note, at, policy);
  const sizeOf = (theirs: KnownSpans, peer: SnapshotNote): number | null => {
    const known = knownReactions(theirs);
    const same = compared.every((one) => known.includes(one)) && baseOf(theirs, peer, base.basis);
    return same ? middleOf(same.size) : null;
  };
  const circle = peersForRate(note, age, peers, policy.prior.minPeers, { size: middleOf(base.size), sizeOf });
  const ask = { note, spans, compared, base, policy, ...circle };
  return base.opens ? perImpression(ask) : perUnit(ask);
}

/** The best base that is known, or the one asked for. Nothing is rated against less than one. */
function baseOf(spans: KnownSpans, { followers }: SnapshotNote, wanted?: StandingBasis): Base | null {
  const known = (span: Span | undefined): span is Span =>
    span !== undefined && span.high < Infinity && span.low >= 1;
  const { impressions, impressionsNatural, reads, readsNatural } = spans;
  const natural = known(impressionsNatural) && known(readsNatural);
  const part =
    known(readsNatural) && known(reads) ? Math.min(1, middleOf(readsNatural) / middleOf(reads)) : 1;
  const bases: Record<StandingBasis, Base | null> = {
    'natural-impression': natural
      ? { basis: 'natural-impression', size: impressionsNatural, opens: readsNatural, part }
      : null,
    impression:
      known(impressions) && known(reads)
        ? { basis: 'impression', size: impressions, opens: reads, part: 1 }
        : null,
    read: known(reads) ? { basis: 'read', size: reads, opens: null, part: 1 } : null,
    follower:
      followers !== null && followers >= 1
        ? { basis: 'follower', size: { low: followers, high: followers }, opens: null, part: 1 }
        : null,
  };
  if (wanted) return bases[wanted];
  return standingBases.map((basis) => bases[basis]).find((base) => base !== null) ?? null;
}

interface StandingAsk {
  note: SnapshotNote;
  spans: KnownSpans;
  compared: readonly Reaction[];
  base: Base;
  policy: PoolPolicy;
  circle: PeerCircle;
  peers: readonly PeerThen[];
  all: readonly PeerThen[];
}

/** Value per impression, with the opens weighed as a pool weighs them. */
function perImpression({
  note,
  spans,
  compared,
  base,
  policy,
  circle,
  peers,
  all,
}: StandingAsk): StandingEstimate {
  const weights = weightsOf(compared, policy.weights);
  const counts = (of: KnownSpans, { size, opens, part }: Base, pick: End, other: End) => {
    const all = reactionCounts(of, compared, (span) => part * pick(span));
    return { ...all, impressions: other(size), clicks: Math.min(other(size), pick(opens as Span)) };
  };
  const masked = { ...policy, weights };
  const sumsOf = (from: readonly PeerThen[]): PeerSums[] =>
    from.map((peer) => {
      const theirs = baseOf(peer.spans, peer.note, base.basis) as Base;
      return peerContribution(thinned(counts(peer.spans, theirs, middleOf, middleOf)), masked);
    });
  const learn = (from: readonly PeerSums[]): PeerStats => learnPeers(from, masked, note.category);
  const mine = sumsOf(peers);
  const stats = { ...learn(mine), ...spreadOf(learn(sumsOf(all))) };
  const average = noSpread();
  for (const { value, exposure } of mine) countNote(average, value, exposure);
  const estimate = (pick: End, other: End) => estimateValue(counts(spans, base, pick, other), stats, weights);
  const middle = estimate(middleOf, middleOf);
  const { low } = estimate(lowEnd, highEnd);
  const { high } = estimate(highEnd, lowEnd);
  return {
    ...stated({ compared, base, circle, peers }, middle, widened({ low, high }, middle.lift, average)),
    source: stats.source,
    perThousand: (1_000 * middle.observed) / middleOf(base.size),
    peersPerThousand: 1_000 * stats.meanRate,
  };
}

/**
 * How much notes differ, from peers of every size. Those of one size were held there by what was seen of them, so that they
 * look more alike than notes are.
 */
const spreadOf = ({ strength, contentOpens }: PeerStats): Partial<PeerStats> => ({
  strength,
  ...(contentOpens === undefined ? {} : { contentOpens }),
});

/**
 * No peer counts for more impressions than these. Runs of a pool are of one size, observed notes are not: a single hit
 * would set the average, and hide how much the others differ [P].
 */
const heaviest = 1_000;

function thinned(counts: EngagementCounts): EngagementCounts {
  const part = Math.min(1, heaviest / counts.impressions);
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, part * count]),
  ) as unknown as EngagementCounts;
}

/** Value of the reactions per read or per follower. */
function perUnit({
  spans,
  compared,
  base,
  policy,
  circle,
  peers,
  all,
}: StandingAsk): StandingEstimate | StandingRefusal {
  if (peers.length < policy.prior.minPeers) return 'too-few-peers';
  const weights = weightsOf(compared, policy.weights);
  const mine = spreadOfRates(peers, { compared, weights, basis: base.basis });
  const every = spreadOfRates(all, { compared, weights, basis: base.basis });
  const rate = meanLift(mine);
  if (!(rate > 0)) return 'too-few-peers';
  const { dispersion } = every;
  const tau = Math.max(leastSpread, tauSquared(every, dispersion));
  const estimate = (pick: End, other: End): LiftEstimate =>
    estimateLift({
      observed: contentValue(reactionCounts(spans, compared, pick), weights),
      expected: other(base.size) * rate,
      priorExpected: dispersion / tau,
      dispersion,
      sample: other(base.size),
    });
  const middle = estimate(middleOf, middleOf);
  const { low } = estimate(lowEnd, highEnd);
  const { high } = estimate(highEnd, lowEnd);
  return {
    ...stated({ compared, base, circle, peers }, middle, widened({ low, high }, middle.lift, mine)),
    source: 'peers',
    perThousand: (1_000 * middle.observed) / middleOf(base.size),
    peersPerThousand: 1_000 * rate,
  };
}

/** The peers' weighted values against their bases, and the dispersion of those values. */
function spreadOfRates(
  peers: readonly PeerThen[],
  {
    compared,
    weights,
    basis,
  }: Pick<StandingAsk, 'compared'> & { weights: EngagementWeights; basis: StandingBasis },
): SpreadSums & { dispersion: number } {
  const spread = noSpread();
  let squares = 0;
  for (const { note, spans } of peers) {
    const counts = reactionCounts(spans, compared, middleOf);
    squares += squaredWeights(counts, weights);
    countNote(spread, contentValue(counts, weights), middleOf((baseOf(spans, note, basis) as Base).size));
  }
  return { ...spread, dispersion: spread.observed > 0 ? squares / spread.observed : 1 };
}

/**
 * Bounds that also hold what is not known of the peers' own average: its error as that of a ratio estimator (Cochran 1977,
 * 6.3), added in squares to each side of the logarithm.
 */
function widened({ low, high }: Span, lift: number, peers: SpreadSums): Span {
  const mean = meanLift(peers);
  const { observed, observedSquared, observedExpected, expectedSquared } = peers;
  const squares = observedSquared - 2 * mean * observedExpected + mean * mean * expectedSquared;
  if (!(observed > 0 && low > 0 && squares > 0)) return { low, high };
  const error = (decileDeviate * Math.sqrt(squares)) / observed;
  const side = (end: number): number => Math.exp(Math.hypot(Math.log(end / lift), error));
  return { low: lift / side(low), high: lift * side(high) };
}

/** Peers that differ no more than chance makes them still differ by some percent. */
const leastSpread = 0.01;

type End = (span: Span) => number;
const lowEnd: End = ({ low }) => low;
const highEnd: End = ({ high }) => high;

const stated = (
  { compared, base, circle, peers }: Pick<StandingAsk, 'compared' | 'base' | 'circle' | 'peers'>,
  { lift, probabilityAbove }: LiftEstimate,
  bounds: Span,
) => ({ basis: base.basis, compared, circle, peers: peers.length, lift, probabilityAbove, ...bounds });
