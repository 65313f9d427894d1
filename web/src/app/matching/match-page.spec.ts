import type { AskMatches, LiftView } from '@poolrise/contracts';
import { aBriefView, aMatchRow, aMatchView, briefId, creatorId } from '../../testing/a-brief';
import { give } from '../../testing/give';
import { openPage } from '../../testing/opened';
import MatchPage from './match-page';

const path = `/api/v1/briefs/${briefId}`;
const matches = `${path}/matches`;
const open = (language: 'en' | 'zh-CN' = 'en') =>
  openPage(MatchPage, `match/${briefId}`, { route: 'match/:briefId', language });
const opened = async (language: 'en' | 'zh-CN' = 'en', view = aMatchView()) => {
  const page = await open(language);
  await give(page, path, aBriefView());
  await give(page, matches, view, 'POST');
  await page.settle();
  return page;
};
const pause = () => new Promise((resolve) => setTimeout(resolve, 160));

describe('the match desk', () => {
  it('shows that it is loading, first the brief and then the ranking', async () => {
    const page = await open();
    expect(page.find('[aria-busy=true]').textContent).toContain('Loading the brief');
    await give(page, path, aBriefView());
    expect(page.find('[aria-busy=true]').textContent).toContain('Holding creators against the brief');
    page.asked(matches, 'POST');
  });

  it('says what failed and tries again', async () => {
    const page = await open();
    await give(page, path, aBriefView());
    await page.refuse(matches, 503, 'unavailable', 'POST');
    await page.settle();
    await page.press('Try again');
    await give(page, matches, aMatchView(), 'POST');
    await page.settle();
    expect(page.text).toContain('Xiaoman');
  });

  it('says what to loosen when nobody is left', async () => {
    const page = await opened('en', aMatchView({ items: [], ranked: 0 }));
    expect(page.text).toContain('Nobody suits this brief');
    expect(page.text).toContain('14 · quote above the limit');
  });

  it('says first how many suit the brief, and shows scores made of their parts', async () => {
    const page = await opened();
    expect(page.text).toContain(
      '366 creators suit the brief and 14 are ruled out; 380 were looked at, of 2,400 in the directory.',
    );
    expect(page.find('app-contribution-bar').getAttribute('aria-label')).toBe('Category 45.0, Price 26.2');
    const widths = [...page.find('app-contribution-bar').querySelectorAll('i')].map((one) => one.style.width);
    expect(widths).toEqual(['45%', '26.2%']);
    expect(page.find('.score').textContent).toBe('71.2');
    expect(page.text).toContain('Dear One (¥9,000)');
  });

  it('speaks Chinese', async () => {
    const page = await opened('zh-CN');
    expect(page.text).toContain('366 位博主符合需求，14 位被排除');
    expect(page.text).toContain('14 位 · 报价超过上限');
  });

  it('keeps the old list on screen while other weights travel, and sends them without saving', async () => {
    const page = await opened();
    await page.press('Pugongying workbench');
    await pause();
    const asked = page.asked(matches, 'POST');
    expect(page.text).toContain('Xiaoman');
    const { weights } = asked.request.body as AskMatches;
    expect((weights?.audience ?? 0) / (weights?.vertical ?? 1)).toBeCloseTo(0.24 / 0.28);
    asked.flush(aMatchView({ items: [aMatchRow(1, 'Ajiu')] }));
    await page.settle();
    expect(page.text).not.toContain('Xiaoman');
    expect(page.text).toContain('Source: github.com/DAI06316/pugongying-workbench');
  });

  it('saves weights on wish, on the version that was read', async () => {
    const page = await opened();
    await page.press('Pugongying workbench');
    await pause();
    await give(page, matches, aMatchView(), 'POST');
    await page.press('Save these weights');
    const asked = page.asked(path, 'POST');
    expect(asked.request.body).toMatchObject({ version: 1, wishes: { product: 'Cold brew jasmine' } });
    asked.flush({ ...aBriefView(), version: 2 });
    await page.settle();
    await give(page, matches, aMatchView(), 'POST');
    expect(() => page.button('Save these weights')).toThrow();
  });

  it('says of a creator why, what peers ask, and what would change it', async () => {
    const page = await opened();
    await page.press('Why, and what would change it: Ajiu');
    const lift: LiftView = {
      place: 2,
      littleKnown: false,
      lost: [{ part: 'price', points: 23.8 }],
      lift: {
        above: { id: creatorId(1), name: 'Xiaoman' },
        points: 5.7,
        quoteCents: 61_200,
        parts: [{ part: 'price', from: 0.524, to: 0.638 }],
      },
    };
    const asked = page.asked(`${matches}/${creatorId(2)}/lift`, 'POST');
    expect(asked.request.body).toMatchObject({ place: 1 });
    asked.flush(lift);
    await page.settle();
    expect(page.text).toContain('To pass Xiaoman at place 1 she lacks 5.7 points.');
    expect(page.text).toContain('A quote of ¥612.00 or less would do it');
    expect(page.text).toContain('Price from 52% to 64%');
    expect(page.text).toContain('The middle half of 40 peers asks ¥600 to ¥1,200, the middle one ¥900.');
    expect(page.text).toContain(
      'Left out, and not counted as 0: Comments (no daily note in 30 days, or fewer than ten peers with one)',
    );
  });

  it('leads the chosen to a comparison and to a plan', async () => {
    const page = await opened();
    for (const box of page.page.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) box.click();
    await page.settle();
    const ids = `ids=${creatorId(1)},${creatorId(2)}`;
    expect(decodeURIComponent(page.button('Compare').getAttribute('href') ?? '')).toContain(ids);
    expect(decodeURIComponent(page.button('Plan with these').getAttribute('href') ?? '')).toContain(
      `/match/${briefId}/portfolio?${ids}`,
    );
  });
});
