import { people } from '../a-portfolio';
import { aPick, aReserve, aStressAsk, calm } from './a-stress';
import { stressPlan } from './stress-plan';
import type { StressSettings } from './stress-settings';

describe('what would make a plan sturdier', () => {
  const settings: StressSettings = { ...calm, cancel: { on: true, probability: 0.25, replace: false } };
  const picks = [
    aPick('heavy', people(0, 60)),
    aPick('light', people(60, 70), { adds: 10, priceCents: 9_000 }),
  ];
  const reserves = [
    aReserve('stand-in', people(0, 50), { priceCents: 10_000 }),
    aReserve('small', people(70, 75), { priceCents: 8_000 }),
    aReserve('dear', people(0, 70), { priceCents: 90_000 }),
  ];

  it('says on whom the plan hangs, what is lost without her, and how often it is short then', () => {
    const { hangsOn } = stressPlan(aStressAsk({ picks, promised: 70, line: 56, settings }));
    expect(hangsOn[0]).toMatchObject({ creatorId: 'heavy', lost: 60, lostShare: 60 / 70 });
    // Short whenever she is out, which is one draw in four without being forced.
    expect(hangsOn[0]?.out.short.mean).toBeCloseTo(0.75, 1.5);
    expect(hangsOn[1]).toMatchObject({ creatorId: 'light', lost: 10 });
  });

  it('names a reserve who is worth her money, with the gain that all outcomes have', () => {
    const { remedies } = stressPlan(aStressAsk({ picks, reserves, promised: 70, line: 56, settings }));
    const held = remedies.find(({ act }) => act === 'hold-reserve');
    expect(held).toMatchObject({ creatorId: 'stand-in', priceCents: 10_000 });
    // "heavy" cancels, and her 100 yuan pay for the 50 readers; the 90 yuan of "light" alone do not.
    const gained = 0.25 * 50;
    const { low = NaN, high = NaN } = held?.effect.readers ?? {};
    // Within three and a half standard errors.
    expect(Math.abs((low + high) / 2 - gained)).toBeLessThan(((high - low) / 2) * (3.5 / 1.96));
    expect(held?.effect.readers.visible).toBe(true);
    expect(held?.effect.short.mean).toBeLessThanOrEqual(0);
  });

  it('keeps the money of the least pick back to replace whoever cancels', () => {
    const { remedies } = stressPlan(aStressAsk({ picks, reserves, promised: 70, line: 56, settings }));
    expect(remedies.find(({ act }) => act === 'keep-money-back')).toMatchObject({
      creatorId: 'light',
      cents: 9_000,
      effect: { readers: { visible: true } },
    });
    expect(remedies.length).toBeLessThanOrEqual(3);
  });

  it('asks nobody to publish before the window opens', () => {
    const late = { on: true, probability: 0.3, meanDays: 7, slackDays: 7 };
    const earlier = (windowDays: number) =>
      stressPlan(
        aStressAsk({ picks, promised: 70, windowDays, draws: 200, settings: { ...calm, late } }),
      ).remedies.map((remedy) => remedy.act === 'publish-earlier' && remedy.days);
    expect([earlier(30), earlier(10), earlier(7)]).toEqual([[7], [3], []]);
  });

  it('says that a change has no visible effect when its interval covers zero', () => {
    const useless = [aReserve('same people', people(60, 70))];
    const [, ...rest] = picks;
    const report = stressPlan(
      aStressAsk({
        picks: [picks[0] ?? aPick('', []), ...rest],
        reserves: useless,
        promised: 70,
        settings,
        draws: 200,
      }),
    );
    const late = stressPlan(
      aStressAsk({
        picks,
        promised: 70,
        draws: 200,
        settings: { ...calm, late: { on: true, probability: 0.001, meanDays: 7, slackDays: 7 } },
      }),
    ).remedies.find(({ act }) => act === 'publish-earlier');
    expect(late?.effect.readers.visible).toBe(false);
    expect(report.remedies.every(({ effect }) => effect.readers.high >= 0)).toBe(true);
  });
});
