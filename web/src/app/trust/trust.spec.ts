import { aCalibration, aConservation, aFairness, anIdentity } from '../../testing/a-trust';
import { aMembership, aSession, openPage, type Opened } from '../../testing/opened';
import CalibrationPage from './calibration-page';
import ConservationPage from './conservation-page';
import FairnessPage from './fairness-page';
import { calibrationJudgement, parityJudgement } from './judgements';

const paths = {
  calibration: '/api/v1/trust/calibration',
  fairness: '/api/v1/trust/fairness',
  conservation: '/api/v1/trust/conservation',
};
const pages = { calibration: CalibrationPage, fairness: FairnessPage, conservation: ConservationPage };
type Name = keyof typeof pages;

const open = (page: Name, language: 'en' | 'zh-CN' = 'en', address = `trust/${page}`): Promise<Opened> =>
  openPage<unknown>(pages[page], address, {
    language,
    session: aSession('operator', { memberships: [aMembership('operator', 'platform')] }),
  });

describe.each(['calibration', 'fairness', 'conservation'] as const)('the page of %s', (page) => {
  it('shows that it is adding up', async () => {
    const opened = await open(page);
    expect(opened.find('[aria-busy=true]').textContent).toContain('Adding up');
    opened.asked(paths[page]);
  });

  it('says what failed and tries again', async () => {
    const opened = await open(page);
    await opened.refuse(paths[page], 503, 'unavailable');
    await opened.press('Try again');
    opened.asked(paths[page]);
  });

  it('asks for the period that its address names, and for its usual one when that makes no sense', async () => {
    const named = await open(page, 'en', `trust/${page}?days=7`);
    expect(named.asked(paths[page]).request.url).toBe(`${paths[page]}?days=7`);
  });
});

