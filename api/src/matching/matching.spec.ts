import { randomUUID } from 'node:crypto';
import { anObservedNote } from '../../test/creators';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aTaker, wishesOf } from '../../test/matching';
import { aBrand, type Someone } from '../../test/people';
import { PeerBandsService } from '../creators/peer-bands.service';
import { searchWordsOf } from '../words/segment';
import { BriefsService } from './briefs.service';
import { MatchCandidatesQueries } from './match-candidates';
import { MatchesService } from './matches.service';

const page = { offset: 0, limit: 20 };

describe('a brief', () => {
  let database: TestDatabase;
  let briefs: BriefsService;
  let lin: Someone;
  let wen: Someone;
  const write = (over: Parameters<typeof wishesOf>[0] = {}, requestKey: string = randomUUID()) =>
    briefs.write(lin.workspaceId, lin, { wishes: wishesOf(over), requestKey });

  beforeAll(async () => {
    database = await freshDatabase();
    briefs = new BriefsService(database.db);
    lin = await aBrand(database.db, { name: 'Lin' });
    wen = await aBrand(database.db, { name: 'Wen' });
  });
  afterAll(() => database.close());

  it('is written once when the button is pressed twice at the same moment', async () => {
    const key = randomUUID();
    const [one, other] = await Promise.all([write({}, key), write({}, key)]);
    expect(one.id).toBe(other.id);
    await expect(write({ product: 'Another' }, key)).rejects.toMatchObject({ code: 'request-key-reused' });
  });

  it('is not overwritten by somebody who has not read the last change', async () => {
    const { id } = await write({ product: 'Tea' });
    const change = (product: string) =>
      briefs.change(lin.workspaceId, id, { wishes: wishesOf({ product }), version: 1 });
    const outcomes = await Promise.allSettled([change('Green tea'), change('Black tea')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'brief-moved-on' },
    });
    expect((await briefs.one(lin.workspaceId, id)).version).toBe(2);
  });

  it('says what contradicts the calendar, the tiers and the directory, field by field', async () => {
    const stranger = randomUUID();
    await expect(
      write({
        window: { from: '2026-01-01', to: '2026-01-31' },
        tierKeys: ['giant'],
        presetId: 'magic',
        excludedIds: [stranger],
      }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      about: {
        fields: [
          { field: '/wishes/window/to' },
          { field: '/wishes/tierKeys/0' },
          { field: '/wishes/presetId' },
          { field: '/wishes/excludedIds/0' },
        ],
      },
    });
    await expect(write({ tierKeys: ['head'], followersTo: 10_000 })).rejects.toMatchObject({
      about: { fields: [{ field: '/wishes/tierKeys' }] },
    });
  });

  it('whose window has passed can still have its weights changed', async () => {
    const window = { from: '2026-03-01', to: '2026-03-31' };
    const { id, version } = await briefs.write(
      lin.workspaceId,
      lin,
      { wishes: wishesOf({ window }), requestKey: randomUUID() },
      new Date('2026-02-01'),
    );
    const wishes = wishesOf({ window, weights: { price: 1 } });
    const changed = await briefs.change(lin.workspaceId, id, { wishes, version }, new Date('2026-06-01'));
    expect(changed.wishes.weights).toEqual({ price: 1 });
  });

  it('is not there for another workspace, by no address', async () => {
    const { id } = await write();
    const none = { code: 'not-found' };
    const matches = new MatchesService(database.db, new MatchCandidatesQueries());
    const { workspaceId } = wen;
    await expect(briefs.one(workspaceId, id)).rejects.toMatchObject(none);
    await expect(briefs.change(workspaceId, id, { wishes: wishesOf(), version: 1 })).rejects.toMatchObject(
      none,
    );
    await expect(briefs.drop(workspaceId, id)).rejects.toMatchObject(none);
    await expect(matches.list(workspaceId, id, page)).rejects.toMatchObject(none);
    expect((await briefs.list(workspaceId, { limit: 50 })).items).toEqual([]);
  });

  it('is listed with the one changed last first, page by page', async () => {
    const mine = await aBrand(database.db);
    for (const [minute, product] of ['first', 'second', 'third'].entries())
      await briefs.write(
        mine.workspaceId,
        mine,
        { wishes: wishesOf({ product }), requestKey: randomUUID() },
        new Date(Date.UTC(2026, 1, 1, 0, minute)),
      );
    const first = await briefs.list(mine.workspaceId, { limit: 2 });
    const second = await briefs.list(mine.workspaceId, { limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ product }) => product)).toEqual([
      'third',
      'second',
      'first',
    ]);
    expect(second.nextCursor).toBeNull();
  });
});

