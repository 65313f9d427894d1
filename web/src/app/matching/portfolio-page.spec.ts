import type { AskPortfolio, PortfolioList } from '@poolrise/contracts';
import {
  aBoostedView,
  aBriefView,
  aPortfolioView,
  briefId,
  creatorId,
  portfolioId,
} from '../../testing/a-brief';
import { aStream } from '../../testing/a-stream';
import { give } from '../../testing/give';
import { openPage } from '../../testing/opened';
import PortfolioPage from './portfolio-page';

const brief = `/api/v1/briefs/${briefId}`;
const plans = `${brief}/portfolios`;
const plan = `/api/v1/portfolios/${portfolioId}`;
const aList = (state: PortfolioList['items'][number]['state'] = 'done'): PortfolioList => ({
  items: [
    {
      id: portfolioId,
      state,
      budgetCents: 5_000_000,
      creators: state === 'done' ? 2 : null,
      people: state === 'done' ? 43_100 : null,
      requestedBy: 'Lin',
      requestedAt: '2026-11-20T10:00:00Z',
    },
  ],
});
const open = (query = '', language: 'en' | 'zh-CN' = 'en') =>
  openPage(PortfolioPage, `match/${briefId}/portfolio${query}`, {
    route: 'match/:briefId/portfolio',
    language,
  });
const opened = async (view = aPortfolioView(), language: 'en' | 'zh-CN' = 'en') => {
  const page = await open('', language);
  await give(page, brief, aBriefView());
  await give(page, plans, aList());
  await give(page, plan, view);
  return page;
};

