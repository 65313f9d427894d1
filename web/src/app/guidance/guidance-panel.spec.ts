import { Component, signal } from '@angular/core';
import type { GuidanceView } from '@poolrise/contracts';
import { adviseKeywords, checkFormat, featureKeys, groupOfFeature, oddsRecord } from '@poolrise/domain';
import { openPage, type Opened } from '../../testing/opened';
import type { GuidanceAsk, WordToAdd } from './guidance-ask';
import { GuidancePanel } from './guidance-panel';

const path = '/api/v1/guidance/check';
const side = (notes: number, rate: number) => ({
  notes,
  creators: 40,
  impressions: notes * 200,
  reads: Math.round(notes * 200 * rate),
  rate,
});
const demand = [
  { text: '冷泡茶', words: ['冷泡', '茶'], searches: 1_200, trend: 1.4, notes: 12 },
  { text: '茶具', words: ['茶具'], searches: 300, trend: null, notes: 90 },
];

function answerTo({ title, body, topics }: GuidanceAsk, changes: Partial<GuidanceView> = {}): GuidanceView {
  const hours = Array.from({ length: 24 }, (_, at) => ({
    at,
    notes: 20,
    own: 0,
    ratio: 1,
    low: 0.9,
    high: 1.1,
  }));
  return {
    category: 'food',
    type: 'image',
    odds: {
      probability: 0.62,
      low: 0.48,
      high: 0.74,
      cell: 0.55,
      own: { verdicts: 0, passed: 0 },
      factors: { creator: 1, written: 1.1 },
      from: { verdicts: 900, creators: 200, passed: 0.5 },
    },
    record: oddsRecord(
      Array.from({ length: 50 }, (_, at) => ({
        probability: 0.65,
        low: 0.5,
        high: 0.75,
        passed: at % 5 < 3,
      })),
    ),
    keywords: adviseKeywords(
      { title, topics, body },
      { title: new Set(['冷泡']), topics: new Set(), body: new Set(['茶']) },
      demand,
    ),
    observations: featureKeys.map((key, at) => ({
      key,
      group: groupOfFeature(key),
      has: at % 2 === 0,
      with: side(80, 0.09),
      without: side(120, 0.07),
      ...(at === 1
        ? { ratio: 1.29, low: 1.05, high: 1.58, result: 'more' as const }
        : { ratio: 1.02, low: 0.9, high: 1.16, result: 'cannot-tell' as const }),
    })),
    format: checkFormat({ title, body, topics, type: 'image', media: null }),
    hours: { better: [], bins: hours, spread: 0.02 },
    weekdays: { better: [], bins: hours.slice(0, 7), spread: 0.02 },
    planned: null,
    peers: { days: 90, notes: 412, creators: 88, madeAt: '2026-11-26T04:00:00Z' },
    ...changes,
  };
}

@Component({
  imports: [GuidancePanel],
  template: `<app-guidance-panel
    [ask]="ask()"
    subject="draft"
    [writes]="writes()"
    (added)="added.push($event)"
  />`,
})
class Desk {
  readonly ask = signal<GuidanceAsk>({ title: '冷泡', body: '茶', topics: [], category: 'food' });
  readonly writes = signal(true);
  readonly added: WordToAdd[] = [];
}

describe('the guidance panel', () => {
  async function open(language: 'en' | 'zh-CN' = 'zh-CN'): Promise<{ opened: Opened; desk: Desk }> {
    const opened = await openPage(Desk, 'desk', { language });
    const desk = opened.fixture.debugElement.query(
      ({ componentInstance }) => componentInstance instanceof Desk,
    ).componentInstance as Desk;
    return { opened, desk };
  }
  async function answered(language?: 'en' | 'zh-CN', changes?: Partial<GuidanceView>) {
    const page = await open(language);
    (await page.opened.askedSoon(path, 'POST')).flush(answerTo(page.desk.ask(), changes));
    await page.opened.settle();
    return page;
  }

  it('tells the odds with their interval, what they do not know, and how such odds turned out', async () => {
    const { opened } = await answered();
    expect(opened.text).toContain('62%');
    expect(opened.text).toContain('八成把握在 48%–74% 之间');
    expect(opened.text).toContain('还没有这位作者的首池判定');
    expect(opened.text).toContain('以往被告知 60%–70% 的 50 篇里，60% 通过。');
    expect(opened.text).toContain('依据 美食品类近 90 天 88 位作者的 412 篇笔记');
  });

  it('adds a searched word where it fits, for whoever writes', async () => {
    const { opened, desk } = await answered();
    expect(opened.text).toContain('1,200 次搜索 · 升到 ×1.40 · 12 篇笔记');
    opened.find<HTMLButtonElement>('button.word').click();
    expect(desk.added).toEqual([{ text: '茶具', place: 'title' }]);
    desk.writes.set(false);
    await opened.settle();
    expect(opened.page.querySelector('button.word')).toBeNull();
  });

  it('shows the differences that can be told, and the others when asked', async () => {
    const { opened } = await answered('en');
    const rows = () => opened.page.querySelectorAll('app-guidance-observed li');
    expect(rows()).toHaveLength(1);
    expect(rows()[0]?.textContent).toContain('A question as title');
    expect(rows()[0]?.textContent).toContain('with: 9.0% (80 notes); without: 7.0% (120 notes)');
    await opened.press('Show all 11');
    expect(rows()).toHaveLength(11);
    expect(opened.text).toContain('cannot tell');
    expect(opened.text).toContain('No hour can be told to be better');
  });

  it('says so when the odds have told no more than the average', async () => {
    const { opened } = await answered('en', {
      record: oddsRecord(
        Array.from({ length: 50 }, (_, at) => ({
          probability: 0.65,
          low: 0.5,
          high: 0.75,
          passed: at % 2 === 0,
        })),
      ),
    });
    expect(opened.text).toContain('Over all 50 notes it told no better than the average pass rate does');
    expect(opened.text).not.toContain('Brier');
  });

  it('says that there are no peers, and reads the form all the same', async () => {
    const { opened } = await answered('en', {
      odds: null,
      record: null,
      observations: [],
      hours: null,
      weekdays: null,
      peers: null,
    });
    expect(opened.text).toContain('No note of this category has been through its first pool yet');
    expect(opened.text).toContain('Folklore');
    expect(opened.page.querySelector('app-guidance-odds')).toBeNull();
  });

  it('says what failed and tries again', async () => {
    const { opened, desk } = await open('en');
    (await opened.askedSoon(path, 'POST')).flush(null, { status: 500, statusText: 'broken' });
    await opened.settle();
    expect(opened.text).toContain('No guidance could be had');
    await opened.press('Try again');
    (await opened.askedSoon(path, 'POST')).flush(answerTo(desk.ask()));
    await opened.settle();
    expect(opened.text).toContain('62%');
  });

  it('asks nothing about an empty note, and says what it is for', async () => {
    const { opened, desk } = await answered();
    desk.ask.set({ title: '', body: ' ', topics: [], category: 'food' });
    await opened.settle();
    expect(opened.text).toContain('写上几句，这里会给出同类笔记的参考。');
    opened.http.expectNone(path);
  });
});
