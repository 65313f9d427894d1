import { AskFeed, EngagementEvent, type Slot } from '@poolrise/contracts';
import { categories, type Rail } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { StandInProduct } from '../../test/stand-in-product';
import { castOf, demoSeed } from '../cast/cast';
import { castNotes } from '../cast/notes';
import { RandomStream } from '../random';
import { NoteKnowledge } from './note-knowledge';
import { viewPage } from './page-view';
import { farewell, runReaders } from './readers';
import { readerAt, searchOf } from './synthetic-reader';

const token = 't'.repeat(64);
const aSlot = (position: number, rail: Rail, noteId: string): Slot => ({
  position,
  noteId,
  rail,
  level: 1,
  sponsored: rail === 'paid',
  token,
  title: 'A note',
  type: 'image',
  category: categories[position % categories.length] ?? 'food',
  creatorName: 'Somebody',
});

describe('synthetic readers', () => {
  const knowledge = new NoteKnowledge(demoSeed);
  const ids = castNotes(castOf(demoSeed)).map(({ id }) => id);

  it('are who they are, with attributes and searches that the contract takes', () => {
    const random = new RandomStream('spec', 'searches');
    for (let index = 0; index < 300; index++) {
      const reader = readerAt('seed', index);
      expect(readerAt('seed', index)).toEqual(reader);
      const asks = [
        { placement: 'discovery', reader: reader.attributes },
        { placement: 'search', query: searchOf(random, reader), reader: reader.attributes },
      ];
      for (const ask of asks) expect(AskFeed.safeParse(ask).error?.issues ?? []).toEqual([]);
    }
  });

  it('know the notes of the cast by the seed, and agree on any other', () => {
    const [note] = castNotes(castOf(demoSeed));
    expect(knowledge.qualityOf(note?.id ?? '')).toEqual(note?.quality);
    const stranger = randomUUID();
    expect(new NoteKnowledge(demoSeed).qualityOf(stranger)).toEqual(knowledge.qualityOf(stranger));
  });

  it('report what they did in order: nothing without its impression, no like without a click', () => {
    const random = new RandomStream('spec', 'order');
    for (let page = 0; page < 300; page++) {
      const slots = Array.from({ length: 20 }, (_, index) => ({
        ...aSlot(index + 1, 'organic', random.pick(ids)),
        token: `${token}${index}`,
      }));
      const seen = new Map<string, string[]>();
      for (const event of viewPage(random, randomUUID, knowledge, readerAt('seed', page), slots)) {
        expect(EngagementEvent.safeParse(event).error?.issues ?? []).toEqual([]);
        const before = seen.get(event.token) ?? [];
        if (event.kind === 'impression') expect(before).toEqual([]);
        else if (event.kind === 'click' || event.kind === 'hide') expect(before).toEqual(['impression']);
        else expect(before).toContain('click');
        seen.set(event.token, [...before, event.kind]);
      }
      expect(seen.size).toBeGreaterThanOrEqual(6);
    }
  });

  it('open natural and paid slots at the rates of two different sources', () => {
    const rate = (rail: Rail) => {
      const random = new RandomStream('spec', 'rates', rail);
      let clicks = 0;
      let impressions = 0;
      for (let page = 0; page < 1_500; page++) {
        const slots = Array.from({ length: 12 }, (_, index) => aSlot(index + 1, rail, random.pick(ids)));
        for (const { kind } of viewPage(random, randomUUID, knowledge, readerAt('seed', page), slots)) {
          if (kind === 'impression') impressions++;
          if (kind === 'click') clicks++;
        }
      }
      return clicks / impressions;
    };
    expect(rate('organic')).toBeGreaterThan(0.06);
    expect(rate('organic')).toBeLessThan(0.12);
    expect(rate('paid')).toBeGreaterThan(0.018);
    expect(rate('paid')).toBeLessThan(0.045);
  });

  it('come, read and report through the public API, and leave when they are told to', async () => {
    const product = new StandInProduct(({ path }) =>
      path === '/api/v1/feed'
        ? {
            status: 200,
            body: {
              pageId: '1',
              expiresAt: '',
              adLoad: 0,
              slots: ids.slice(0, 20).map((id, index) => aSlot(index + 1, 'organic', id)),
            },
          }
        : { status: 200, body: { accepted: 1, duplicates: 0, refused: [] } },
    );
    const apiUrl = await product.listen();
    const end = new AbortController();
    const running = runReaders({
      apiUrl,
      key: 'pr_live_x',
      pagesPerSecond: 60,
      seed: demoSeed,
      day: 'spec',
      signal: end.signal,
    });
    await until(() => product.asked.some(({ path }) => path === '/api/v1/engagements'));
    end.abort();
    await running;
    await product.close();
    expect(product.asked.every(({ key }) => key === 'Bearer pr_live_x')).toBe(true);
    for (const { path, body } of product.asked)
      if (path === '/api/v1/feed') expect(AskFeed.safeParse(body).success).toBe(true);
  });

  it('give up with a sentence when their key is refused', async () => {
    const product = new StandInProduct(() => ({
      status: 401,
      body: { code: 'key-invalid', detail: 'This key was revoked.' },
    }));
    const apiUrl = await product.listen();
    const running = runReaders({
      apiUrl,
      key: 'pr_live_x',
      pagesPerSecond: 60,
      seed: demoSeed,
      day: 'spec',
      signal: new AbortController().signal,
    });
    const error: unknown = await running.catch((reason: unknown) => reason);
    await product.close();
    expect(farewell(error)).toBe('The readers were refused: 401 key-invalid: This key was revoked.');
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}
