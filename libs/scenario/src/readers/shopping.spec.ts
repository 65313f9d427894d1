import { ProductEvent, type Slot } from '@poolrise/contracts';
import { attributionRules, confirmsAt } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { StandInProduct } from '../../test/stand-in-product';
import { castOf, demoSeed } from '../cast/cast';
import { castNotes } from '../cast/notes';
import { shopping } from '../parameters';
import { RandomStream } from '../random';
import { runReaders } from './readers';
import { Shopping } from './shopping';

const dayMs = 86_400_000;
const start = Date.UTC(2026, 10, 27, 8);
const links = [4_900, null, 0].map((priceCents, at) => ({
  ...{ product: at + 1, title: `Link ${at + 1}`, url: `https://shop.example.com/${at + 1}`, priceCents },
}));
const aSlot = (noteId: string = randomUUID(), products: Slot['products'] = links): Slot => ({
  ...{ position: 1, noteId, rail: 'organic', level: 1, sponsored: false, token: 't'.repeat(64) },
  ...{ title: 'A note', type: 'image', category: 'food', creatorName: 'Somebody' },
  ...(products ? { products } : {}),
});
type Amount = Exclude<ProductEvent, { kind: 'open' }>;
const isAmount = (event: ProductEvent): event is Amount => event.kind !== 'open';

describe('readers who read a note with links', () => {
  /** So many reads on the first day, and what came of them in the month after it, with when each was told. */
  function month(reads: number, name: string) {
    const mind = new Shopping(new RandomStream('spec', name), randomUUID);
    const opens = Array.from({ length: reads }, () => mind.look(aSlot(), start)).flat();
    const later: { at: number; event: Amount }[] = [];
    for (let at = start; at < start + 30 * dayMs; at += 600_000)
      later.push(
        ...mind
          .due(at)
          .filter(isAmount)
          .map((event) => ({ at, event })),
      );
    return { opens, sales: later.filter(({ event }) => event.kind === 'sale'), later };
  }
  const { opens, sales, later } = month(60_000, 'month');
  const returns = later.filter(({ event }) => event.kind === 'return');

  it('open one of its links as often as the parameters say, buy now and then, and send a part back', () => {
    const near = (share: number, of: number, is: number) => {
      expect(is).toBeGreaterThan(share * of * 0.8);
      expect(is).toBeLessThan(share * of * 1.2);
    };
    near(shopping.opensPerRead.value, 60_000, opens.length);
    near(shopping.buysPerOpen.value, opens.length, sales.length);
    near(shopping.returns.value.perSale, sales.length, returns.length);
    expect(new Set(opens.map((open) => (open.kind === 'open' ? open.product : 0)))).toEqual(
      new Set([1, 2, 3]),
    );
  });

  it('tell it as the contract takes it, each thing once', () => {
    const all = [...opens, ...later.map(({ event }) => event)];
    for (const event of all) expect(ProductEvent.safeParse(event).error?.issues ?? []).toEqual([]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('buy within the days in which a link counts, half of them in the same hour', () => {
    expect(sales.every(({ at }) => at - start <= attributionRules.windowDays * dayMs)).toBe(true);
    const soon = sales.filter(({ at }) => at - start < dayMs / 24).length / sales.length;
    expect(soon).toBeGreaterThan(0.45);
    expect(soon).toBeLessThan(0.75);
  });

  it('send back what they bought by the open it was bought by, never more, and before it is confirmed', () => {
    const sold = new Map(sales.map((sale) => [sale.event.openId, sale]));
    expect(new Set(sales.map(({ event }) => event.openId)).size).toBe(sales.length);
    for (const { at, event } of returns) {
      const sale = sold.get(event.openId);
      expect(sale?.event.reference).toBe(event.reference);
      expect(event.cents).toBeLessThanOrEqual(sale?.event.cents ?? 0);
      expect(at).toBeGreaterThan(sale?.at ?? Infinity);
      expect(at).toBeLessThan(confirmsAt(sale?.at ?? 0));
    }
  });

  it('do not buy by what did not count as opened', () => {
    const mind = new Shopping(new RandomStream('spec', 'forgotten'), randomUUID);
    for (let read = 0; read < 5_000; read++) for (const { id } of mind.look(aSlot(), start)) mind.forget(id);
    expect(mind.due(start + 30 * dayMs)).toEqual([]);
  });

  it('leave alone what links to nothing, and intend only so much at once', () => {
    const mind = new Shopping(new RandomStream('spec', 'many'), randomUUID);
    for (let read = 0; read < 2_000; read++) expect(mind.look(aSlot(randomUUID(), []), start)).toEqual([]);
    for (let read = 0; read < 700_000; read++) mind.look(aSlot(), start);
    expect(mind.due(start + 7 * dayMs)).toHaveLength(5_000);
  });
});

describe('readers of the public API', () => {
  it('tell what they opened until it is acknowledged, under the same ids and beside what they report', async () => {
    const notes = castNotes(castOf(demoSeed)).slice(0, 20);
    const slots = notes.map(({ id }, at) => ({ ...aSlot(id), position: at + 1 }));
    let away = 2;
    const product = new StandInProduct(({ path }) => {
      if (path === '/api/v1/feed')
        return { status: 200, body: { pageId: '1', expiresAt: '', adLoad: 0, slots } };
      if (path === '/api/v1/product-events' && away-- > 0) return { status: 503 };
      return { status: 200, body: { accepted: 1, duplicates: 0, refused: [] } };
    });
    const end = new AbortController();
    const running = runReaders({
      ...{ apiUrl: await product.listen(), key: 'pr_live_x', pagesPerSecond: 200, seed: demoSeed },
      ...{ day: 'spec', signal: end.signal },
    });
    const batches = () =>
      product.asked.flatMap(({ path, body }) =>
        path === '/api/v1/product-events' ? [(body as { events: ProductEvent[] }).events] : [],
      );
    while (batches().length < 4) await new Promise((resolve) => setTimeout(resolve, 20));
    end.abort();
    await running;
    await product.close();
    const [first, second, third, next] = batches();
    expect([second, third]).toEqual([first, first]);
    const known = new Set(first?.map(({ id }) => id));
    expect(next?.length).toBeGreaterThan(0);
    expect(next?.filter(({ id }) => known.has(id))).toEqual([]);
    expect(product.asked.some(({ path }) => path === '/api/v1/engagements')).toBe(true);
  });
});
