import { OffersQuery } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { anInvite, anOrderCast, noon, type OrderCast, ordersOn } from '../../test/orders';
import { OffersQueries } from './offers.queries';

describe('offers side by side', () => {
  let database: TestDatabase;
  let offers: OffersQueries;
  let on: ReturnType<typeof ordersOn>;
  let cast: OrderCast;

  beforeAll(async () => {
    database = await freshDatabase();
    offers = new OffersQueries(database.db);
    on = ordersOn(database.db);
  });
  beforeEach(async () => {
    cast = await anOrderCast(database.db);
  });
  afterAll(() => database.close());

  const invite = (ask: Parameters<typeof anInvite>[1] = {}) =>
    on.invitations.invite(cast.brand, anInvite(cast, ask), noon);
  const compare = (ask: Record<string, string> = {}, { workspaceId } = cast.creator) =>
    offers.compare(workspaceId, OffersQuery.parse(ask));
  const measured = (image: number, video: number | null) =>
    database.owner(
      `insert into creator_figures (creator_id, as_of, image_reads_median, video_reads_median)
       select id, current_date, ${image}, ${video} from creator where id = '${cast.creatorId}'`,
    );

  it('have net pay, hours and terms of the last word, and say which is best in what', async () => {
    const fixed = await invite({ quoteCents: 500_000, protectionDays: 30 });
    const video = await invite({
      quoteCents: 800_000,
      noteType: 'video',
      withSample: true,
      protectionDays: 90,
    });
    await on.orders.move(
      cast.creator,
      video.id,
      {
        kind: 'counter',
        quoteCents: 900_000,
        terms: { revisionsMost: 1 },
        version: video.version,
        words: '',
        requestKey: crypto.randomUUID(),
      },
      noon,
    );
    const { offers: found, hours, more } = await compare({ videoHours: '20' });
    expect(more).toBe(0);
    expect(hours).toMatchObject({ image: 4, video: 20, revision: 1.5 });
    const by = new Map(found.map((offer) => [offer.order.id, offer]));
    expect(by.get(fixed.id)).toMatchObject({
      netLikelyCents: 450_000,
      hoursLeast: 4,
      hoursMost: 8.5,
      hourlyCents: 72_000,
      best: ['hourlyCents', 'hoursMost', 'protectionDays'],
    });
    expect(by.get(video.id)).toMatchObject({
      netLikelyCents: 810_000,
      hoursLeast: 21,
      hoursMost: 22.5,
      best: ['netLikelyCents', 'revisionsMost'],
      order: { waitsFor: 'brand' },
    });
  });

  it('count on the creator’s own reads where pay hangs on them, and leave it open where none were measured', async () => {
    await invite({ centsPerThousandReads: 20_000 });
    expect((await compare()).offers).toMatchObject([
      { netLeastCents: 0, netMostCents: 450_000, netLikelyCents: null, hourlyCents: null, best: [] },
    ]);
    await measured(8_000, null);
    expect(await compare()).toMatchObject({
      reads: { image: 8_000, video: null },
      offers: [{ netLikelyCents: 144_000 }],
    });
  });

  it('are those of this desk that are open, the first to lapse before the others, and count what is not shown', async () => {
    const other = await anOrderCast(database.db);
    await on.invitations.invite(other.brand, anInvite(other), noon);
    const gone = await invite();
    await on.orders.move(
      cast.creator,
      gone.id,
      { kind: 'decline', version: gone.version, words: '', requestKey: crypto.randomUUID() },
      noon,
    );
    for (let hour = 13; hour > 0; hour--)
      await on.invitations.invite(
        cast.brand,
        anInvite(cast, { quoteCents: 10_000 }),
        new Date(noon.getTime() + hour * 3_600_000),
      );
    const { offers: found, more } = await compare();
    expect([found.length, more]).toEqual([12, 1]);
    const due = found.map(({ order }) => order.dueAt);
    expect(due).toEqual([...due].sort());
    expect(found.map(({ order }) => order.id)).not.toContain(gone.id);
    expect((await compare({}, cast.brand)).offers).toEqual([]);
  });

  it('take hours in halves from none to two hundred', () => {
    for (const imageHours of ['-1', '201', '0.3', 'many'])
      expect(OffersQuery.safeParse({ imageHours }).success).toBe(false);
    expect(OffersQuery.parse({ revisionHours: '0' }).revisionHours).toBe(0);
  });
});
