import { metricIds, metrics } from './definitions';
import { describeLineage, type Lineage } from './lineage';
import { defaultChoice } from './metric-shape';

const cpr: Lineage = {
  metric: 'cpr',
  choice: { ...defaultChoice, cost: 'true' },
  origins: [
    { kind: 'file', id: '1', name: '订单报告 8 月.xlsx', rows: 212 },
    { kind: 'file', id: '2', name: 'juguang.csv', rows: 96 },
    { kind: 'stream', id: '3', name: '加热账本', rows: 12 },
    { kind: 'file', id: '4', name: 'late.csv', rows: 1 },
  ],
  originsInAll: 6,
  window: { from: '2036-08-01', to: '2036-08-31', timeZone: 'Asia/Shanghai' },
  dataAt: '2036-09-01T06:00:00Z',
  precision: ['rounded', 'partial'],
  rows: 220,
  unknownRows: 8,
};
const told = (lineage: Lineage, language: 'zh' | 'en') =>
  Object.fromEntries(describeLineage(lineage, language).map(({ key, text }) => [key, text]));

describe('where a figure comes from', () => {
  it('is told with the formula that was computed, the definition chosen and the files behind it', () => {
    expect(told(cpr, 'en')).toEqual({
      metric: 'Cost per read (CPR)',
      formula: '(order with its fee + ad spend + boost spend - vouchers used) / reads',
      definition: 'cost is quote, service fee, ads and boosts less vouchers',
      origins:
        'file “订单报告 8 月.xlsx”, 212 rows; file “juguang.csv”, 96 rows; stream “加热账本”, 12 rows; and 3 more',
      window: '2036-08-01 to 2036-08-31 (Asia/Shanghai)',
      'data-at': '2036-09-01T06:00:00Z',
      precision: 'has rounded numbers in it; 8 of 220 rows are unknown and left out (unknown is not zero)',
      source: `${metrics.cpr.source} (Seen in real documents)`,
    });
    expect(told(cpr, 'zh')).toMatchObject({
      formula: '（合作金额（含服务费）+ 广告消耗 + 加热消耗 − 券抵扣）÷ 阅读',
      definition: '成本 = 报价 + 服务费 + 广告 + 加热 − 券',
      precision: '含四舍五入的数；220 行中有 8 行未知，未计入（未知不等于 0）',
    });
  });

  it('tells a decision cycle in days, and both choices of a figure that has two', () => {
    const roi = told({ ...cpr, metric: 'roiCycle', cycleDays: 29 }, 'en');
    expect(roi['measured']).toBe('29 days from the day of exposure (T+29)');
    expect(told({ ...cpr, metric: 'noteCpe' }, 'zh')['definition']).toBe(
      '互动 = 赞 + 藏 + 评 + 转（LCCS）；成本 = 报价 + 服务费 + 广告 + 加热 − 券',
    );
  });

  it('leaves out what nobody knows', () => {
    const bare: Lineage = {
      ...cpr,
      metric: 'netReach',
      origins: [],
      originsInAll: 0,
      window: null,
      dataAt: null,
    };
    expect(Object.keys(told({ ...bare, precision: ['exact'] }, 'zh'))).toEqual([
      'metric',
      'formula',
      'precision',
      'source',
    ]);
  });

  it.each(metricIds)('can be told of %s in both languages', (metric) => {
    const zh = describeLineage({ ...cpr, metric }, 'zh');
    const en = describeLineage({ ...cpr, metric }, 'en');
    expect(zh.map(({ key }) => key)).toEqual(en.map(({ key }) => key));
    expect(zh.every(({ label }) => /\p{Script=Han}/u.test(label))).toBe(true);
  });
});
