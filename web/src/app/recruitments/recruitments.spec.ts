import { aRecruitment, anApplicant, onBoard } from '../../testing/a-recruitment';
import { aStream } from '../../testing/a-stream';
import { aMembership, aSession, openPage } from '../../testing/opened';
import { pageOf } from '../../testing/page-of';
import { hence, orderRules } from '../../testing/an-order';
import BoardPage from './board/board-page';
import BoardRecruitmentPage from './board/board-recruitment-page';
import RecruitmentsPage from './list/recruitments-page';
import RecruitmentPage from './one/recruitment-page';
import PublishPage from './publish/publish-page';

const list = '/api/v1/recruitments';
const board = '/api/v1/recruitment-board';
const { id } = aRecruitment();
const asCreator = aSession('creator', { memberships: [aMembership('creator', 'creator')] });

describe('recruitments of a brand', () => {
  it('show how far each is and what there is to do, and lead to publishing', async () => {
    const opened = await openPage(RecruitmentsPage, 'orders/recruitments');
    await opened.answer(list, pageOf(aRecruitment()));
    expect(opened.text).toContain('下午三点的茶');
    expect(opened.text).toContain('1 waits for an answer');
    expect(opened.text).toContain('¥800–¥1,500');
    expect(opened.text).toContain('0 of 3 selected');
    expect(opened.button('Publish a recruitment').getAttribute('href')).toContain('/recruitments/new');
    await opened.press('Closed');
    expect(opened.address).toBe('orders/recruitments?show=closed');
    await opened.answer(list, pageOf());
    expect(opened.text).toContain('No recruitment fits');
  });

  it('say in Chinese what comes of the first', async () => {
    const opened = await openPage(RecruitmentsPage, 'orders/recruitments', { language: 'zh-CN' });
    await opened.refuse(list, 503, 'unavailable');
    await opened.press('重试');
    await opened.answer(list, pageOf());
    expect(opened.text).toContain('还没有进行中的招募');
  });

  it('are published with what they may cost beside the form', async () => {
    const opened = await openPage(PublishPage, 'orders/recruitments/new');
    const limits = { selectionHours: 72, applyDaysMost: 90, wantedMost: 200 };
    const ground = { cashCents: 200_000, rules: orderRules, limits, asOf: hence(0) };
    opened.asked('/api/v1/recruitment-basis').flush(ground);
    await opened.settle();
    for (const asked of opened.http.match((one) => one.url.startsWith('/api/v1/brief-')))
      asked.flush({ items: [], nextCursor: null });
    await opened.settle();
    await opened.press('Publish');
    expect(opened.text).toContain('A name of up to 80 characters is needed.');
    await opened.type('input[name=name]', ' 夏日冷泡 ');
    await opened.type('textarea[name=brief]', '不写功效');
    await opened.type('input[name=quoteLeast]', '1500');
    await opened.type('input[name=quoteMost]', '800');
    expect(opened.text).toContain('the highest not below the lowest');
    await opened.type('input[name=quoteLeast]', '800');
    await opened.type('input[name=quoteMost]', '1500');
    expect(opened.text).toMatch(/¥880–¥1,650/);
    expect(opened.text).toMatch(/All 3 at most ?¥4,950\.00/);
    await opened.press('Food');
    await opened.press('Publish');
    const asked = opened.asked(list, 'POST');
    expect(asked.request.body).toMatchObject({
      name: '夏日冷泡',
      quoteLeastCents: 80_000,
      quoteMostCents: 150_000,
      wanted: 3,
      requirements: { followersLeast: 1_000, followersMost: null, categories: ['food'], health: 'ordinary' },
    });
    asked.flush(aRecruitment());
    await opened.settle();
    expect(opened.address).toBe(`orders/recruitments/${id}`);
  });
});

