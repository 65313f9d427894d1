import { Component } from '@angular/core';
import { credibilityTests } from '@poolrise/domain';
import { aCredibility, aMeasurement, silent } from '../../testing/a-credibility';
import { openPage, type Opened } from '../../testing/opened';
import { CredibilityCard } from './credibility-card';
import CredibilityPage from './credibility-page';

const creatorId = aCredibility().creatorId;
const path = `/api/v1/creators/${creatorId}/credibility`;
const measuredPath = '/api/v1/credibility/measured';

@Component({
  selector: 'app-a-profile',
  imports: [CredibilityCard],
  template: `<app-credibility-card [creatorId]="id" />`,
})
class AProfile {
  protected readonly id = creatorId;
}

const openCard = (language: 'en' | 'zh-CN' = 'en'): Promise<Opened> =>
  openPage(AProfile, 'creators', { language });
const row = (opened: Opened, name: string): HTMLDetailsElement => {
  const all = [...opened.page.querySelectorAll('details')];
  const found = all.find((one) => one.querySelector('h3')?.textContent?.includes(name));
  if (!found) throw new Error(`no check is called ${name}`);
  return found;
};
const wordsOf = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('the credibility of a creator', () => {
  it('is being read, and can be asked for again after a failure', async () => {
    const opened = await openCard();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Reading the evidence');
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    opened.asked(path);
  });

  it('says first what is unusual, and how many honest creators look the same', async () => {
    const opened = await openCard();
    await opened.answer(path, aCredibility());
    expect(wordsOf(opened.find('.lead'))).toBe(
      '2 of 7 checks are unusual: followers jumped without a note that explains it; interactions came within two ' +
        'hours of the night. Of 100 honest creators each of these calls up to 0.4 unusual: a reason to ask, not a ' +
        'finding. 4 more checks had too little data.',
    );
    expect(opened.text.toLowerCase()).not.toContain('score is');
  });

  it('opens what is unusual: where, against what, and how often the check is wrong', async () => {
    const opened = await openCard();
    await opened.answer(path, aCredibility());
    const night = wordsOf(row(opened, 'Bursts at night'));
    expect(night).toContain(
      '2 of 4 notes got 62% to 72% of their interactions in two hours, mostly 3:00–5:00.',
    );
    expect(night).toContain('冷泡茶三步, 10 Nov; 秋天的第一杯, 11 Nov');
    expect(night).toContain('up to 21%');
    expect(night).toContain(
      'Calls 0.3 of 100 honest creators unusual (0.1–0.9), and finds 90 of 100 who bought likes',
    );
    const steps = wordsOf(row(opened, 'Steps in followers'));
    expect(steps).toContain('Gained 900 followers on 18 Nov, where 220 at most were to be expected.');
  });

  it('keeps the others closed, one press away, and says that a check is weak', async () => {
    const opened = await openCard();
    await opened.answer(path, aCredibility());
    const engaged = row(opened, 'Engaged followers');
    expect(engaged.open).toBe(false);
    engaged.open = true;
    engaged.dispatchEvent(new Event('toggle'));
    await opened.settle();
    expect(wordsOf(engaged)).toContain('by 212 peers of the same tier');
    expect(wordsOf(engaged)).toContain('A weak check');
    expect(engaged.querySelector('svg[role=img]')?.getAttribute('aria-label')).toBe(
      'Observed: 6.4%; Usual among peers: 2.0% to 12%',
    );
  });

  it('shows its points by keyboard and as a table', async () => {
    const opened = await openCard();
    await opened.answer(path, aCredibility());
    const night = row(opened, 'Bursts at night');
    const plot = night.querySelector('.plot');
    expect(night.querySelectorAll('rect.mark')).toHaveLength(24);
    expect(night.querySelectorAll('rect.unusual')).toHaveLength(2);
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight'])
      await opened.key(key, plot as HTMLElement);
    expect(wordsOf(night.querySelector('p.said'))).toMatch(/^3:00: 30%, edge \d%, unusual$/);
    const button = [...night.querySelectorAll('button')].find((one) => one.textContent?.includes('table'));
    button?.click();
    await opened.settle();
    expect(night.querySelectorAll('tbody tr')).toHaveLength(24);
    expect(row(opened, 'Steps in followers').querySelectorAll('path.unusual')).toHaveLength(1);
  });

  it('says plainly that there is too little data, and that nothing unusual proves nothing', async () => {
    const opened = await openCard();
    await opened.answer(path, aCredibility({ evidence: credibilityTests.map(silent) }));
    expect(wordsOf(opened.find('.lead'))).toBe('There is too little data for any of the 7 checks.');
    expect(opened.page.querySelectorAll('details[open]')).toHaveLength(0);

    const quiet = aCredibility();
    const calm = await openCardAgain(quiet.evidence.filter(({ verdict }) => verdict !== 'unusual'));
    expect(wordsOf(calm.find('.lead'))).toContain(
      'The one check that had enough data shows nothing unusual.',
    );
    expect(wordsOf(calm.find('.lead'))).toContain('That proves nothing');
  });

  it('does not say that a check is never mistaken because no mistake was seen', async () => {
    const { evidence } = aCredibility();
    const impossible = {
      ...(evidence[5] ?? silent('impossible-reads')),
      verdict: 'unusual' as const,
      observed: 1.3,
      expected: { low: 0, high: 1 },
      at: [],
      series: [{ at: 'gone', observed: 1.3, edge: 1, unusual: true }],
    };
    const opened = await openCard();
    await opened.answer(path, aCredibility({ evidence: [impossible] }));
    expect(wordsOf(opened.find('.lead'))).toContain('this check calls fewer than 0.4 unusual');
    expect(opened.text).toContain('More interactions than reads on 1 of 1 notes: up to 1.30 for each read.');
  });

  it('says on whom it was measured, in Chinese as well', async () => {
    const opened = await openCard('zh-CN');
    await opened.answer(path, aCredibility());
    expect(opened.text).toContain('7 项检查中有 2 项异常');
    expect(opened.text).toContain(
      '11月26日在本演示的 3,600 位博主上测得，其中 432 位的数据是故意注水的（演示世界 20261123）',
    );
    expect(opened.find('a.pr-link').getAttribute('href')).toContain('/credibility');
  });
});

