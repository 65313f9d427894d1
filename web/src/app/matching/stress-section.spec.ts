import type { AskStressTest } from '@poolrise/contracts';
import { aBriefView, aPortfolioView, briefId, portfolioId } from '../../testing/a-brief';
import { aStream } from '../../testing/a-stream';
import { aStressDesk, aStressReport, aStressTest } from '../../testing/a-stress-desk';
import { give } from '../../testing/give';
import { openPage } from '../../testing/opened';
import PortfolioPage from './portfolio-page';

const address = `/api/v1/portfolios/${portfolioId}/stress-tests`;
const open = async (language: 'en' | 'zh-CN' = 'en') => {
  const page = await openPage(PortfolioPage, `match/${briefId}/portfolio?id=${portfolioId}`, {
    route: 'match/:briefId/portfolio',
    language,
  });
  await give(page, `/api/v1/briefs/${briefId}`, aBriefView());
  await give(page, `/api/v1/briefs/${briefId}/portfolios`, { items: [] });
  await give(page, `/api/v1/portfolios/${portfolioId}`, aPortfolioView());
  return page;
};
const opened = async (desk = aStressDesk({ test: aStressTest() }), language: 'en' | 'zh-CN' = 'en') => {
  const page = await open(language);
  await give(page, address, desk);
  return page;
};
type Page = Awaited<ReturnType<typeof open>>;
const section = (page: Page): string => page.find('app-stress-section').textContent;
const change = async (page: Page, name: string, value: string) => {
  const field = page.find<HTMLInputElement>(`app-stress-section [name="${name}"]`);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await page.settle();
  return field;
};

