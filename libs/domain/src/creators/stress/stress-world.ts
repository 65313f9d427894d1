import { confidenceDeviate } from '../../calibration/wilson';
import { sumOf } from '../../probability/means';
import { normalQuantile } from '../../probability/normal';
import type { StressAsk, StressPick, StressReserve } from './stress-ask';
import { StressField } from './stress-field';
import { StressLuck } from './stress-luck';
import type { StressSettings } from './stress-settings';

/** A plan under settings, with what is done about them. */
export interface StressVariant {
  settings: StressSettings;
  /** who may come in the place of each pick that cancels, the first choice first; numbers of creators */
  replacements: readonly (readonly number[])[];
  /** a pick that fails whatever happens */
  failing?: number;
  /** a pick that is booked last, from what is left once whoever cancelled has been replaced */
  keptBack?: number;
}

/** What came of every draw. */
export interface StressRun {
  readers: Float64Array;
  spentCents: Float64Array;
  /** notes that count: published, and within the window */
  inTime: Float64Array;
  /** creators whom each thing befell, summed over all draws; of prices, draws in which they rose */
  befell: { cancel: number; limited: number; late: number; dearer: number };
}

/** A plan, its reserves and their luck, on which variants are run. */
export class StressWorld {
  /** picks first, then reserves */
  readonly creators: readonly StressReserve[];
  readonly field: StressField;
  /** people for every reader of the sample, so that the plan without shocks reaches what it promises */
  readonly scale: number;
  private readonly luck: StressLuck;

  constructor(readonly ask: StressAsk) {
    this.creators = [...ask.picks, ...ask.reserves];
    this.field = new StressField(this.creators.map(({ sketch }) => sketch));
    const planned = this.field.readers(this.plannedChances());
    this.scale = planned > 0 ? ask.promised / planned : 1 / this.field.share;
    this.luck = new StressLuck(this.creators, ask);
  }

  /** Chances of the picks as planned, without those who are left out. */
  plannedChances(out: readonly number[] = []): Float64Array {
    const chances = new Float64Array(this.creators.length);
    this.ask.picks.forEach(({ readShare }, at) => {
      if (!out.includes(at)) chances[at] = readShare;
    });
    return chances;
  }

  run(variant: StressVariant): StressRun {
    const { draws } = this.ask;
    const found: StressRun = {
      readers: new Float64Array(draws),
      spentCents: new Float64Array(draws),
      inTime: new Float64Array(draws),
      befell: { cancel: 0, limited: 0, late: 0, dearer: 0 },
    };
    const bounds = new Bounds(variant.settings);
    const chances = new Float64Array(this.creators.length);
    for (let draw = 0; draw < draws; draw++) {
      chances.fill(0);
      const prices = this.luck.ofPrices(draw) < bounds.dearer ? 1 + variant.settings.dearer.by : 1;
      if (prices > 1) found.befell.dearer++;
      const came = new Came(found, draw, prices);
      for (const creator of this.cast(draw, variant, bounds, found))
        this.publish(creator, { draw, bounds, chances, came });
      found.readers[draw] = came.boosted + this.scale * this.field.readers(chances);
    }
    return found;
  }

  /** Who publishes in a draw. Somebody who stands in for another does not cancel as well. */
  private cast(draw: number, variant: StressVariant, bounds: Bounds, { befell }: StressRun): number[] {
    const { picks, leftCents } = this.ask;
    const { failing, keptBack, replacements } = variant;
    const stays: number[] = [];
    const gone: number[] = [];
    for (let pick = 0; pick < picks.length; pick++) {
      const cancels = this.luckOf('cancel', pick, draw, bounds) < bounds.cancel;
      if (cancels) befell.cancel++;
      if (cancels || pick === failing) gone.push(pick);
      else if (pick !== keptBack) stays.push(pick);
    }
    const waits = keptBack !== undefined && !gone.includes(keptBack);
    let cents = leftCents + sumOf(gone.map((pick) => costOf(picks[pick] as StressPick)));
    if (waits) cents += costOf(picks[keptBack] as StressPick);
    const free = (one: number): boolean => !stays.includes(one) && this.priceOf(one) <= cents;
    for (const pick of gone) {
      const comes = replacements[pick]?.find(free);
      if (comes === undefined) continue;
      stays.push(comes);
      cents -= this.priceOf(comes);
    }
    if (waits && costOf(picks[keptBack] as StressPick) <= cents) stays.push(keptBack);
    return stays;
  }

