import { metricIds } from './definitions';
import { daysBefore, definitionOf, type FigureSource, lineageOf, shanghaiDays } from './figure-source';
import { describeLineage } from './lineage';
import { countedOver, streamIds, streams } from './streams';

const hours: FigureSource = {
  streams: ['hosted-hours'],
  over: shanghaiDays('2026-11-16T16:00:00Z', '2026-11-23T06:02:11Z'),
  dataAt: '2026-11-23T06:02:11Z',
};
const keysOf = (metric: (typeof metricIds)[number], language: 'zh' | 'en') =>
  describeLineage(lineageOf(metric, hours), language).map(({ key }) => key);

describe('the lineage of a figure on a page', () => {
  it.each(metricIds)('tells formula, source, period, time of data and who defined it, of %s', (metric) => {
    for (const language of ['zh', 'en'] as const)
      expect(keysOf(metric, language)).toEqual(
        expect.arrayContaining(['metric', 'formula', 'origins', 'window', 'data-at', 'source']),
      );
  });

  it('tells the variant that was counted where the field knows several', () => {
    const told = describeLineage(lineageOf('interactionRatePerRead', hours), 'en');
    expect(told.find(({ key }) => key === 'definition')?.text).toBe(
      'interactions are likes, collects, comments, shares (LCCS)',
    );
    expect(told.find(({ key }) => key === 'formula')?.text).toBe('interactions (LCCS) / reads');
  });

  it('names files before streams, and counts rows only where they are known', () => {
    const { origins } = lineageOf('clicks', {
      ...hours,
      files: [{ kind: 'file', id: '1', name: '投后数据.csv', rows: 57 }],
    });
    expect(origins.map(({ name }) => name)).toEqual(['投后数据.csv', 'Engagement by hour, counted here']);
    const [line] = describeLineage(lineageOf('clicks', hours), 'zh').filter(({ key }) => key === 'origins');
    expect(line?.text).toBe('数据流「Engagement by hour, counted here」');
  });

  it('says the period in words where every row has its own', () => {
    const lineage = lineageOf('clicks', { ...hours, over: 'note-life' });
    expect(lineage.window).toBeNull();
    const text = (language: 'zh' | 'en') =>
      describeLineage(lineage, language).find(({ key }) => key === 'window')?.text;
    expect([text('zh'), text('en')]).toEqual(['自笔记发布起累计', 'since each note was published']);
  });

  it('leaves out the time of data when the answer does not say it', () => {
    const told = describeLineage(lineageOf('clicks', { ...hours, dataAt: null }), 'en');
    expect(told.map(({ key }) => key)).not.toContain('data-at');
  });

  it('is a definition alone where no figure is shown', () => {
    const told = describeLineage(definitionOf('interactionRatePerRead'), 'en');
    expect(told.map(({ key }) => key)).toEqual(['metric', 'formula', 'source']);
    expect(told[1]?.text).toContain('interactions');
  });

  it('counts days as Shanghai does', () => {
    expect(hours.over).toEqual({ from: '2026-11-17', to: '2026-11-23', timeZone: 'Asia/Shanghai' });
    expect(daysBefore('2026-11-23T06:02:11Z', 7)).toMatchObject({ from: '2026-11-16', to: '2026-11-23' });
  });

  it('names every stream and period once in each language', () => {
    for (const words of [streamIds.map((id) => streams[id]), Object.values(countedOver)]) {
      expect(new Set(words.map(({ zh }) => zh)).size).toBe(words.length);
      expect(words.every(({ zh, en }) => /\p{Script=Han}/u.test(zh) && !/\p{Script=Han}/u.test(en))).toBe(
        true,
      );
    }
  });
});
