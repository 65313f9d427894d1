import type { AnswerDeskClaim } from '@poolrise/contracts';
import { aClaim } from '../../testing/a-recruitment';
import { hence } from '../../testing/an-order';
import { aMembership, aSession, openPage } from '../../testing/opened';
import DeskClaimsPage from './desk-claims-page';
import DeskPage from './desk-page';

const asCreator = aSession('creator', { memberships: [aMembership('creator', 'creator')] });
const asOperator = aSession('operator', { memberships: [aMembership('operator', 'platform')] });
const { creator } = aClaim();
const pageOf = <T>(...items: T[]) => ({ items, nextCursor: null, asOf: hence(0) });

describe('the account of a desk', () => {
  const nobody = { creator: null, claim: null, asOf: hence(0) };

  it('is found, claimed with a proof, and then waits', async () => {
    const opened = await openPage(DeskPage, 'orders/account', { session: asCreator });
    await opened.answer('/api/v1/desk', nobody);
    await opened.type('input[type=search]', 'xiaoman');
    const found = await opened.askedSoon('/api/v1/desk/creators');
    expect(found.request.url).toBe('/api/v1/desk/creators?q=xiaoman');
    found.flush({ items: [creator, { ...creator, id: 'other', name: '别人', taken: true }], asOf: hence(0) });
    await opened.settle();
    expect(opened.text).toContain('@xiaoman_tea · 8,600 followers · Food');
    expect(opened.text).toContain('has a desk');
    await opened.press('That is me: 小满');
    await opened.settle();
    opened.find('mat-dialog-container button[type=submit]').click();
    await opened.settle();
    expect(document.body.textContent).toContain('Say how it can be seen');
    await opened.type('mat-dialog-container textarea', 'PR-8342');
    opened.find('mat-dialog-container button[type=submit]').click();
    const asked = opened.asked('/api/v1/desk/claims', 'POST');
    expect(asked.request.body).toMatchObject({ creatorId: creator.id, words: 'PR-8342' });
    asked.flush({ ...nobody, claim: aClaim() });
    await opened.settle();
    await opened.answer('/api/v1/desk', { ...nobody, claim: aClaim() });
    expect(opened.text).toContain('Your claim to 小满 is looked at');
    await opened.press('Withdraw');
    opened
      .asked(`/api/v1/desk/claims/${aClaim().id}/withdraw`, 'POST')
      .flush({ ...nobody, claim: aClaim({ state: 'withdrawn' }) });
    await opened.settle();
    expect(opened.text).toContain('You withdrew the claim to “小满”.');
  });

  it('says in Chinese whose it is, or why it is not', async () => {
    const opened = await openPage(DeskPage, 'orders/account', { session: asCreator, language: 'zh-CN' });
    await opened.refuse('/api/v1/desk', 503, 'unavailable');
    await opened.press('重试');
    await opened.answer('/api/v1/desk', {
      ...nobody,
      claim: aClaim({ state: 'refused', reason: '简介里没有' }),
    });
    expect(opened.text).toContain('上次申请“小满”未通过：简介里没有');
    const tied = await openPageAgain();
    expect(tied.text).toContain('这个工作台代表小满');
  });
  async function openPageAgain() {
    const { TestBed } = await import('@angular/core/testing');
    TestBed.resetTestingModule();
    const opened = await openPage(DeskPage, 'orders/account', { session: asCreator, language: 'zh-CN' });
    await opened.answer('/api/v1/desk', { ...nobody, creator });
    return opened;
  }
});

describe('claims of desks', () => {
  const path = '/api/v1/desk-claims';

  it('show the proof and rivals, and are approved with a reason', async () => {
    const opened = await openPage(DeskClaimsPage, 'order-desk/claims', { session: asOperator });
    await opened.answer(path, pageOf(aClaim({ rivals: 2 })));
    expect(opened.text).toContain('小满的茶桌 · 阿满 · 5 hours ago');
    expect(opened.text).toContain('Proof: 主页简介里写了 PR-8342');
    expect(opened.text).toContain('2 other desks claim this account');
    await opened.press('Approve: 小满');
    await opened.settle();
    await opened.type('mat-dialog-container input', 'The bio says so');
    opened.find('mat-dialog-container button[type=submit]').click();
    const asked = opened.asked(`${path}/${aClaim().id}`, 'POST');
    expect(asked.request.body as AnswerDeskClaim).toEqual({ verdict: 'approved', reason: 'The bio says so' });
    asked.flush(aClaim({ state: 'approved' }));
    await opened.settle();
    await opened.answer(path, pageOf());
    expect(opened.text).toContain('No claim waits for you');
  });

  it('that hold are undone only while no order is open', async () => {
    const opened = await openPage(DeskClaimsPage, 'order-desk/claims?show=tied', { session: asOperator });
    await opened.answer(
      path,
      pageOf(
        aClaim({ state: 'approved', reason: '一致', openOrders: 1 }),
        aClaim({ id: aClaim().id.replace(/c$/, 'e'), state: 'approved', reason: '一致' }),
      ),
    );
    expect(opened.text).toContain('1 order is open: the tie stands until it is over');
    expect(opened.page.querySelectorAll('app-verdict-buttons button')).toHaveLength(1);
  });
});
