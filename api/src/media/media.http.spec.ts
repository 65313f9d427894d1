import type { MediaView, Problem } from '@poolrise/contracts';
import { mediaLimits } from '@poolrise/domain';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBomb, anImage, aVideo } from '../../test/media-files';
import { aBrand, aMember, type BrowserHeaders, browserOf, type Someone } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';
import { DiskStore } from './disk-store';
import { MediaSweep } from './media-sweep';

describe('pictures and videos through HTTP', () => {
  let database: TestDatabase;
  let server: TestServer;
  let address: string;
  let folder: string;
  let lin: Someone;
  let browser: BrowserHeaders;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'poolrise-media-spec-'));
    process.env['DATA_DIR'] = folder;
    database = await freshDatabase();
    server = await startServer(database);
    address = await server.listen();
    lin = await aBrand(database.db);
    browser = await browserOf(database.db, lin);
  });
  afterAll(async () => {
    delete process.env['DATA_DIR'];
    await server.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  const send = (
    bytes: Uint8Array,
    name = 'tea.jpg',
    headers: Record<string, string> = browser,
    init: RequestInit = {},
  ) =>
    fetch(`${address}/api/v1/media?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', ...headers },
      body: new Uint8Array(bytes),
      ...init,
    });
  const upload = async (bytes: Uint8Array, name?: string): Promise<MediaView> => {
    const answer = await send(bytes, name);
    expect(answer.status).toBe(201);
    return (await answer.json()) as MediaView;
  };
  const problem = async (answer: Response): Promise<[number, Partial<Problem>]> => [
    answer.status,
    (await answer.json()) as Partial<Problem>,
  ];
  const get = (url: string, headers: Record<string, string> = {}) => fetch(`${address}${url}`, { headers });
  const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
  const rowsAndFiles = async () => [
    (await database.owner('select id from media')).length,
    (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
      .length,
  ];

  it('come back upright, scaled, and without what the camera wrote beside the pixels', async () => {
    const photo = await anImage({ width: 4_000, height: 1_000, place: 'Longjing village', orientation: 6 });
    expect(photo.includes('Longjing village')).toBe(true);
    const view = await upload(photo);
    expect(view).toMatchObject({
      kind: 'image',
      contentType: 'image/jpeg',
      width: 640,
      height: 2_560,
      durationMs: null,
    });
    // JPEG keeps colours to within a few steps.
    for (const [at, channel] of [0x3a, 0x7d, 0x44].entries())
      expect(Math.abs(parseInt(view.color.slice(1 + 2 * at, 3 + 2 * at), 16) - channel)).toBeLessThan(6);
    const answer = await get(view.url);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-length': String(view.bytes),
      'cache-control': 'private, max-age=14400, immutable',
    });
    const kept = await bytesOf(answer);
    expect(kept.includes('Longjing')).toBe(false);
    const { exif, orientation, width } = await sharp(kept).metadata();
    expect([exif, orientation, width]).toEqual([undefined, undefined, 640]);

    const thumb = await get(view.thumbUrl ?? '');
    expect(thumb.headers.get('content-type')).toBe('image/webp');
    expect(await sharp(await bytesOf(thumb)).metadata()).toMatchObject({ format: 'webp', height: 480 });
  });

  // The last picture of a WebM says nothing of how long it is shown.
  it.each([
    ['mp4', 3_000],
    ['webm', 2_000],
  ] as const)('of a video (%s) keep its packets and lose its titles', async (type, durationMs) => {
    const video = await aVideo({ type, seconds: 3, title: 'filmed at home' });
    expect(video.includes('filmed at home')).toBe(true);
    const view = await upload(video, 'tea.mov');
    expect(view).toMatchObject({
      kind: 'video',
      contentType: `video/${type}`,
      width: 320,
      height: 240,
      durationMs,
      thumbUrl: null,
    });
    const kept = await bytesOf(await get(view.url));
    expect(kept.includes('filmed at home')).toBe(false);
    expect(kept.includes(Buffer.alloc(64, 2))).toBe(true);
  });

  it('are one upload however often the same is sent at once, and afterwards', async () => {
    const before = await rowsAndFiles();
    const image = await anImage({ color: '#102030', width: 900, height: 900 });
    const views = await Promise.all(Array.from({ length: 10 }, () => upload(image)));
    expect(new Set(views.map(({ id }) => id)).size).toBe(1);
    expect((await upload(image, 'another name.png')).id).toBe(views[0]?.id);
    expect(await rowsAndFiles()).toEqual([Number(before[0]) + 1, Number(before[1]) + 2]);
  });

  it('are refused for what they hold, in words that name it, and leave nothing behind', async () => {
    const before = await rowsAndFiles();
    const jpeg = await anImage({ width: 800, height: 800 });
    const cases: [string, Buffer, string, number, string][] = [
      ['a script renamed', Buffer.from('<script>alert(1)</script>'), 'tea.jpg', 415, 'media-type-refused'],
      [
        'SVG with a script',
        Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
        'tea.svg',
        415,
        'media-type-refused',
      ],
      [
        'an executable',
        Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]),
        'tea.png',
        415,
        'media-type-refused',
      ],
      ['an animation', await anImage({ type: 'gif' }), 'tea.gif', 415, 'media-type-refused'],
      ['a bomb', aBomb(), 'tea.png', 422, 'media-too-many-pixels'],
      ['half a picture', jpeg.subarray(0, jpeg.length - 400), 'tea.jpg', 422, 'media-unreadable'],
      ['a head without a body', jpeg.subarray(0, 200), 'tea.jpg', 422, 'media-unreadable'],
      ['a dot', await anImage({ width: 8, height: 8 }), 'tea.jpg', 422, 'media-too-small'],
      ['half a video', (await aVideo()).subarray(0, 400), 'tea.mp4', 422, 'media-unreadable'],
      ['a film', await aVideo({ seconds: 901 }), 'tea.mp4', 422, 'video-too-long'],
      ['nothing', Buffer.alloc(0), 'tea.jpg', 400, 'media-empty'],
    ];
    for (const [what, bytes, name, status, code] of cases)
      expect([what, ...(await problem(await send(bytes, name)))]).toMatchObject([what, status, { code }]);
    expect(await problem(await send(await anImage({ type: 'gif' }), 'tea.gif'))).toMatchObject([
      415,
      { detail: '“tea.gif” holds image/gif.' },
    ]);
    expect(await rowsAndFiles()).toEqual(before);
  });

  it('of 60 MB are cut off at the limit, also when the sender says nothing of their size', async () => {
    const before = await rowsAndFiles();
    const large = Buffer.alloc(60_000_000, 65);
    (await aVideo()).copy(large);
    const unsized = send(large, 'tea.mp4', browser, {
      body: new Blob([large]).stream(),
      duplex: 'half',
    } as RequestInit);
    for (const answer of [await send(large, 'tea.mp4'), await unsized])
      expect(await problem(answer)).toMatchObject([
        413,
        { code: 'media-too-large', figures: { most: mediaLimits.bytes.video } },
      ]);
    const image = Buffer.concat([await anImage(), Buffer.alloc(mediaLimits.bytes.image)]);
    expect(await problem(await send(image))).toMatchObject([
      413,
      { code: 'media-too-large', detail: 'An image may have 20 MB.' },
    ]);
    expect(await rowsAndFiles()).toEqual(before);
  });

  it('are sent as bytes, by those who may', async () => {
    const image = await anImage();
    for (const type of ['image/jpeg', 'multipart/form-data; boundary=x'])
      expect(await problem(await send(image, 'tea.jpg', { ...browser, 'content-type': type }))).toMatchObject(
        [415, { code: 'unsupported-media-type' }],
      );
    const analyst = await browserOf(database.db, await aMember(database.db, lin.workspaceId, 'analyst'));
    expect(await problem(await send(image, 'tea.jpg', analyst))).toMatchObject([
      403,
      { code: 'role-too-low' },
    ]);
  });

  it('stay behind the walls: others see neither the row nor the file', async () => {
    const { id, url } = await upload(await anImage({ color: '#550000' }));
    const wen = await browserOf(database.db, await aBrand(database.db));
    expect(await problem(await get(`/api/v1/media/${id}`, { ...wen }))).toMatchObject([
      404,
      { code: 'not-found' },
    ]);
    expect((await get(`/api/v1/media/${id}`, { ...browser })).status).toBe(200);

    expect((await get(url)).status).toBe(200);
    const signed = new URL(url, address);
    const spoilt = (name: string, value: string) => {
      const other = new URL(signed);
      other.searchParams.set(name, value);
      return `${other.pathname}${other.search}`;
    };
    const { id: another } = await upload(await anImage({ color: '#005500' }));
    for (const address of [
      spoilt('variant', 'thumb'),
      spoilt('until', '99999999999'),
      spoilt('signature', 'A'.repeat(43)),
      url.replace(id, another),
    ])
      expect(await problem(await get(address))).toMatchObject([404, { code: 'not-found' }]);
    expect((await get(spoilt('signature', 'short'))).status).toBe(400);
  });

  it('are sent in parts to players that ask for parts', async () => {
    const view = await upload(await aVideo({ seconds: 9 }));
    const whole = await bytesOf(await get(view.url));
    expect(whole.length).toBe(view.bytes);
    const last = view.bytes - 1;
    for (const [range, from, to] of [
      ['bytes=0-99', 0, 99],
      ['bytes=100-', 100, last],
      ['bytes=-50', view.bytes - 50, last],
      [`bytes=10-${view.bytes * 2}`, 10, last],
    ] as const) {
      const part = await get(view.url, { range });
      expect([range, part.status, part.headers.get('content-range')]).toEqual([
        range,
        206,
        `bytes ${from}-${to}/${view.bytes}`,
      ]);
      expect((await bytesOf(part)).equals(whole.subarray(from, to + 1))).toBe(true);
    }
    for (const range of ['bytes=5-2', 'bytes=0-1,4-5', 'items=0-4', 'bytes=-'])
      expect([range, (await get(view.url, { range })).status]).toEqual([range, 200]);
    const beyond = await get(view.url, { range: `bytes=${view.bytes}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${view.bytes}`]);
  });

  it('are forgotten after a day when nothing was made of them, and come anew', async () => {
    const image = await anImage({ color: '#abcdef' });
    const [gone, attached] = [await upload(image), await upload(await anImage({ color: '#fedcba' }))];
    await database.owner('update media set attached_at = now() where id = $1', [attached.id]);
    const sweep = new MediaSweep(database.db, new DiskStore(path.join(folder, 'media')));
    const hours = (n: number) => new Date(Date.now() + n * 3_600_000);
    expect(await sweep.sweep(hours(23))).toBe(0);
    await upload(image);
    // Somebody died after saying so and before taking the files away.
    await database.owner('update media set stored_at = null where id = $1', [gone.id]);
    const again = await upload(image);
    expect([again.id, (await get(again.url)).status]).toEqual([gone.id, 200]);

    expect(
      (await Promise.all([sweep.sweep(hours(25)), sweep.sweep(hours(25))])).reduce((a, b) => a + b),
    ).toBeGreaterThan(0);
    expect(await rowsAndFiles()).toEqual([1, 2]);
    expect((await get(gone.url)).status).toBe(404);
    expect((await get(attached.url)).status).toBe(200);
    expect((await get((await upload(image)).url)).status).toBe(200);
  });
});