describe('the stress test of a plan', () => {
  it('loads, says what failed, and tries again', async () => {
    const page = await open();
    expect(page.find('app-stress-section [aria-busy=true]').textContent).toContain('Loading the stress test');
    await page.refuse(address, 503, 'unavailable');
    await page.press('Try again');
    await give(page, address, aStressDesk());
    expect(section(page)).toContain('2,000 simulated campaigns');
  });

  it('shows before the first run what is assumed, and sends what was changed', async () => {
    const page = await opened(aStressDesk());
    expect(section(page)).toContain('Assumption of');
    expect(section(page)).toContain('one order in twenty is called off');
    await change(page, 'cancel.probability', '12.5');
    const box = page.find<HTMLInputElement>('app-stress-section [name="together"]');
    box.click();
    await page.settle();
    await change(page, 'targetReaders', '30000');
    await page.press('Run the stress test');
    const asked = page.asked(address, 'POST');
    const usual = aStressDesk().usual;
    expect(asked.request.body as AskStressTest).toEqual({
      ...usual,
      targetReaders: 30_000,
      settings: {
        ...usual.settings,
        cancel: { ...usual.settings.cancel, probability: 0.125 },
        together: { ...usual.settings.together, on: false },
      },
    });
    asked.flush(aStressTest({ state: 'waiting', report: null }));
    await page.settle();
    await give(page, address, aStressDesk({ test: aStressTest({ state: 'waiting', report: null }) }));
    expect(page.find('app-stress-section [aria-busy=true]').textContent).toContain(
      'Simulating 2,000 campaigns',
    );
    aStream().tells('portfolios');
    await give(page, `/api/v1/briefs/${briefId}/portfolios`, { items: [] });
    await give(page, `/api/v1/portfolios/${portfolioId}`, aPortfolioView());
    await give(page, address, aStressDesk({ test: aStressTest() }));
    expect(section(page)).toContain('Half of 2,000 simulated campaigns');
  });

  it('keeps a figure within its bounds, and as it was when what was typed is no number', async () => {
    const page = await opened(aStressDesk());
    expect((await change(page, 'limited.keeps', '140')).value).toBe('100');
    expect((await change(page, 'late.meanDays', '')).value).toBe('7');
  });

  it('says in one sentence what the plan is worth, then what hurts, on whom it hangs and what would help', async () => {
    const page = await opened();
    expect(page.find('app-stress-result .sentence').textContent).toBe(
      'Half of 2,000 simulated campaigns reach 38,400 or more and the worst twentieth fewer than 27,200; the plan promises 43,100.',
    );
    expect(section(page)).toContain('26.0% of them fall below 34,480 (80% of the promise).');
    const rows = [...page.find('app-stress-shocks tbody').querySelectorAll('tr')].map(
      (row) => row.textContent,
    );
    expect(rows[0]).toContain('2,150');
    expect(rows[0]).toContain('2,050 to 2,250');
    expect(rows[0]).toContain('+8.0 points');
    expect(rows[1]).toContain('no visible effect');
    expect(rows[4]).toContain('no boost is in the plan');
    expect(section(page)).toContain(
      'Without Xiaoman it loses 30,000 (69.6%). The chance to fall short then rises by 74.0 points.',
    );
    expect(section(page)).toContain('The chance to fall short does not visibly change.');
    expect(section(page)).toContain('Have Momo stand by (¥800)');
    expect(section(page)).toContain('+1,800 readers (1,700 to 1,900); chance to fall short −6.0 points');
    // The window closes on 15 March; seven days were in hand, and seven more are.
    expect(section(page)).toContain('by 1 Mar 2036 at the latest');
  });

  it('marks the promise and the line among the bars, those below the line apart', async () => {
    const page = await opened();
    const svg = page.find('app-stress-plot svg');
    expect(
      [...svg.querySelectorAll('text.promise, text.short')].map((one) => one.textContent.trim()),
    ).toEqual(['promised 43,100', 'line 34,480']);
    expect(svg.querySelectorAll('rect').length).toBe(5);
    // 20,000 to 35,000 are three bars, and the middle of the third is below 34,480.
    expect(svg.querySelectorAll('rect.short').length).toBe(3);
  });

  it('draws campaigns that are all alike', async () => {
    const report = aStressReport({ histogram: { from: 43_100, width: 0, counts: [2_000] }, remedies: [] });
    const page = await opened(aStressDesk({ test: aStressTest({ report }) }));
    const bar = page.find('app-stress-plot rect');
    expect(Number(bar.getAttribute('x'))).toBeGreaterThan(0);
    expect(bar.getAttribute('width')).toBe('2');
    expect(section(page)).toContain('None of the changes tried helps');
  });

  it('says that what is shown was run before the change', async () => {
    const page = await opened();
    expect(section(page)).not.toContain('Something was changed');
    await change(page, 'cancel.probability', '20');
    expect(section(page)).toContain('Something was changed');
    await change(page, 'cancel.probability', '5');
    expect(section(page)).not.toContain('Something was changed');
  });

  it('says that a simulation did not succeed', async () => {
    const page = await opened(aStressDesk({ test: aStressTest({ state: 'failed', report: null }) }));
    expect(page.find('app-stress-section [role=alert]').textContent).toContain('did not succeed');
  });

  it('speaks Chinese, and shows what was counted with its interval', async () => {
    const evidence = aStressDesk().evidence.map((one) =>
      one.shock === 'cancel'
        ? {
            ...one,
            mark: 'E' as const,
            source: { zh: '本空间订单中取消的占比', en: 'called off here' },
            counted: { trials: 24, successes: 6, low: 0.12, high: 0.449 },
          }
        : one,
    );
    const page = await opened(aStressDesk({ test: aStressTest(), evidence }), 'zh-CN');
    expect(page.find('app-stress-result .sentence').textContent).toBe(
      '模拟 2,000 次投放：一半能触达 38,400 人以上，最差的 5% 不到 27,200 人；方案预计 43,100 人。',
    );
    expect(section(page)).toContain('实测：24 单中 6 单（12.0% 至 44.9%），本空间订单中取消的占比');
    expect(section(page)).toContain('看不出影响');
  });
});