  /** One note: whether it counts, who reads it, and what it cost. */
  private publish(
    creator: number,
    { draw, bounds, chances, came }: { draw: number; bounds: Bounds; chances: Float64Array; came: Came },
  ): void {
    const { readShare, readsSpread, priceCents } = this.creators[creator] as StressReserve;
    const boost = this.ask.picks[creator]?.boost ?? null;
    came.pay(priceCents);
    // The boost of a note that is late is never placed, and its money comes back.
    if (this.luckOf('late', creator, draw, bounds) < bounds.late) return came.late();
    const limited = this.luckOf('limited', creator, draw, bounds) < bounds.limited;
    const kept = limited ? came.limit(bounds.settings.limited.keeps) : 1;
    const { reads } = bounds.settings;
    const byReads = reads.on && this.ask.counting === 'readers';
    const luck = byReads ? this.luckOf('reads', creator, draw, bounds) : 0;
    chances[creator] = Math.min(
      1,
      readShare * kept * credited(Math.exp(readsSpread * luck), reads.creditedAbove),
    );
    came.count();
    if (!boost) return;
    const spread = (boost.high - boost.low) / (2 * confidenceDeviate * Math.max(boost.readers, 1));
    const paid = reads.on ? 1 + spread * this.luckOf('boost', creator, draw, bounds) : 1;
    came.boost(boost.cents * kept, boost.readers * kept * Math.max(0, credited(paid, reads.creditedAbove)));
  }

  private luckOf(
    kind: Parameters<StressLuck['of']>[0],
    creator: number,
    draw: number,
    bounds: Bounds,
  ): number {
    return this.luck.of(kind, creator, draw, bounds.correlation);
  }

  private priceOf(creator: number): number {
    return this.creators[creator]?.priceCents ?? Infinity;
  }
}

const costOf = ({ priceCents, boost }: StressPick): number => priceCents + (boost?.cents ?? 0);

/** Of what is above the plan only a share is credited. */
const credited = (times: number, share: number): number => (times <= 1 ? times : 1 + share * (times - 1));

/** Luck below these means that a thing happens. */
class Bounds {
  readonly cancel: number;
  readonly limited: number;
  readonly late: number;
  readonly dearer: number;
  readonly correlation: number;

  constructor(readonly settings: StressSettings) {
    const { cancel, limited, late, dearer, together } = settings;
    const of = (on: boolean, probability: number): number => (on ? normalQuantile(probability) : -Infinity);
    this.cancel = of(cancel.on, cancel.probability);
    this.limited = of(limited.on, limited.probability);
    // Who is late by less than the days in hand is not late for the window; delays are taken as exponential [P].
    this.late = of(late.on, late.probability * Math.exp(-late.slackDays / late.meanDays));
    this.dearer = of(dearer.on, dearer.probability);
    this.correlation = together.on ? together.correlation : 0;
  }
}

/** Adds up one draw. */
class Came {
  boosted = 0;

  constructor(
    private readonly run: StressRun,
    private readonly draw: number,
    private readonly prices: number,
  ) {}

  pay(cents: number): void {
    this.run.spentCents[this.draw] = (this.run.spentCents[this.draw] as number) + cents;
  }

  late(): void {
    this.run.befell.late++;
  }

  limit(keeps: number): number {
    this.run.befell.limited++;
    return keeps;
  }

  count(): void {
    this.run.inTime[this.draw] = (this.run.inTime[this.draw] as number) + 1;
  }

  /** The money is what was set aside: at higher prices it buys fewer readers. */
  boost(cents: number, readers: number): void {
    this.pay(cents);
    this.boosted += readers / this.prices;
  }
}