async function openCardAgain(evidence: ReturnType<typeof aCredibility>['evidence']): Promise<Opened> {
  const { TestBed } = await import('@angular/core/testing');
  TestBed.resetTestingModule();
  const opened = await openCard();
  await opened.answer(path, aCredibility({ evidence }));
  return opened;
}

describe('the page of the checks', () => {
  it('waits, fails and tries again', async () => {
    const opened = await openPage(CredibilityPage, 'credibility');
    expect(opened.find('[aria-busy=true]')).toBeTruthy();
    await opened.refuse(measuredPath, 503, 'unavailable');
    await opened.press('Try again');
    opened.asked(measuredPath);
  });

  it('leads with the worst of the mistakes, and names the weak checks', async () => {
    const opened = await openPage(CredibilityPage, 'credibility');
    await opened.answer(measuredPath, aMeasurement());
    expect(opened.text).toContain(
      'At most 1.4 of 100 honest creators are called unusual by a check; of the creators it looks for, a check finds 55 to 100 of 100.',
    );
    expect(opened.text).toContain(
      '2 checks are weak and miss more than a third: Engaged followers, Fewer reads than interactions.',
    );
    expect(opened.page.querySelectorAll('tbody app-chip')).toHaveLength(2);
  });

  it('has the counts of each check with intervals, what it looks at, and its edge', async () => {
    const opened = await openPage(CredibilityPage, 'credibility');
    await opened.answer(measuredPath, aMeasurement());
    const rows = [...opened.page.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(wordsOf).join(' '),
    );
    expect(rows).toHaveLength(7);
    expect(rows[0]).toMatch(/^Steps in followers bought followers 0\.4 0\.2–1\.0 90 83–94 97 .* 96 .*203$/);
    expect(opened.text).toContain(
      '7 robust deviations above the usual day, 2.5% of the followers and 12 people',
    );
    expect(opened.text).toContain('50% of all pairs among them');
    expect(opened.text).toContain('fewer than 2% of honest creators');
  });

  it('says that the rates of the benchmark are of synthetic worlds', async () => {
    const opened = await openPage(CredibilityPage, 'credibility', { language: 'zh-CN' });
    await opened.answer(
      measuredPath,
      aMeasurement({ source: 'benchmark', seeds: ['credibility-201', 'credibility-206'], creators: 14_400 }),
    );
    expect(opened.text).toContain('在模拟世界的 14,400 位博主上测得');
    expect(opened.text).toContain('credibility-201 至 credibility-206');
  });
});
