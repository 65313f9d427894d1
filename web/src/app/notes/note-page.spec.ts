import { TestBed } from '@angular/core/testing';
import { aClimb, aSeries, aVerdict, someRules } from '../../testing/a-climb';
import { noteId } from '../../testing/a-note';
import { aGroup, anAudience } from '../../testing/an-audience';
import { type Opened, openPage } from '../../testing/opened';
import { aStream } from '../../testing/a-stream';
import NotePage from './note-page';

const id = noteId(1);
const climbPath = `/api/v1/notes/${id}/climb`;
const seriesPath = `/api/v1/notes/${id}/series`;
const audiencePath = `/api/v1/notes/${id}/audience`;
const rulesPath = `/api/v1/notes/${id}/rules`;

const open = (query = '', setting: Parameters<typeof openPage>[2] = {}) =>
  openPage(NotePage, `notes/${id}${query}`, { ...setting, route: 'notes/:noteId' });

async function answered(opened: Opened, climb = aClimb(), audience = anAudience()) {
  opened.asked(climbPath).flush(climb);
  await opened.settle();
  opened.asked(seriesPath).flush(aSeries());
  opened.asked(rulesPath).flush(someRules());
  opened.asked(audiencePath).flush(audience);
  await opened.fixture.whenStable();
}

