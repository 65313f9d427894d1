import { trafficTime } from '../pools/traffic-clock';
import { plannedShare, urgencyAt } from './pace-boost';

/** What the pacing of many boosts needs to know of each. */
export interface PacedBoost {
  boostId: string;
  plannedImpressions: number;
  /** Impressions that readers reported. */
  deliveredImpressions: number;
  startsAt: Date;
  endsAt: Date;
  audience: BoostReaders;
}

/** Whom a boost may be shown to; an empty or absent list means everybody. */
export interface BoostReaders {
  genders?: readonly string[] | undefined;
  ageBands?: readonly string[] | undefined;
  cityTiers?: readonly string[] | undefined;
  interests?: readonly string[] | undefined;
}

/** What a reader says of themselves; what is not said cannot be claimed to match. */
export interface SaidReader {
  gender?: string | undefined;
  ageBand?: string | undefined;
  cityTier?: string | undefined;
  interests?: readonly string[] | undefined;
}

/** A boost that may have a paid slot now. */
export interface DueBoost<B> {
  boost: B;
  /** With what probability a fitting slot should be taken, above 0 up to 1. */
  passRate: number;
  /** How much more it is wanted than others of the same answer. */
  weight: number;
}

/** After this long an impression that was served and never reported is taken for one that nobody saw [P]. */
const unseenAfterMs = 60_000;
/** Draws for each boost that is wanted; boosts that readers' interests shut out use some of them up. */
const drawsEach = 12;

/** A boost with what is kept of it between two rounds of the pacing job. */
interface Paced<B> extends DueBoost<B> {
  /** Position of the window in days of traffic. */
  from: number;
  days: number;
  delivered: number;
  /** Served and not yet reported. */
  underway: number;
  /** By how much of the plan delivery lags behind its curve; below 0 it leads. */
  lag: number;
  /** The round that saw it last. */
  round: number;
}

/** The due boosts that one kind of reader may be shown, and the running sums of their weights. */
interface Cell<B> {
  due: Paced<B>[];
  sums: Float64Array;
}

/**
 * Paces any number of boosts at once: a round of `update` costs each boost a look into a map and some arithmetic, and a
 * page asks only a handful, drawn by how much each has to deliver in a day and how far it lags.
 *
 * What was served and is not yet reported counts as delivered for a minute, so that the delay between a page and its
 * events does not serve the same impressions twice. How fast a boost goes is as in `paceBoost`. The draw is weighted
 * sampling by inverted running sums; a kind of reader is indexed when the first of them comes by.
 * Source: pass-through pacing after LinkedIn (KDD 2014); smooth delivery is a promise of Shutiao (REDtech 2022 [A]).
 */
export class BoostPacer<B extends PacedBoost> {
  private readonly paced = new Map<string, Paced<B>>();
  private readonly cells = new Map<string, Cell<B>>();
  private round = 0;
  private updatedAt = 0;

  /** The pacing job: takes over what was delivered, and says anew how fast each boost should go. */
  update(boosts: readonly B[], clock: readonly number[], now: number): void {
    const fading = Math.exp(-Math.max(0, now - this.updatedAt) / unseenAfterMs);
    const traffic = trafficTime(clock, now);
    this.round += 1;
    this.updatedAt = now;
    this.cells.clear();
    for (const boost of boosts) {
      const paced = this.paced.get(boost.boostId) ?? this.begin(boost, clock);
      const reported = Math.max(0, boost.deliveredImpressions - paced.delivered);
      paced.underway = Math.max(0, paced.underway - reported) * fading;
      paced.delivered = boost.deliveredImpressions;
      paced.boost = boost;
      paced.round = this.round;
      paced.lag = lagOf(paced, traffic, now);
      hurry(paced);
    }
    if (this.paced.size > boosts.length) this.forgetEnded();
  }

  /** How many boosts the last round paced. */
  get size(): number {
    return this.paced.size;
  }

  /** A boost of the last round. */
  find(boostId: string): B | undefined {
    return this.paced.get(boostId)?.boost;
  }

  /** A paid slot went out with this boost. */
  serve(boostId: string): void {
    const paced = this.paced.get(boostId);
    if (!paced) return;
    paced.underway += 1;
    paced.lag -= 1 / paced.boost.plannedImpressions;
    hurry(paced);
  }

