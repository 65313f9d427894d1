import { findZones, zonesIn } from './zones';

describe('time zones', () => {
  const zones = zonesIn('zh-CN', Date.parse('2026-11-02T00:00:00Z'));
  const found = (text: string) => findZones(zones, text).map(({ id }) => id);

  it('begin with ours, and each is there once', () => {
    expect(zones[0]).toMatchObject({ id: 'Asia/Shanghai', offset: 'UTC+08:00' });
    expect(new Set(zones.map(({ id }) => id)).size).toBe(zones.length);
    expect(zones.length).toBeGreaterThan(300);
  });

  it('are found by place, by what their time is called in either language, and by how they stand to UTC', () => {
    expect(found('new york')).toContain('America/New_York');
    expect(found('中国标准时间')).toContain('Asia/Shanghai');
    expect(found('china standard')).toContain('Asia/Shanghai');
    expect(found('UTC-05:00 york')).toEqual(['America/New_York']);
    expect(found('no such place')).toEqual([]);
  });
});