describe('the climb view', () => {
  it('holds the room of everything while it waits', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading the climb of this note');
    opened.asked(climbPath);
  });

  it('says what failed and tries again', async () => {
    const opened = await open();
    await opened.refuse(climbPath, 404, 'not-found');
    expect(opened.text).toContain('It is not here');
    await opened.press('Try again');
    await answered(opened);
    expect(opened.find('h1').textContent).toBe('夏日低糖冷泡茶');
  });

  it('shows where the note is, the odds, and why', async () => {
    const opened = await open();
    await answered(opened);
    expect(opened.text).toContain('Climbing · level 3 of 6');
    expect(opened.text).toContain('next verdict at 8,000 impressions');
    expect(opened.text).toContain('81% to pass');
    expect(opened.text).toContain('214 seen, 152 expected');
    expect(opened.text).toContain('Would have stopped with 31 fewer opens.');
    expect(opened.text).toContain('Rule set “Platform stated” v3, verdict at 1,180 of 2,000.');
  });

  it('teaches a new note’s reader what the first verdict waits for', async () => {
    const opened = await open();
    const unseen = { impressions: 0, guaranteed: 0, readers: 0, opened: null, groups: [] };
    await answered(opened, aClimb({ verdicts: [] }), anAudience(unseen, { words: [] }));
    expect(opened.text).toContain('No verdict yet. The first falls when the guaranteed impressions are used');
    expect(opened.text).toContain('No keywords yet');
    expect(opened.text).toContain('No reader has seen it yet. The groups appear once 10 readers have.');
  });

  it('keeps the old picture until the new figures are in, when the stream says that pools moved', async () => {
    const opened = await open();
    const stream = aStream();
    await answered(opened);
    stream.tells('pools');
    expect(opened.text).toContain('6,180');
    const grown = aClimb();
    if (grown.current) grown.current.nextCheckAt = 9_000;
    await answered(opened, grown);
    expect(opened.text).toContain('next verdict at 9,000 impressions');
  });

  it('keeps the figures on screen when a reload does not come', async () => {
    const opened = await open();
    const stream = aStream();
    await answered(opened);
    stream.tells('pools');
    opened.asked(seriesPath).flush(aSeries());
    opened.asked(rulesPath).flush(someRules());
    opened.asked(audiencePath).flush(anAudience());
    await opened.refuse(climbPath, 503, 'unavailable');
    expect(opened.text).toContain('81% to pass');
    stream.tells('pools');
    await answered(opened, aClimb({}, { title: 'Cold brew tea' }));
    expect(opened.find('h1').textContent).toBe('Cold brew tea');
  });

  it('never adds what was paid for to what is judged', async () => {
    const opened = await open();
    const climb = aClimb();
    climb.note.paid = { ...climb.note.paid, impressions: 1_240, clicks: 74 };
    await answered(opened, climb);
    const cells = [...opened.page.querySelectorAll('app-side-by-side tbody tr:first-child td')].map((cell) =>
      cell.textContent?.trim(),
    );
    expect(cells).toEqual(['8,780', '1,240']);
  });

  it('opens a verdict to its whole evidence', async () => {
    const opened = await open();
    await answered(opened);
    const panel = opened.find('app-why-panel').textContent ?? '';
    expect(panel).toContain('Passed Thousand: 214 opens where an average note in the same places gets 152');
    expect(panel).toContain('318 finished runs of the level and category in 14 days');
    expect(panel).toContain('Folk CES points would have stopped it here.');
    expect(panel).toContain('No paid impressions in this time.');
    expect(opened.find('app-peer-strip [role=img]').getAttribute('aria-label')).toContain(
      'Rate ×1.41 against the peers, likely ×1.24 to ×1.60. Some 82% of the peers do less well. The bar is ×1.00.',
    );
  });

  it('names the peers of a verdict by the type that carries it', async () => {
    const opened = await open();
    const verdict = aVerdict();
    const sameType = { noteType: 'video' as const, runs: 214, weight: 0.95 };
    await answered(opened, aClimb({ verdicts: [{ ...verdict, peers: { ...verdict.peers, sameType } }] }));
    const panel = opened.find('app-why-panel').textContent ?? '';
    expect(panel).toContain(
      'among 214 food videos that finished this level in 14 days, and how far they differ; notes of all types: 318',
    );
    expect(panel).toContain('Peers of its own type: finished runs, weight');
    expect(panel).toContain('214 / 0.95');
  });

  it('tells the same life under other rules, and not beyond what readers showed', async () => {
    const opened = await open();
    await answered(opened);
    const columns = [...opened.page.querySelectorAll('app-rule-sets-card section')].map(
      (column) => column.textContent ?? '',
    );
    expect(columns).toHaveLength(4);
    expect(columns[0]).toContain('What happened: it stopped after 2,600 impressions.');
    expect(columns[1]).toContain('Lets it go on beyond 2,600 impressions.');
    expect(columns[1]).toContain('not known from here');
    expect(columns[2]).toContain('Stops it earlier, at First pool after 600 of 2,600 impressions.');
    expect(columns[2]).toContain('never reached');
    expect(opened.page.querySelectorAll('app-rule-sets-card .differs')).toHaveLength(2);
  });

  it('says whom the feed looks for first, and who came, with the reasons of each group', async () => {
    const opened = await open();
    await answered(opened);
    expect(opened.find('app-first-audience').textContent).toContain(
      'Readers of Food, or of 冷泡茶, 低糖, see it first; 10% of places are drawn at random',
    );
    const card = opened.find('app-first-readers').textContent ?? '';
    expect(card).toContain('Of the first 240 readers, 50% care most for Food; 12.5% opened it');
    expect(card).toContain('First pool: 312 impressions, 280 of them guaranteed.');
    expect(card).toContain('Ten thousand reaches 30% of all readers, and adds up to 0.15 to a match.');
    const [food, pets, unknown] = [...opened.page.querySelectorAll('app-first-readers tbody tr')].map(
      (row) => row.textContent ?? '',
    );
    expect(food).toContain(
      'interest in Food 82% · likes 1.4 of its words, most often 冷泡茶 · taste adds 0.41',
    );
    expect(food).toContain('above the average of 12.5%');
    expect(pets).toContain('nothing in common: reached by chance, or to fill a page');
    expect(pets).toContain('below the average of 12.5%');
    expect(unknown).toContain('nothing was known of them, so any note counts 0.30');
    expect(unknown).toContain('near the average of 12.5%');
  });

  it('draws a match as long as it is, whatever a taste takes of it', async () => {
    const opened = await open();
    const parts = { category: 0.3, words: 0.1, unknown: 0, taste: -0.2, reach: 0, least: 0, language: 1 };
    await answered(opened, aClimb(), anAudience({ groups: [aGroup({ match: 0.2, parts })] }));
    const widths = [...opened.page.querySelectorAll<HTMLElement>('app-first-readers .bar i')].map((piece) =>
      Number.parseFloat(piece.style.width || '0'),
    );
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(20, 6);
    expect(opened.find('app-first-readers tbody').textContent).toContain('taste takes 0.20');
  });

  it('tells nobody from a few readers, and says when only their count was kept', async () => {
    const opened = await open();
    await answered(opened, aClimb(), anAudience({ readers: 4, opened: null, groups: [] }));
    expect(opened.text).toContain('4 first readers so far. Groups are shown from 10 readers on');
    expect(opened.page.querySelector('app-first-readers table')).toBeNull();
    TestBed.resetTestingModule();

    const seeded = await open();
    await answered(seeded, aClimb(), anAudience({ readers: 0, opened: null, groups: [] }));
    expect(seeded.text).toContain('Its first 312 impressions are kept as a count, without the pages');
  });

  it('tries again when the audience does not come', async () => {
    const opened = await open();
    opened.asked(climbPath).flush(aClimb());
    await opened.settle();
    opened.asked(seriesPath).flush(aSeries());
    opened.asked(rulesPath).flush(someRules());
    expect(opened.page.querySelector('app-first-readers')).toBeNull();
    await opened.refuse(audiencePath, 503, 'unavailable');
    await opened.press('Try again');
    opened.asked(audiencePath).flush(anAudience());
    await opened.settle();
    expect(opened.text).toContain('Of the first 240 readers');
  });

  it('says so when the rules do not come, and before the first reader', async () => {
    const opened = await open();
    opened.asked(climbPath).flush(aClimb());
    await opened.settle();
    opened.asked(seriesPath).flush(aSeries());
    opened.asked(audiencePath).flush(anAudience());
    await opened.refuse(rulesPath, 503, 'unavailable');
    await opened.press('Try again');
    opened.asked(rulesPath).flush(someRules({ impressions: 0, ended: false, sets: [] }));
    await opened.settle();
    expect(opened.text).toContain('No reader has seen it yet: there is nothing that rules could judge.');
  });

  it('hides looks without a verdict until they are asked for', async () => {
    const opened = await open();
    await answered(
      opened,
      aClimb({ verdicts: [aVerdict(), aVerdict({ id: 'look', outcome: 'wait', trigger: 'none' })] }),
    );
    expect(opened.page.querySelectorAll('li > details')).toHaveLength(1);
    await opened.press('Show 1 look without a verdict');
    expect(opened.page.querySelectorAll('li > details')).toHaveLength(2);
  });

  it('says how much was reported after the verdict, when anything was', async () => {
    const opened = await open();
    await answered(opened, aClimb({ verdicts: [aVerdict({ lateImpressions: 1_204 })] }));
    expect(opened.text).toContain('1,204 impressions arrived after the verdict');
  });

  it('asks for the length of the curve that its address says', async () => {
    const opened = await open('?hours=168');
    expect(opened.asked(seriesPath).request.url).toContain('hours=168');
    opened.asked(climbPath);
  });

  it.each([
    ['2026-11-23T05:10:00Z', '6'],
    ['2026-11-22T11:10:00Z', '24'],
    ['2026-11-20T07:00:00Z', '72'],
    ['2026-11-20T00:10:00Z', '168'],
    ['2026-08-01T00:10:00Z', '720'],
  ])('opens with the range that fits a note published at %s: %s hours', async (publishedAt, hours) => {
    const opened = await open();
    opened.asked(climbPath).flush(aClimb({}, { publishedAt }));
    await opened.settle();
    expect(opened.asked(seriesPath).request.url).toContain(`hours=${hours}`);
  });

  it('keeps that range while the note grows older on the screen', async () => {
    const opened = await open();
    const stream = aStream();
    const young = aClimb({ asOf: '2026-11-23T06:00:00Z' }, { publishedAt: '2026-11-22T06:30:00Z' });
    await answered(opened, young);
    stream.tells('pools');
    opened.asked(climbPath).flush({ ...young, asOf: '2026-11-23T07:00:00Z' });
    await opened.settle();
    expect(opened.asked(seriesPath).request.url).toContain('hours=24');
  });

  it('offers a boost to those who may launch one, and says why when the note may not have one', async () => {
    const analyst = await open('', { role: 'analyst' });
    await answered(analyst);
    expect(() => analyst.button('Boost note')).toThrow();
    TestBed.resetTestingModule();

    const marketer = await open('', { role: 'marketer' });
    await answered(
      marketer,
      aClimb({ current: null, verdicts: [] }, { state: 'pending', auditState: 'pending' }),
    );
    expect(marketer.button('Boost note').getAttribute('aria-disabled')).toBe('true');
  });

  it('speaks Chinese', async () => {
    const opened = await open('', { language: 'zh-CN' });
    await answered(opened);
    expect(opened.text).toContain('81% 概率晋级');
    expect(opened.text).toContain('实际 214，预期 152');
    expect(opened.text).toContain('最早的 240 位读者中，50% 主要关注美食');
  });
});