  /**
   * At most so many boosts that the reader may be shown and that are due, each once. When there are no more than that,
   * all of them; otherwise those that have more to deliver are likelier to be drawn.
   */
  due(reader: SaidReader, most: number, random: () => number): DueBoost<B>[] {
    const { due, sums } = this.cellOf(reader);
    const fits = ({ boost, passRate }: Paced<B>) => passRate > 0 && shares(boost.audience.interests, reader);
    if (due.length <= most) return due.filter(fits);
    const total = sums.at(-1) ?? 0;
    const drawn = new Set<Paced<B>>();
    const found: DueBoost<B>[] = [];
    for (let draws = most * drawsEach; draws > 0 && found.length < most; draws--) {
      const paced = due[firstAbove(sums, random() * total)];
      if (!paced || drawn.has(paced)) continue;
      drawn.add(paced);
      if (fits(paced)) found.push({ boost: paced.boost, passRate: paced.passRate, weight: 1 });
    }
    return found;
  }

  /** Of these boosts those that are due and that the reader may be shown. */
  dueAmong(boostIds: Iterable<string>, reader: SaidReader): DueBoost<B>[] {
    const due: DueBoost<B>[] = [];
    for (const boostId of boostIds) {
      const paced = this.paced.get(boostId);
      if (paced?.passRate && mayBeShown(paced.boost.audience, reader)) due.push(paced);
    }
    return due;
  }

  private begin(boost: B, clock: readonly number[]): Paced<B> {
    const from = trafficTime(clock, boost.startsAt.getTime());
    const days = Math.max(1e-6, trafficTime(clock, boost.endsAt.getTime()) - from);
    const paced = { boost, from, days, delivered: boost.deliveredImpressions, underway: 0 };
    const begun: Paced<B> = { ...paced, lag: 0, passRate: 0, weight: 0, round: this.round };
    this.paced.set(boost.boostId, begun);
    return begun;
  }

  private forgetEnded(): void {
    for (const [boostId, { round }] of this.paced) if (round !== this.round) this.paced.delete(boostId);
  }

  private cellOf(reader: SaidReader): Cell<B> {
    const key = `${reader.gender} ${reader.ageBand} ${reader.cityTier}`;
    let cell = this.cells.get(key);
    if (!cell) this.cells.set(key, (cell = this.newCell(reader)));
    return cell;
  }

  private newCell(reader: SaidReader): Cell<B> {
    const due: Paced<B>[] = [];
    for (const paced of this.paced.values())
      if (paced.weight && isOfKind(paced.boost.audience, reader)) due.push(paced);
    let sum = 0;
    return { due, sums: Float64Array.from(due, ({ weight }) => (sum += weight)) };
  }
}

const names = (wanted: readonly string[] | undefined, said: string | undefined): boolean =>
  !wanted?.length || (said !== undefined && wanted.includes(said));

const isOfKind = (
  { genders, ageBands, cityTiers }: BoostReaders,
  { gender, ageBand, cityTier }: SaidReader,
): boolean => names(genders, gender) && names(ageBands, ageBand) && names(cityTiers, cityTier);

const mayBeShown = (audience: BoostReaders, reader: SaidReader): boolean =>
  isOfKind(audience, reader) && shares(audience.interests, reader);

const shares = (wanted: readonly string[] | undefined, { interests }: SaidReader): boolean =>
  !wanted?.length || Boolean(interests?.some((one) => wanted.includes(one)));

/** Minus infinity while the boost is not open: nothing hurries it then. */
function lagOf<B extends PacedBoost>(paced: Paced<B>, traffic: number, now: number): number {
  const { boost, from, days, delivered, underway } = paced;
  if (now < boost.startsAt.getTime() || now >= boost.endsAt.getTime()) return -Infinity;
  const share = Math.min(1, (traffic - from) / days);
  return plannedShare(share) - (delivered + underway) / boost.plannedImpressions;
}

/** Says how fast the boost goes: its weight is what it has to deliver in a day, times how urgent that is. */
function hurry<B extends PacedBoost>(paced: Paced<B>): void {
  const { boost, lag, days, delivered, underway } = paced;
  const urgency = delivered + underway < boost.plannedImpressions ? urgencyAt(lag) : 0;
  paced.passRate = Math.min(1, urgency);
  paced.weight = (urgency * boost.plannedImpressions) / days;
}

/** The first place whose running sum lies above `wanted`. */
function firstAbove(sums: Float64Array, wanted: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