describe('calibration', () => {
  it('says in one sentence how many intervals held, and what that means', async () => {
    const opened = await open('calibration');
    await opened.answer(paths.calibration, aCalibration());
    expect(opened.text).toContain('Of 1,240 intervals that should hold in 80 of 100 cases, 79.3% did.');
    expect(opened.text).toContain('as good as stated');
    expect(opened.text).toContain('Lift over peers: error 0.225, naive 0.306');
    expect(opened.text).toContain('Score 0.098 = 0.013 lost');
  });

  it('has a row for each forecast and pool, with the drift to the next pool', async () => {
    const opened = await open('calibration');
    await opened.answer(paths.calibration, aCalibration());
    const rows = [...opened.page.querySelectorAll('tbody tr')].map((row) =>
      row.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(rows[0]).toMatch(/Lift over peers ?Guaranteed ?800 ?77\.5% ?76%–80% ?×0\.93/);
    expect(rows[1]).toMatch(/Boost: reads ?at launch ?12 ?75\.0% ?.*–$/);
    expect(opened.page.querySelectorAll('tr.few')).toHaveLength(1);
  });

  it('reads its curves by keyboard and as a table', async () => {
    const opened = await open('calibration');
    await opened.answer(paths.calibration, aCalibration());
    const plot = opened.find('app-share-plot .plot');
    plot.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft' }));
    await opened.settle();
    expect(opened.find('app-share-plot .said').textContent).toContain(
      'stated 80%, held 79.3% (77.3%–81.3%, 1,240 cases)',
    );
    await opened.press('Show as table');
    expect(opened.find('app-share-plot table').textContent).toContain('40%');
  });

  it('says when there are too few outcomes', async () => {
    const opened = await open('calibration', 'zh-CN');
    await opened.answer(
      paths.calibration,
      aCalibration({ intervals: { trials: 12, successes: 9, share: 0.75, low: 0.4, high: 0.9 } }),
    );
    expect(opened.text).toContain('有结果的预测还太少');
    expect(opened.text).toContain('这段时间只有 12 个预测有了结果，至少需要 30 个');
  });

  it.each([
    [0.78, 'calibrated'],
    [0.83, 'calibrated'],
    [0.73, 'tooSure'],
    [0.9, 'tooTimid'],
    [null, 'unknown'],
  ])('judges %p of stated .8 as %s', (share, judgement) => {
    const intervals = {
      share,
      trials: 1_000,
      successes: 0,
      low: (share ?? 0) - 0.02,
      high: (share ?? 0) + 0.02,
    };
    expect(calibrationJudgement({ intervals, stated: 0.8, enoughFrom: 30 })).toBe(judgement);
  });
});

describe('fairness', () => {
  it('says who got the impressions, and whether good notes of small creators are shown less', async () => {
    const opened = await open('fairness');
    await opened.answer(paths.fairness, aFairness());
    expect(opened.text).toContain('fewer than 1,000 followers wrote 89.4% of the notes and got 87.2%');
    expect(opened.text).toContain('×0.98 their fair share (×0.89 to ×1.08, 95%)');
    expect(opened.text).toContain('platform says 50%');
    expect(opened.text).toContain('nine of ten: 23.9 h');
    expect(opened.text).toContain('Gini of impressions0.888');
  });

  it('groups by followers first, and by what else is chosen', async () => {
    const opened = await open('fairness');
    await opened.answer(paths.fairness, aFairness());
    expect(opened.text).toContain('under 1,000');
    expect(opened.text).toContain('fewer than 30 notes');
    await opened.press('City');
    expect(opened.text).toContain('New tier 1');
    expect(opened.find('app-exposure-table').textContent).not.toContain('under 1,000');
  });

  it('is empty before anything was shown, and refuses other workspaces in words', async () => {
    const opened = await open('fairness', 'zh-CN');
    await opened.answer(paths.fairness, aFairness({ impressions: 0 }));
    expect(opened.text).toContain('还没有曝光');
  });

  it.each([
    [{ value: 0.9, low: 0.8, high: 1.02 }, 'even'],
    [{ value: 0.8, low: 0.7, high: 0.9 }, 'less'],
    [{ value: 1.3, low: 1.1, high: 1.5 }, 'more'],
    [{ value: 0.96, low: 0.95, high: 0.97 }, 'even'],
  ])('judges a parity of %p as %s', (parity, judgement) => {
    expect(parityJudgement({ parity: { ...parity, notes: 200 } })).toBe(judgement);
  });
});

describe('conservation', () => {
  it('says that everything is accounted for, and shows one sum on both sides', async () => {
    const opened = await open('conservation');
    await opened.answer(paths.conservation, aConservation());
    expect(opened.text).toContain('All 37,000 impressions are accounted for: 2 of 2 checks agree.');
    const foot = opened.find('app-flow-table tfoot').textContent?.replace(/\s+/g, ' ').trim();
    expect(foot).toMatch(/Sum ?7,000 ?20,000 ?0 ?10,000 ?37,000 ?10,000 ?7,000 ?20,000/);
    expect(opened.text).toContain('not scrolled to');
  });

  it('says which check differs, by how much and where', async () => {
    const opened = await open('conservation');
    const broken = anIdentity({ right: 36_990, different: 2, examples: ['9d7b level 1', '9d7c level 0'] });
    await opened.answer(
      paths.conservation,
      aConservation({ identities: [anIdentity({ key: 'slots' }), broken] }),
    );
    expect(opened.text).toContain('1 of 2 checks do not agree');
    const line = opened.find('li.differs').textContent?.replace(/\s+/g, ' ');
    expect(line).toContain('2 rows differ');
    expect(line).toContain('9d7b level 1');
    expect(line).toContain('difference 10');
  });

  it('shows a brand its own impressions without the shared pages', async () => {
    const opened = await openPage(ConservationPage, 'trust/conservation', { language: 'zh-CN' });
    await opened.answer(paths.conservation, aConservation({ slots: null, identities: [anIdentity()] }));
    expect(opened.text).toContain('37,000 次曝光全部对上');
    expect(opened.text).toContain('由平台人员核对');
    const tabs = [...opened.page.querySelectorAll('app-trust-tabs a')].map((tab) => tab.textContent?.trim());
    expect(tabs).toEqual(['预测校准', '曝光对账']);
  });

  it('is empty when nothing was shown', async () => {
    const opened = await open('conservation');
    await opened.answer(paths.conservation, aConservation({ impressions: 0 }));
    expect(opened.text).toContain('No impression in this period');
  });

  it('changes the period in the address', async () => {
    const opened = await open('conservation');
    await opened.answer(paths.conservation, aConservation());
    await opened.press('24 hours');
    expect(opened.asked(paths.conservation).request.url).toContain('days=1');
    expect(opened.address).toContain('days=1');
  });
});
