import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { freshDatabase } from '../../test/database';
import { anImage } from '../../test/media-files';
import { aBrand } from '../../test/people';
import { anS3Server } from '../../test/s3-server';
import { readConfig } from '../config';
import { MediaService } from './media.service';
import { MediaSweep } from './media-sweep';
import { Missing } from './media-store';
import { S3Store } from './s3-store';
import { storeOf } from './store-of';

describe('uploads in a bucket', () => {
  let bucket: Awaited<ReturnType<typeof anS3Server>>;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    bucket = await anS3Server('tea-media');
    folder = await mkdtemp(path.join(tmpdir(), 'poolrise-s3-spec-'));
    file = path.join(folder, 'tea');
    await writeFile(file, 'green and black');
  });
  afterAll(async () => {
    await bucket.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('are put, read whole and in parts, and dropped, each request signed', async () => {
    const store = new S3Store(bucket.place);
    await store.put('a1/b2/original', file, 'image/png');
    expect(bucket.objects.get('a1/b2/original')).toMatchObject({ type: 'image/png' });
    expect(String(await buffer(await store.read('a1/b2/original')))).toBe('green and black');
    expect(String(await buffer(await store.read('a1/b2/original', { from: 6, to: 8 })))).toBe('and');
    await store.drop('a1/b2/original');
    await store.drop('a1/b2/original');
    await expect(store.read('a1/b2/original')).rejects.toBeInstanceOf(Missing);
  });

  it('are tried again when the service is busy, and not when the keys are wrong', async () => {
    bucket.state.failures = 2;
    await new S3Store(bucket.place).put('busy', file, 'image/png');
    expect(bucket.objects.has('busy')).toBe(true);
    const stranger = new S3Store({ ...bucket.place, secretAccessKey: 'another' });
    await expect(stranger.put('x', file, 'image/png')).rejects.toThrow('answers 403 to PUT x');
    expect(bucket.objects.has('x')).toBe(false);
  });

  it('are kept there when the environment names a bucket, and nowhere else', async () => {
    const { endpoint, region, accessKeyId, secretAccessKey } = bucket.place;
    const database = await freshDatabase();
    try {
      const environment = {
        DATABASE_URL: database.url,
        DATA_DIR: folder,
        MEDIA_S3_ENDPOINT: endpoint,
        MEDIA_S3_BUCKET: 'tea-media',
        MEDIA_S3_REGION: region,
        MEDIA_S3_ACCESS_KEY_ID: accessKeyId,
        MEDIA_S3_SECRET_ACCESS_KEY: secretAccessKey,
      };
      const store = storeOf(readConfig(environment));
      const { workspaceId } = await aBrand(database.db);
      const service = new MediaService(database.db, store);
      const view = await service.upload(workspaceId, null, 'tea.jpg', Readable.from([await anImage()]));
      const query = Object.fromEntries(new URL(view.url, 'http://here').searchParams);
      const served = await service.file(
        view.id,
        { variant: 'original', until: Number(query['until']), signature: query['signature'] ?? '' },
        'bytes=0-1',
      );
      expect('body' in served && [...(await buffer(served.body))]).toEqual([0xff, 0xd8]);
      expect([...bucket.objects.keys()].filter((key) => key.startsWith(workspaceId))).toHaveLength(2);
      await new MediaSweep(database.db, store).sweep(new Date(Date.now() + 25 * 3_600_000));
      expect([...bucket.objects.keys()].filter((key) => key.startsWith(workspaceId))).toEqual([]);
      expect(() => storeOf(readConfig({ ...environment, MEDIA_S3_BUCKET: undefined }))).toThrow(
        'MEDIA_S3_BUCKET',
      );
      expect(storeOf(readConfig({ DATABASE_URL: database.url }))).toBeNull();
      await expect(
        new MediaService(database.db, null).upload(workspaceId, null, 'tea', Readable.from([])),
      ).rejects.toMatchObject({ code: 'media-not-kept' });
    } finally {
      await database.close();
    }
  });
});
