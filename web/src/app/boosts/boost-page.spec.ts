import { aBoost, boostId } from '../../testing/a-boost';
import { boostWordsOf } from '../../testing/search-words';
import { openPage } from '../../testing/opened';
import BoostPage from './boost-page';

const path = `/api/v1/boosts/${boostId}`;
const open = (setting: Parameters<typeof openPage>[2] = {}) =>
  openPage(BoostPage, `boosts/${boostId}`, { ...setting, route: 'boosts/:boostId' });

describe('the page of a boost', () => {
  it('holds its room while it waits', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading this boost');
    opened.asked(path);
  });

  it('says what failed and tries again', async () => {
    const opened = await open();
    await opened.refuse(path, 404, 'not-found');
    expect(opened.text).toContain('It is not here');
    await opened.press('Try again');
    await opened.answer(path, aBoost());
    expect(opened.find('h1').textContent).toBe('Cold brew tea');
  });

  it('says what was spent and what would come back', async () => {
    const opened = await open();
    await opened.answer(path, aBoost());
    expect(opened.text).toContain('¥120.00 of ¥300.00 spent, ¥180.00 left');
    expect(opened.text).toContain('If it is stopped now, ¥180.00 comes back');
    expect(opened.text).toContain('102% · on plan');
  });

  it('names its campaign, as a link for whoever may open it', async () => {
    const opened = await open();
    await opened.answer(path, aBoost({ campaign: { id: boostId, name: 'Spring tea' } }));
    expect(opened.text).toContain('Part of Spring tea');
    expect(opened.find('app-campaign-link a').getAttribute('href')).toContain(`/campaigns/${boostId}`);
  });

  it('accounts for every cent: vouchers and wallet sum to the budget', async () => {
    const opened = await open();
    await opened.answer(path, aBoost());
    const rows = [...opened.page.querySelectorAll('.pr-scrolls tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()),
    );
    expect(rows).toEqual([
      ['First boost', '¥30.00', '¥30.00', '¥0.00', '¥0.00'],
      ['Wallet', '¥270.00', '¥90.00', '¥0.00', '–'],
    ]);
  });

  it('shows where a boost in search stood by each of its words, and the searches behind them', async () => {
    const opened = await open();
    const words = { keywords: [{ text: '冷泡茶', match: 'phrase' as const }], negatives: ['奶茶'] };
    opened.asked(path).flush(aBoost({ placement: 'search', words }));
    await opened.settle();
    expect(opened.page.querySelector('app-boost-search-words app-skeleton')).toBeTruthy();
    await opened.refuse(`${path}/search-words`, 404, 'not-found');
    await opened.press('Try again');
    await opened.answer(`${path}/search-words`, boostWordsOf());
    expect(opened.text).toContain('Reads · Search');
    expect(opened.text).toContain('“冷泡茶” brought most: 50 impressions, at position 1.3 on average.');
    const row = opened.page.querySelector('app-boost-search-words tbody tr');
    expect([...(row?.children ?? [])].map((cell) => cell.textContent?.trim())).toEqual([
      '冷泡茶 phrase',
      '50',
      '5',
      '10.0%',
      '¥0.75',
      '1.3',
      '95.0%',
      '30.0%',
    ]);
    expect(opened.text).toContain('Kept away from 奶茶');
    expect(opened.text).toContain('冷泡茶做法');
  });

  it('says it while no search has met its words', async () => {
    const opened = await open();
    opened.asked(path).flush(aBoost({ placement: 'search', words: { keywords: [], negatives: [] } }));
    await opened.settle();
    await opened.answer(`${path}/search-words`, boostWordsOf({ keywords: [], searched: [], negatives: [] }));
    expect(opened.text).toContain('No search has met its keywords yet.');
  });

  it('puts paid and organic side by side without adding them up', async () => {
    const opened = await open();
    await opened.answer(path, aBoost());
    const cells = [...opened.page.querySelectorAll('.grid.block tbody tr:first-child td')].map((cell) =>
      cell.textContent?.trim(),
    );
    expect(cells.slice(0, 2)).toEqual(['8,000', '3,120']);
  });

  it('states the refund before it stops, and what came back afterwards', async () => {
    const opened = await open({ role: 'marketer' });
    await opened.answer(path, aBoost());
    await opened.press('Stop boost');
    expect(document.body.textContent).toContain('About ¥180.00 comes back.');
    await opened.press('Stop and refund ¥180.00');
    const stopped = aBoost({
      state: 'stopped',
      endedAt: '2026-11-23T06:00:00Z',
      refundedCents: 18_000,
      paceState: 'ended',
    });
    await opened.answer(`${path}/stop`, stopped, 'POST');
    await opened.settle();
    expect(opened.text).toContain('¥180.00 came back: what was not delivered');
    expect(() => opened.button('Stop boost')).toThrow();
  });

  it('sends one stop however often the button is pressed', async () => {
    const opened = await open({ role: 'marketer' });
    await opened.answer(path, aBoost());
    await opened.press('Stop boost');
    const button = opened.button('Stop and refund');
    button.click();
    button.click();
    opened.asked(`${path}/stop`, 'POST').flush(aBoost({ state: 'stopped' }));
    await opened.settle();
  });

  it('says which vouchers lapsed', async () => {
    const opened = await open();
    await opened.answer(
      path,
      aBoost({ state: 'stopped', refundedCents: 16_000, lapsedCents: 2_000, paceState: 'ended' }),
    );
    expect(opened.text).toContain('¥20.00 of vouchers lapsed');
  });

  it('shows no stop to those who may not stop', async () => {
    const opened = await open({ role: 'analyst' });
    await opened.answer(path, aBoost());
    expect(() => opened.button('Stop boost')).toThrow();
    expect(() => opened.button('Journal of this boost')).toThrow();
  });
});
