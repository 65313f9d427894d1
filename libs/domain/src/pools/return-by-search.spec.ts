import { aRun, countsOf } from './a-run';
import { platformStated } from './presets';
import { returnBySearch } from './return-by-search';

const since = (impressions: number, lift: number) => aRun({ counts: countsOf(impressions, lift) });

describe('a stopped note that readers search for', () => {
  it('comes back one level up when they clearly like it', () => {
    expect(returnBySearch(since(300, 1.6), 'BELOW_PEERS', platformStated)).toMatchObject({
      outcome: 'pass',
      reason: 'FOUND_BY_SEARCH',
      toLevel: 3,
      sample: 300,
    });
    expect(returnBySearch(since(300, 1.6), 'AGED_OUT', platformStated)).not.toBeNull();
  });

  it('stays where it is when they are few, or no fonder of it than others were', () => {
    expect(returnBySearch(since(60, 3), 'BELOW_PEERS', platformStated)).toBeNull();
    expect(returnBySearch(since(300, 1), 'BELOW_PEERS', platformStated)).toBeNull();
  });

  it.each(['NEGATIVE_FEEDBACK', 'MANUAL_STOP', 'AUDIT_REJECTED', 'TOP_LEVEL'] as const)(
    'does not come back after %s, however many like it',
    (reason) => expect(returnBySearch(since(5_000, 2), reason, platformStated)).toBeNull(),
  );

  it('does not come back while it is limited, or from the last level', () => {
    expect(
      returnBySearch({ ...since(300, 2), auditState: 'limited' }, 'BELOW_PEERS', platformStated),
    ).toBeNull();
    expect(returnBySearch({ ...since(300, 2), level: 6 }, 'BELOW_PEERS', platformStated)).toBeNull();
  });

  it('is held against the bar of today', () => {
    expect(
      returnBySearch({ ...since(300, 1.6), poolAverage: 2.2 }, 'BELOW_PEERS', platformStated),
    ).toBeNull();
  });
});
