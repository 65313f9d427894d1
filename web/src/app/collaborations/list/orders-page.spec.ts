import { anOrderRow, hence } from '../../../testing/an-order';
import { aStream } from '../../../testing/a-stream';
import { aMembership, aSession, openPage } from '../../../testing/opened';
import OrderDeskPage from '../desk/order-desk-page';
import OrdersPage from './orders-page';

const path = '/api/v1/orders';
const pageOf = <T>(...items: T[]) => ({ items, nextCursor: null });
const asCreator = aSession('creator', { memberships: [aMembership('creator', 'creator')] });
const asOperator = aSession('operator', { memberships: [aMembership('operator', 'platform')] });

describe('the list of orders', () => {
  it('shows a brand with whom, how far, whose turn until when, and the total', async () => {
    const opened = await openPage(OrdersPage, 'orders');
    expect(opened.page.querySelector('[aria-busy=true]')).not.toBeNull();
    await opened.answer(path, pageOf(anOrderRow({ rejections: 1 })));
    expect(opened.text).toContain('春茶上新');
    expect(opened.text).toContain('小满 · Custom · Image note');
    expect(opened.text).toContain('Negotiating');
    expect(opened.text).toContain('sent back 1 time');
    expect(opened.text).toContain('小满’s turn');
    expect(opened.text).toContain('due in 3 days');
    expect(opened.text).toMatch(/¥5,500\.00 ?with fees/);
    expect(opened.button('春茶上新').getAttribute('href')).toContain(`/orders/${anOrderRow().id}`);
  });

  it('shows a creator what they get, that it is their turn, and what is overdue', async () => {
    const opened = await openPage(OrdersPage, 'orders', { session: asCreator });
    const late = anOrderRow({ side: 'creator', state: 'draft-due', dueAt: null, draftDueAt: hence(-30) });
    await opened.answer(path, pageOf(late));
    expect(opened.text).toContain('Lin’s Tea · Custom');
    expect(opened.text).toContain('Your turn');
    expect(opened.text).toMatch(/¥4,500\.00 ?you get/);
    expect(opened.find('.over').textContent).toContain('overdue since');
  });

  it('asks for what waits, and for words, by its address', async () => {
    const opened = await openPage(OrdersPage, 'orders');
    await opened.answer(path, pageOf());
    await opened.press('Waiting for me');
    expect(opened.address).toBe('orders?show=mine');
    const asked = opened.asked(path);
    expect(asked.request.url).toBe(`${path}?show=mine`);
    asked.flush(pageOf());
    await opened.settle();
    expect(opened.text).toContain('An order comes here when it is your turn');
    await opened.type('input[type=search]', '春茶');
    const found = await opened.askedSoon(path);
    expect(new URL(found.request.url, 'http://x').searchParams.get('q')).toBe('春茶');
    found.flush(pageOf());
    await opened.settle();
    await opened.press('Show all');
    await opened.answer(path, pageOf(anOrderRow()));
    expect(opened.address).toBe('orders?show=all');
  });

  it('leads a brand without orders to creators', async () => {
    const brand = await openPage(OrdersPage, 'orders');
    await brand.answer(path, pageOf());
    expect(brand.button('Find creators').getAttribute('href')).toContain('/creators');
  });

  it('tells a creator what an invitation brings', async () => {
    const opened = await openPage(OrdersPage, 'orders', { session: asCreator, language: 'zh-CN' });
    opened.asked(path).flush(pageOf());
    await opened.settle();
    await opened.answer('/api/v1/desk', { creator: { name: '小满' }, claim: null });
    expect(opened.text).toContain('还没有收到邀约');
    expect(opened.text).not.toContain('去找博主');
  });

  it('leads a creator whose desk speaks for nobody to where it says whose it is', async () => {
    const opened = await openPage(OrdersPage, 'orders', { session: asCreator });
    opened.asked(path).flush(pageOf());
    await opened.settle();
    await opened.answer('/api/v1/desk', { creator: null, claim: null });
    expect(opened.text).toContain('First tie your creator account');
    expect(opened.button('Tie the account').getAttribute('href')).toContain('/orders/account');
  });

  it('says what failed and tries again, and follows the stream', async () => {
    const opened = await openPage(OrdersPage, 'orders');
    const stream = aStream();
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    await opened.answer(path, pageOf(anOrderRow()));
    stream.tells('orders');
    await opened.answer(path, pageOf(anOrderRow({ state: 'draft-due', dueAt: null })));
    expect(opened.text).toContain('Draft to write');
  });
});

describe('the order desk', () => {
  const desk = '/api/v1/order-desk';

  it('shows what waits for the platform, with both sides and since when', async () => {
    const opened = await openPage(OrderDeskPage, 'order-desk', { session: asOperator });
    await opened.answer(
      desk,
      pageOf(anOrderRow({ side: 'platform', state: 'platform-audit', waitsFor: 'platform', dueAt: null })),
    );
    expect(opened.text).toContain('Lin’s Tea × 小满');
    expect(opened.text).toContain('Platform audit');
    expect(opened.text).toContain('arrived 2 hours ago');
    expect(opened.button('春茶上新').getAttribute('href')).toContain('/order-desk/');
  });

  it('says that nothing waits', async () => {
    const opened = await openPage(OrderDeskPage, 'order-desk', { session: asOperator });
    await opened.answer(desk, pageOf());
    expect(opened.text).toContain('Nothing waits for you');
  });
});
