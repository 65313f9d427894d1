import type { CommentDraft, HandInDraft, OrderView } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { anImage, aVideo } from '../../test/media-files';
import {
  aDraft,
  after,
  aMove,
  anInvite,
  anOrderCast,
  noon,
  type OrderCast,
  type Orders,
  ordersOn,
} from '../../test/orders';
import type { Caller } from '../http/caller';
import { DiskStore } from '../media/disk-store';
import { MediaService } from '../media/media.service';
import { MediaSweep } from '../media/media-sweep';
import { NotesQueries } from '../notes/notes.queries';

describe('pictures in the drafts of an order', () => {
  let database: TestDatabase;
  let desk: Orders;
  let media: MediaService;
  let store: DiskStore;
  let folder: string;
  let cast: OrderCast;

  beforeAll(async () => {
    database = await freshDatabase();
    desk = ordersOn(database.db);
    folder = await mkdtemp(path.join(tmpdir(), 'poolrise-draft-media-'));
    store = new DiskStore(folder);
    media = new MediaService(database.db, store);
    cast = await anOrderCast(database.db);
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  const uploaded = async (bytes: Buffer, by: Caller = cast.creator) =>
    (await media.upload(by.workspaceId, null, 'tea', Readable.from([bytes]))).id;
  const image = async (color: string, by?: Caller) => uploaded(await anImage({ color }), by);
  const agreed = async (noteType: 'image' | 'video' = 'image'): Promise<OrderView> => {
    const invited = await desk.invitations.invite(
      cast.brand,
      anInvite(cast, { noteType, quoteCents: 100_000 }),
      noon,
    );
    return desk.orders.move(cast.creator, invited.id, aMove(invited, 'accept'), after(1));
  };
  const handIn = (order: OrderView, changes: Partial<HandInDraft>) =>
    desk.orders.handIn(cast.creator, order.id, aDraft(order, changes), after(3));
  const comment = (order: OrderView, anchor: CommentDraft['anchor'], draftVersion = 1) =>
    desk.orders.comment(
      cast.brand,
      order.id,
      { draftVersion, anchor, words: '这里亮一点', requestKey: randomUUID() },
      after(4),
    );
  const region = { x: 0.25, y: 0.5, w: 0.25, h: 0.1 };

  it('stay with their version, carry pins, and become the note’s own when it is published', async () => {
    const [red, green, blue] = [await image('#aa0000'), await image('#00aa00'), await image('#0000aa')];
    let order = await handIn(await agreed(), { mediaIds: [red, green], coverId: green });
    expect(order.drafts).toMatchObject([
      { media: [{ id: red, kind: 'image', width: 64, height: 48 }, { id: green }], cover: { id: green } },
    ]);
    order = await comment(order, { field: 'image', mediaId: red, region });
    expect(order.comments).toMatchObject([
      { anchor: { field: 'image', mediaId: red, region }, quoted: null },
    ]);

    order = await desk.orders.move(cast.brand, order.id, aMove(order, 'send-back', '第一张太暗'), after(5));
    order = await handIn(order, { mediaIds: [blue, green] });
    expect(order.drafts.map(({ media, cover }) => [media.map(({ id }) => id), cover?.id])).toEqual([
      [[red, green], green],
      [[blue, green], blue],
    ]);

    order = await desk.orders.move(cast.brand, order.id, aMove(order, 'approve'), after(6));
    order = await desk.orders.move(cast.creator, order.id, aMove(order, 'publish'), after(7));
    const noteId = order.note?.id ?? '';
    const note = await new NotesQueries(database.db).one(cast.brand.workspaceId, noteId);
    expect([note.media.length, note.cover?.id, note.coverUrl]).toEqual([
      2,
      note.media[0]?.id,
      note.cover?.thumbUrl,
    ]);
    // Copies of the brand's own, which show the same.
    expect(note.media.map(({ id }) => id)).not.toContain(blue);
    await expect(media.one(cast.brand.workspaceId, note.media[0]?.id ?? '')).resolves.toMatchObject({
      color: (await media.one(cast.creator.workspaceId, blue)).color,
    });
    await expect(media.one(cast.creator.workspaceId, note.media[0]?.id ?? '')).rejects.toMatchObject({
      code: 'not-found',
    });

    // What is in use outlives the sweep, also in versions that were sent back.
    await new MediaSweep(database.db, store).sweep(new Date(Date.now() + 48 * 3_600_000));
    await expect(media.one(cast.creator.workspaceId, red)).resolves.toMatchObject({ id: red });
  });

  it('are refused where they do not fit, and the draft is not handed in', async () => {
    const order = await agreed();
    const [red, foreign, video] = [
      await image('#aa0000'),
      await image('#123456', cast.brand),
      await uploaded(await aVideo()),
    ];
    const nineteen = await Promise.all(
      Array.from({ length: 18 }, (_, at) => image(`#00${(at * 12 + 16).toString(16)}00`)),
    );
    for (const [changes, field] of [
      [{ mediaIds: [red, randomUUID()] }, '/mediaIds/1'],
      [{ mediaIds: [foreign] }, '/mediaIds/0'],
      [{ mediaIds: [video] }, '/mediaIds'],
      [{ mediaIds: [red, red] }, '/mediaIds'],
      [{ mediaIds: [red], coverId: nineteen[0] }, '/coverId'],
      [{ mediaIds: [red], coverId: foreign }, '/coverId'],
      [{ coverId: red }, '/coverId'],
      [{ mediaIds: [...nineteen, red] }, '/mediaIds'],
    ] as [Partial<HandInDraft>, string][])
      await expect(handIn(order, changes)).rejects.toMatchObject({
        code: 'draft-media-unfit',
        about: { field },
      });
    expect((await desk.queries.order(cast.creator, order.id)).drafts).toEqual([]);
    expect((await handIn(order, { mediaIds: nineteen })).drafts[0]?.media).toHaveLength(18);
  });

  it('take pins on themselves alone, and videos until they end', async () => {
    const video = await uploaded(await aVideo({ seconds: 7 }));
    const poster = await image('#777777');
    const order = await handIn(await agreed('video'), { mediaIds: [video], coverId: poster });
    expect(order.drafts[0]).toMatchObject({
      media: [{ id: video, durationMs: 7_000 }],
      cover: { id: poster },
    });
    const at = (ms: number) => ({ field: 'video' as const, mediaId: video, ms, region: null });
    for (const [anchor, field] of [
      [at(7_001), '/anchor/ms'],
      [{ ...at(0), mediaId: poster }, '/anchor/mediaId'],
      [{ field: 'image', mediaId: video, region }, '/anchor/mediaId'],
      [{ field: 'image', mediaId: randomUUID(), region }, '/anchor/mediaId'],
    ] as [CommentDraft['anchor'], string][])
      await expect(comment(order, anchor)).rejects.toMatchObject({ code: 'pin-off-media', about: { field } });
    const pinned = await comment(await comment(order, at(7_000)), { ...at(1_500), region });
    expect(pinned.comments.map(({ anchor }) => anchor)).toEqual(
      expect.arrayContaining([at(7_000), { ...at(1_500), region }]),
    );
  });
});