describe('the portfolio planner', () => {
  it('shows that it is loading', async () => {
    const page = await open();
    expect(page.find('[aria-busy=true]').textContent).toContain('Loading the plan');
    page.asked(brief);
    page.asked(plans);
  });

  it('teaches what a plan is when there is none', async () => {
    const page = await open();
    await give(page, brief, aBriefView());
    await give(page, plans, { items: [] });
    expect(page.text).toContain('No plan yet');
    expect(page.find<HTMLInputElement>('[name=budget]').value).toBe('50000');
  });

  it('says what failed and tries again', async () => {
    const page = await open();
    await give(page, brief, aBriefView());
    await give(page, plans, aList());
    await page.refuse(plan, 503, 'unavailable');
    await page.press('Try again');
    await give(page, plan, aPortfolioView());
    expect(page.text).toContain('Xiaoman');
  });

  it('says in one sentence what the money reaches, and shows why each was picked', async () => {
    const page = await opened();
    expect(page.find('.sentence').textContent).toBe(
      '¥1,540 reaches 43,100 ±2.0% followers (women, 18–24) through 2 creators; the last of them adds 3,100.',
    );
    expect(page.text).toContain('Momo: -1,200 people, -¥50');
    expect(page.text).toContain('Momo brings more for the money, and the budget does not reach');
    expect(page.text).toContain('Further ¥1,000 would bring about 900 more');
    expect(page.find('circle.here title').textContent).toBe('¥50,000: 43,100 people, 2 creators');
    expect(page.text).toContain('1 creator was passed over');
  });

  it('speaks Chinese', async () => {
    const page = await opened(aPortfolioView(), 'zh-CN');
    expect(page.find('.sentence').textContent).toContain(
      '¥1,540 通过 2 位博主触达 43,100（±2.0%）名粉丝（女性、18–24 岁）',
    );
  });

  it('plans once when pressed twice, with who was pinned and who was left out', async () => {
    const page = await opened();
    await page.press('Keep Xiaoman in the plan');
    await page.press('Leave out Ajiu');
    await page.press('Plan again');
    await page.press('Plan again');
    const asked = page.asked(plans, 'POST');
    expect((asked.request.body as AskPortfolio).wishes).toMatchObject({
      mustHaveIds: [creatorId(1)],
      excludedIds: [creatorId(2)],
    });
    asked.flush(aPortfolioView({ state: 'waiting', plan: null, frontier: null }));
    await page.settle();
    expect(page.address).toContain(`id=${portfolioId}`);
  });

  it('waits for the plan, then for its frontier, as the stream tells', async () => {
    const page = await opened(aPortfolioView({ state: 'waiting', plan: null, frontier: null }));
    const stream = aStream();
    expect(page.text).toContain('Planning: searching for the set that reaches the most');
    stream.tells('portfolios');
    await give(page, plans, aList());
    await give(page, plan, aPortfolioView({ state: 'running', frontier: null }));
    expect(page.text).toContain('¥1,540 reaches');
    expect(page.text).toContain('Working out the other budgets');
  });

  it('says why no plan can be made, and a remedy asks again with it', async () => {
    const page = await opened(
      aPortfolioView({
        plan: null,
        frontier: null,
        refusal: {
          refusal: 'must-haves-above-budget',
          creatorIds: [creatorId(1)],
          tierKeys: [],
          category: null,
          neededCents: 7_000_000,
          remedies: [
            { act: 'raise-budget', toCents: 7_000_000 },
            { act: 'drop-must-have', creatorIds: [creatorId(1)] },
          ],
        },
      }),
    );
    expect(page.text).toContain('Those who must be in it cost more than the budget');
    expect(page.text).toContain('It is about Xiaoman.');
    expect(page.button('Let Xiaoman go free')).toBeTruthy();
    await page.press('Raise the budget to ¥70,000');
    const asked = page.asked(plans, 'POST');
    expect((asked.request.body as AskPortfolio).wishes.budgetCents).toBe(7_000_000);
  });

  it('considers those who were chosen in the ranking', async () => {
    const page = await open(`?ids=${creatorId(1)},${creatorId(2)}`);
    await give(page, brief, aBriefView());
    await give(page, plans, aList());
    expect(page.text).toContain('2 chosen');
    await page.press('Plan');
    const asked = page.asked(plans, 'POST');
    expect((asked.request.body as AskPortfolio).wishes.creatorIds).toEqual([creatorId(1), creatorId(2)]);
  });

  const change = async (page: Awaited<ReturnType<typeof open>>, selector: string, value: string) => {
    const field = page.find<HTMLInputElement>(selector);
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await page.settle();
  };

  it('plans by own shares, and not before they come to a hundred', async () => {
    const page = await opened();
    await page.press('Own shares');
    expect(page.text).toContain('Own shares have to come to 100%');
    await change(page, '[aria-label="Junior: % of spend"]', '80');
    expect(page.find('tfoot').textContent).toContain('20%');
    await page.press('Plan again');
    page.http.expectNone({ method: 'POST' });
    await change(page, '[aria-label="Junior: % of spend"]', '100');
    await page.press('Plan again');
    const asked = page.asked(plans, 'POST');
    expect((asked.request.body as AskPortfolio).wishes.ownMix).toEqual({
      tolerance: 0.1,
      shares: [{ tierKeys: ['junior'], shareOfCreators: null, shareOfSpend: 1 }],
    });
  });

  it('lets boosts have a part of the budget, and counts readers then', async () => {
    const page = await opened();
    await page.press('Creators and boosts');
    await change(page, '[name=boostShare]', '20');
    expect(page.text).toContain('Up to ¥10,000 for boosts of their notes.');
    await page.press('Plan again');
    const asked = page.asked(plans, 'POST');
    expect((asked.request.body as AskPortfolio).wishes).toMatchObject({
      boosts: { shareMax: 0.2 },
      counting: 'readers',
    });
    asked.flush(aPortfolioView({ state: 'waiting', plan: null, frontier: null }));
  });

  it('refuses a share that does not pay for the smallest boost, and followers beside boosts', async () => {
    const page = await opened();
    await change(page, '[name=budget]', '300');
    await page.press('Creators and boosts');
    await change(page, '[name=boostShare]', '10');
    expect(page.text).toContain('That is ¥30, and the smallest boost costs ¥75.');
    await page.press('Plan again');
    page.http.expectNone({ method: 'POST' });
    await page.press('Every follower');
    expect(page.text).not.toContain('the smallest boost costs');
  });

  it('says what boosts were good for, creator by creator, and on what that rests', async () => {
    const page = await opened(aBoostedView());
    expect(page.text).toContain(
      '¥1,200 of boosts bring 900 more readers (700 to 1,150) than the best plan of creators alone.',
    );
    expect(page.text).toContain('+ ¥1,200 boost');
    expect(page.text).toContain('+900 by the boost (700–1,150)');
    expect(page.text).toContain('Food: 4.0% of 130,000 paid impressions were read');
    expect(page.text).toContain('Best net reach found for each budget, with boosts and without.');
    expect(page.find('path.beside').getAttribute('d')).toMatch(/^M/);
  });
});
