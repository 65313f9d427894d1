import { type ProductEvent, purchaseCentsMax, type Slot } from '@poolrise/contracts';
import { attributionWindowMs } from '@poolrise/domain';
import { shopping } from '../parameters';
import type { RandomStream } from '../random';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Intentions that are remembered at once; a run of days makes no more of them than this and starts with none. */
const plannedMax = 5_000;

type Amount = Exclude<ProductEvent, { kind: 'open' }>;
/** Something that a reader will do, unless what it follows from did not count. */
interface Planned {
  at: number;
  event: Amount;
  pieces: number;
  follows: string;
}

/**
 * What readers do with product links after they read: open one now and then, buy soon or days later, send some of it back.
 * What they intend is in memory: a new start forgets it, as if they had changed their minds.
 */
export class Shopping {
  private planned: Planned[] = [];

  constructor(
    private readonly random: RandomStream,
    private readonly newId: () => string,
  ) {}

  /** What she does with the links of a note that she stayed with. @param now ms since 1970 */
  look({ token, products = [] }: Slot, now: number): ProductEvent[] {
    const { random } = this;
    if (products.length === 0 || !random.chance(shopping.opensPerRead.value)) return [];
    const link = random.pick(products);
    const open = { id: this.newId(), kind: 'open' as const, token, product: link.product };
    if (random.chance(shopping.buysPerOpen.value)) this.intend(open.id, link.priceCents, now);
    return [open];
  }

  /** What is done by now: sales, and returns of sales that were told before. Each is given once. */
  due(now: number): ProductEvent[] {
    const due = this.planned.filter(({ at }) => at <= now);
    if (due.length === 0) return [];
    this.planned = this.planned.filter(({ at }) => at > now);
    for (const { event, pieces } of due) if (event.kind === 'sale') this.regret(event, pieces, now);
    return due.map(({ event }) => event);
  }

  /** An event did not count: what would have followed from it does not happen. */
  forget(id: string): void {
    this.planned = this.planned.filter(({ follows }) => follows !== id);
  }

  private intend(openId: string, priceCents: number | null, now: number): void {
    const { random } = this;
    const { atOnce, minutes, hours } = shopping.decides.value;
    const afterMs = random.chance(atOnce)
      ? minuteMs + this.waits(minutes * minuteMs)
      : this.waits(hours * hourMs);
    // A week later nobody knows any more by which link she came.
    if (afterMs >= attributionWindowMs) return;
    const [cheapest, dearest] = shopping.unsaidPriceYuan.value;
    const each = priceCents || 100 * random.between(cheapest, dearest);
    const pieces = random.weighted(shopping.pieces.value);
    const cents = Math.min(purchaseCentsMax, pieces * each);
    this.plan({
      at: now + afterMs,
      event: { id: this.newId(), kind: 'sale', openId, reference: `R-${openId}`, cents },
      pieces,
      follows: openId,
    });
  }

  /** Some come back, one piece or all of them. */
  private regret(sale: Amount, pieces: number, now: number): void {
    const { random } = this;
    const { perSale, days } = shopping.returns.value;
    if (!random.chance(perSale)) return;
    const back = random.between(1, pieces);
    const cents = Math.max(1, Math.floor((sale.cents / pieces) * back));
    this.plan({
      at: now + random.between(days[0], days[1]) * dayMs,
      event: { ...sale, id: this.newId(), kind: 'return', cents },
      pieces: back,
      follows: sale.id,
    });
  }

  private plan(one: Planned): void {
    if (this.planned.length < plannedMax) this.planned.push(one);
  }

  /** So long on average, and the longer the rarer. */
  private waits(meanMs: number): number {
    return Math.round(-Math.log(1 - this.random.next()) * meanMs);
  }
}