describe('the match desk', () => {
  let database: TestDatabase;
  let briefs: BriefsService;
  let matches: MatchesService;
  let lin: Someone;
  /** thirteen of food alone, by rising quotes */
  let ids: string[];
  const briefOf = async (over: Parameters<typeof wishesOf>[0] = {}) =>
    (await briefs.write(lin.workspaceId, lin, { wishes: wishesOf(over), requestKey: randomUUID() })).id;
  const list = async (over: Parameters<typeof wishesOf>[0] = {}, ask = {}) =>
    matches.list(lin.workspaceId, await briefOf(over), { ...page, ...ask });

  beforeAll(async () => {
    database = await freshDatabase();
    const { db } = database;
    briefs = new BriefsService(db);
    matches = new MatchesService(db, new MatchCandidatesQueries());
    lin = await aBrand(db);
    ids = [];
    for (let at = 0; at < 13; at++)
      ids.push(await aTaker(db, { name: `Food ${at}`, followers: 6_000 + at, cents: 10_000 * (at + 1) }));
    await aTaker(db, { name: 'Half', categories: ['food', 'home'], followers: 90_000 });
    await aTaker(db, { name: 'Travel', categories: ['travel'], words: ['春茶'] });
    await new PeerBandsService(db).count();
  });
  afterAll(() => database.close());

  it('says how many the directory has, how many fit, and how many were held against the brief', async () => {
    expect(await list()).toMatchObject({ directory: 15, fitting: 14, looked: 14, ranked: 14 });
    expect(await list({ keywords: [{ word: '春茶', weight: 1 }] })).toMatchObject({ fitting: 15 });
  });

  it('ranks by parts that sum to the score to the last tenth', async () => {
    const { items, weights } = await list({}, { weights: { vertical: 3, price: 1, activity: 2 } });
    expect(weights).toMatchObject({ vertical: 0.5, price: expect.closeTo(1 / 6) as number });
    for (const { tenths, parts } of items)
      expect(parts.reduce((sum, part) => sum + part.tenths, 0)).toBe(tenths);
    const [best] = items;
    expect(best?.creator.id).toBe(ids[0]);
    expect(items.at(-1)?.creator.name).toBe('Half');
  });

  it('does not let somebody lead of whom next to nothing is known', async () => {
    const blank = await aTaker(database.db, { name: 'Blank', categories: ['food'], followers: 700_000 });
    // In a tier of her own she has no peers, so her price is held against nobody.
    const ask = { weights: { vertical: 1, price: 3 } };
    const { items } = await list({}, ask);
    const last = items.find(({ creator }) => creator.id === blank);
    expect(last).toMatchObject({ tenths: 1_000, knownShare: 0.25 });
    expect(items.findIndex(({ creator }) => creator.id === blank)).toBeGreaterThan(12);
    expect(await matches.lift(lin.workspaceId, await briefOf(), blank, { ...ask, place: 1 })).toMatchObject({
      littleKnown: true,
      lift: null,
    });
    await database.owner('delete from creator where id = $1', [blank]);
  });

  it('tries other weights without keeping them', async () => {
    const briefId = await briefOf();
    const tried = await matches.list(lin.workspaceId, briefId, { ...page, weights: { price: 1 } });
    const names = tried.items.map(({ creator }) => creator.name);
    expect(names.slice(0, 3)).toEqual(['Food 0', 'Food 1', 'Food 2']);
    expect((await briefs.one(lin.workspaceId, briefId)).wishes.weights).toEqual({ vertical: 1 });
  });

  it('names those who break a hard rule apart from the ranking, rule by rule, with the figures', async () => {
    const found = await list({
      excludedIds: [ids[0] as string],
      perNoteCents: 120_000,
      requiredHealth: 'excellent',
    });
    expect(found).toMatchObject({ ranked: 0, ruledOut: 14 });
    expect(found.rules.map(({ rule, creators }) => [rule, creators])).toEqual([
      ['excluded', 1],
      ['health', 14],
      ['above-budget', 1],
    ]);
    expect(found.rules[2]?.examples).toEqual([
      expect.objectContaining({
        name: 'Food 12',
        broken: { rule: 'above-budget', quoteCents: 130_000, budgetCents: 120_000 },
      }),
    ]);
  });

  it('rules out who is on the blacklist of the workspace, and of no other', async () => {
    const wen = await aBrand(database.db);
    const mark = (workspaceId: string, creatorId: string, reason: string) =>
      database.owner(
        `insert into creator_mark (workspace_id, creator_id, blacklisted_reason, changed_by, changed_at)
         values ($1, $2, $3, $2, now())`,
        [workspaceId, creatorId, reason],
      );
    await mark(lin.workspaceId, ids[0] as string, 'Late twice');
    await mark(wen.workspaceId, ids[1] as string, 'Not for Lin to know');
    const { rules } = await list();
    expect(rules).toEqual([
      {
        rule: 'blacklisted',
        creators: 1,
        examples: [
          expect.objectContaining({
            id: ids[0],
            broken: { rule: 'blacklisted', reason: 'Late twice' },
          }),
        ],
      },
    ]);
    await database.owner('delete from creator_mark');
  });

  it('rules out who worked for a competitor near the window, and nobody else', async () => {
    const [one, two, three] = ids as [string, string, string];
    const work = async (creatorId: string, brand: string, publishedAt: string) => {
      await anObservedNote(database.db, creatorId, { publishedAt, cooperation: true });
      await database.db.asEngine((tx) =>
        tx.query('update creator_note set brand = $2 where creator_id = $1 and brand is null', [
          creatorId,
          brand,
        ]),
      );
    };
    await work(one, 'Leaf & Co', '2026-11-20T10:00+08');
    await work(two, 'Leaf & Co', '2026-09-01T10:00+08');
    await work(three, 'Another', '2026-11-20T10:00+08');
    const fresh = new MatchesService(database.db, new MatchCandidatesQueries());
    const briefId = await briefOf({
      competitors: ['leaf & co'],
      competitorDays: 30,
      window: { from: '2036-11-25', to: '2036-12-05' },
    });
    await database.owner(
      `update brief set wishes = jsonb_set(wishes, '{window}', '{"from": "2026-11-25", "to": "2026-12-05"}') where id = $1`,
      [briefId],
    );
    const { rules } = await fresh.list(lin.workspaceId, briefId, page);
    expect(rules.map(({ rule, examples }) => [rule, examples.map(({ id }) => id)])).toEqual([
      ['competitor', [one]],
    ]);
  });

  it('counts in how many of her notes a wanted word stands', async () => {
    const words = searchWordsOf('冷泡茶开箱');
    const id = await aTaker(database.db, { name: 'Words', words });
    for (const title of ['冷泡茶开箱', '茶', '开箱', '别的'])
      await anObservedNote(database.db, id, {
        publishedAt: '2026-11-10T10:00+08',
        words: searchWordsOf(title),
      });
    const { items } = await list({ keywords: [{ word: '冷泡茶', weight: 1 }] }, { weights: { keywords: 1 } });
    const values = new Map(items.map(({ creator, parts }) => [creator.name, parts[0]?.value]));
    // A quarter of her notes carry it, and a tenth is enough.
    expect(values.get('Words')).toBe(1);
    await database.owner('delete from creator where id = $1', [id]);
  });

  it('holds each quote against those of her peers, and against what was published', async () => {
    const { items } = await list({}, { weights: { price: 1 } });
    const [cheap] = items;
    expect(cheap?.price).toMatchObject({ peers: 13, verdict: 'below' });
    expect(cheap?.price.quantiles?.p50).toBe(70_000);
    expect(cheap?.price.published.map(({ source }) => source)).toContain('80tg.com/news/21554');
    // Alone in her tier: no band.
    expect(items.find(({ creator }) => creator.name === 'Half')?.price).toMatchObject({
      peers: 1,
      verdict: null,
    });
  });

  it('says what would bring a creator to the first place, and that doing so does', async () => {
    const weights = { vertical: 1, price: 1 };
    const briefId = await briefOf({ weights });
    const dearest = ids[12] as string;
    const found = await matches.lift(lin.workspaceId, briefId, dearest, { place: 1 });
    expect(found.place).toBe(13);
    expect(found.lost[0]).toMatchObject({ part: 'price' });
    const { lift } = found;
    expect(lift).toMatchObject({ above: { name: 'Food 0' } });
    const quote = lift?.quoteCents ?? 0;
    expect(quote).toBeGreaterThan(0);
    await database.db.asEngine((tx) =>
      tx.query('update creator set image_cents = $2 where id = $1', [dearest, quote]),
    );
    const [first] = (await matches.list(lin.workspaceId, briefId, page)).items;
    expect(first?.creator.id).toBe(dearest);
    await expect(matches.lift(lin.workspaceId, briefId, randomUUID(), { place: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