describe('one recruitment', () => {
  const at = `orders/recruitments/${id}`;
  const route = 'orders/recruitments/:recruitmentId';
  const applications = `${list}/${id}/applications`;
  async function openIt(view = aRecruitment(), ...rows: ReturnType<typeof anApplicant>[]) {
    const opened = await openPage(RecruitmentPage, at, { route });
    opened.asked(applications).flush(pageOf(...rows));
    await opened.answer(`${list}/${id}`, view);
    return opened;
  }

  it('shows who applied with figures and flags, and shortlists at once', async () => {
    const opened = await openIt(aRecruitment(), anApplicant({ unusual: ['follower-steps'] }));
    expect(opened.text).toContain('0 of 3 selected, 1 waiting for an answer');
    expect(opened.text).toContain('asks ¥1,000');
    expect(opened.text).toContain('1 unusual figure');
    expect(opened.text).toContain('我常写早晨的茶');
    await opened.press('Shortlist: 小满');
    const asked = opened.asked(`${applications}/${anApplicant().id}`, 'POST');
    expect(asked.request.body).toEqual({ kind: 'shortlist', version: 1, words: '' });
    asked.flush({});
    await opened.settle();
    opened.asked(`${list}/${id}`).flush(aRecruitment());
    await opened.answer(applications, pageOf(anApplicant({ state: 'shortlisted', version: 2 })));
    expect(opened.button('Off the shortlist: 小满')).toBeTruthy();
  });

  it('says what a selection holds before it is made, and keeps the dialog when it is refused', async () => {
    const opened = await openIt(aRecruitment({ cashCents: 100_000 }), anApplicant());
    await opened.press('Select: 小满');
    await opened.settle();
    const dialog = () => opened.find('mat-dialog-container').textContent?.replace(/\s+/g, ' ');
    expect(dialog()).toContain('¥1,100.00');
    expect(dialog()).toContain('The cash is short of ¥100.00.');
    opened.find('mat-dialog-container button[type=submit]').click();
    await opened.refuse(`${applications}/${anApplicant().id}`, 409, 'wallet-too-low', 'POST');
    await opened.settle();
    expect(opened.find('mat-dialog-container app-refusal').textContent).not.toBe('');
    opened.find('mat-dialog-container button[type=submit]').click();
    const asked = opened.asked(`${applications}/${anApplicant().id}`, 'POST');
    expect(asked.request.body).toMatchObject({ kind: 'select', version: 1 });
  });

  it('answers nobody once it is closed, and leads to the orders that came of it', async () => {
    const opened = await openPage(RecruitmentPage, at, { route });
    opened.asked(applications).flush(pageOf());
    opened
      .asked(`${list}/${id}`)
      .flush(aRecruitment({ state: 'closed', closedBecause: 'filled', selected: 3 }));
    await opened.settle();
    await opened.answer(
      applications,
      pageOf(anApplicant({ state: 'selected', orderId: '77777777-0000-4000-8000-000000000001' })),
    );
    expect(opened.text).toContain('Filled: 3 of 3 selected');
    expect(opened.button('See the order').getAttribute('href')).toContain('/orders/77777777');
    expect(opened.text).not.toContain('Decline');
  });
});

describe('the recruitment board', () => {
  const route = 'orders/board/:recruitmentId';

  it('lists what one fits, and follows the stream', async () => {
    const opened = await openPage(BoardPage, 'orders/board', { session: asCreator });
    const stream = aStream();
    await opened.answer(board, pageOf(onBoard()));
    expect(opened.text).toContain('Lin’s Tea · Image note · Food');
    expect(opened.text).toContain('3 creators wanted');
    stream.tells('recruitments');
    const own = { state: 'shortlisted' as const, quoteCents: 100_000, netCents: 90_000 };
    await opened.answer(board, pageOf({ ...onBoard(), own }));
    expect(opened.text).toContain('Shortlisted');
    expect(opened.text).toMatch(/you get ¥900/);
  });

  it('leads a desk that speaks for nobody to its account', async () => {
    const opened = await openPage(BoardPage, 'orders/board', { session: asCreator });
    opened.asked(board).flush(pageOf());
    await opened.settle();
    await opened.answer('/api/v1/desk', { creator: null, claim: null });
    expect(opened.button('Tie the account').getAttribute('href')).toContain('/orders/account');
  });

  it('takes a quote within what is paid, says what is left of it, and then what came of it', async () => {
    const opened = await openPage(BoardRecruitmentPage, `orders/board/${id}`, { session: asCreator, route });
    await opened.answer(`${board}/${id}`, onBoard());
    expect(opened.text).toContain('you get ¥810.00 (less a fee of 10%)');
    await opened.type('input[name=quote]', '1600');
    await opened.press('Apply');
    expect(opened.text).toContain('An amount from ¥800 to ¥1,500 is needed.');
    await opened.type('input[name=quote]', '1000');
    await opened.type('textarea[name=words]', ' 我来 ');
    opened.find('form button[type=submit]').click();
    const asked = opened.asked(`${board}/${id}/application`, 'POST');
    expect(asked.request.body).toEqual({ quoteCents: 100_000, words: '我来' });
    const own = {
      id: anApplicant().id,
      state: 'applied' as const,
      quoteCents: 100_000,
      netCents: 90_000,
      words: '我来',
      answerWords: null,
      appliedAt: hence(0),
      changedAt: hence(0),
      orderId: null,
    };
    asked.flush(onBoard({ own }));
    await opened.settle();
    expect(opened.text).toContain('Your application is in and waits for the brand.');
    expect(opened.text).toContain('asks ¥1,000 · you get ¥900');
    expect(opened.button('Withdraw')).toBeTruthy();
  });

  it('says in Chinese everything that keeps one from applying', async () => {
    const opened = await openPage(BoardRecruitmentPage, `orders/board/${id}`, {
      session: asCreator,
      route,
      language: 'zh-CN',
    });
    await opened.answer(`${board}/${id}`, onBoard({ unfit: ['followers', 'credibility'] }));
    expect(opened.text).toContain('暂时不能报名：粉丝数不在要求范围内、数据检验有异常。');
    expect(opened.page.querySelector('form')).toBeNull();
  });
});
