import { audienceBands } from '@poolrise/domain';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { CreatorImport } from './import-creators';
import type { CreatorToImport } from './imported-creator';

const platformId = (at: number) => at.toString(16).padStart(24, 'a');

describe('an import of creators', () => {
  let database: TestDatabase;
  let creators: CreatorImport;

  beforeEach(async () => {
    database = await freshDatabase();
    creators = new CreatorImport(database.db);
  });
  afterEach(() => database.close());

  const lin: CreatorToImport = {
    redId: 'lin.tea',
    platformId: platformId(1),
    name: 'Ｌｉｎ "茶" \\ tab',
    followers: 8_600,
    categories: ['food', 'travel'],
    subCategories: ['茶, "冷泡"', 'a\\b'],
    imageCents: 50_000,
    acceptsImage: true,
    lastNoteAt: '2026-11-01T08:00:00+08:00',
    figures: {
      asOf: '2026-11-01',
      medians: { 'daily.natural': { notes: 4, impressions: 10_000, reads: 900, interactions: 90 } },
      finishShare: 0.25,
      audienceSample: 400,
      audienceShares: audienceBands.map(() => 100),
      contentWords: ['冷泡', 'tea'],
    },
  };

  const all = () =>
    database.owner<Record<string, unknown>>(
      `select id, red_id, platform_id, name, search_name, followers, categories, sub_categories, image_cents, video_cents,
         last_note_at, reads_median, finish_share, content_words, audience_shares[1] as share, deleted_at
       from creator_record order by red_id`,
    );

  it('enters everything that is known, whatever letters it is written in', async () => {
    expect(await creators.run([lin])).toEqual({ imported: 1, rejected: 0, rejections: [] });
    expect(await all()).toMatchObject([
      {
        red_id: 'lin.tea',
        name: 'Ｌｉｎ "茶" \\ tab',
        search_name: 'lin "茶" \\ tab',
        categories: ['food', 'travel'],
        sub_categories: ['茶, "冷泡"', 'a\\b'],
        image_cents: 50_000,
        video_cents: null,
        last_note_at: new Date('2026-11-01T00:00:00Z'),
        reads_median: 900,
        finish_share: 0.25,
        content_words: ['冷泡', 'tea'],
        share: 100,
      },
    ]);
  });

  it('brings up to date who is there already, by the platform’s id or else the red id, and keeps their id', async () => {
    await creators.run([lin, { redId: 'wen.1', name: 'Wen', followers: 5 }]);
    const [before, wen] = await all();
    await database.owner(`update creator set deleted_at = now() where red_id = 'lin.tea'`);
    await creators.run([
      { ...lin, redId: 'lin.new', followers: 9_000, figures: null },
      { redId: 'wen.1', platformId: platformId(2), name: 'Wen', followers: 6 },
    ]);
    expect(await all()).toMatchObject([
      // Figures that did not come are not taken away.
      { id: before?.['id'], red_id: 'lin.new', followers: 9_000, reads_median: 900, deleted_at: null },
      { id: wen?.['id'], red_id: 'wen.1', platform_id: platformId(2), followers: 6 },
    ]);
  });

  it('rejects a bad row with its number and reason, and takes the others', async () => {
    await creators.run([lin]);
    const report = await creators.run([
      { redId: 'good.1', name: 'Good', followers: 1 },
      { redId: 'x', name: 'Short', followers: 1 },
      { redId: 'minus', name: 'Minus', followers: -1 },
      { redId: 'good.1', name: 'Again', followers: 2 },
      { redId: 'nul.1', name: 'a\u0000b', followers: 2 },
      { redId: 'word.1', name: 'Word', followers: 2, categories: ['nothing' as 'food'] },
      { redId: 'lin.tea', platformId: platformId(9), name: 'Taken over', followers: 3 },
      { redId: 'good.2', name: 'Good', followers: 1 },
    ]);
    expect(report).toMatchObject({ imported: 2, rejected: 6 });
    expect(report.rejections.map(({ row, reason }) => [row, reason.split(':')[0]])).toEqual([
      [2, 'redId'],
      [3, 'followers'],
      [4, 'is about a creator of an earlier row'],
      [5, 'name'],
      [6, 'categories.0'],
      [7, 'its red id belongs to another account'],
    ]);
    expect((await all()).map((row) => row['name'])).toEqual(['Good', 'Good', lin.name]);
  });
});
