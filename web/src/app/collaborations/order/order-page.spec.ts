import type { OrderView } from '@poolrise/contracts';
import { anOrder, anOrderInReview, hence } from '../../../testing/an-order';
import { aStream } from '../../../testing/a-stream';
import { aMembership, aSession, type Opened, openPage } from '../../../testing/opened';
import OrderPage from './order-page';

const { id } = anOrder();
const one = `/api/v1/orders/${id}`;
const asCreator = aSession('creator', { memberships: [aMembership('creator', 'creator')] });

async function open(order: OrderView, setting: Parameters<typeof openPage>[2] = {}): Promise<Opened> {
  const session = order.side === 'creator' ? { session: asCreator } : {};
  const opened = await openPage(OrderPage, `orders/${id}`, {
    route: 'orders/:orderId',
    ...session,
    ...setting,
  });
  await opened.answer(one, order);
  return opened;
}
async function fromMenu(opened: Opened, words: string): Promise<void> {
  await opened.press('More');
  await opened.press(words);
  await opened.settle();
}
/** The lazy dialog is there a turn later. */
async function press(opened: Opened, words: string): Promise<void> {
  await opened.press(words);
  await opened.settle();
}
const confirm = async (opened: Opened): Promise<void> => {
  opened.find('mat-dialog-container button[type=submit]').click();
  await opened.settle();
};
const dialogText = (opened: Opened): string =>
  (opened.find('mat-dialog-container').textContent ?? '').replace(/\s+/g, ' ');

describe('an order while its price is talked about', () => {
  it('tells a brand whom it waits for, until when, and what is held', async () => {
    const opened = await open(anOrder());
    expect(opened.text).toContain('小满 has to answer the offer of ¥5,000; without an answer it lapses.');
    expect(opened.text).toContain('due in 3 days');
    expect(opened.text).toContain('The brand pays¥5,500.00');
    expect(opened.text).toContain('Held now¥5,500.00');
    expect(opened.text).toContain('You offered');
  });

  it('lets a creator accept, with what that leaves', async () => {
    const opened = await open(anOrder({ side: 'creator', legal: ['counter', 'accept', 'decline'] }));
    expect(opened.text).toContain('Lin’s Tea offers ¥5,000. Accept, counter or decline');
    expect(opened.text).toContain('You get¥4,500.00');
    expect(opened.text).not.toContain('The brand pays');
    await press(opened, 'Accept offer');
    expect(dialogText(opened)).toContain('You get¥4,500.00');
    await confirm(opened);
    const asked = opened.asked(`${one}/moves`, 'POST');
    expect(asked.request.body).toMatchObject({ kind: 'accept', words: '', version: 1 });
    asked.flush(
      anOrder({
        side: 'creator',
        state: 'draft-due',
        waitsFor: 'creator',
        dueAt: null,
        legal: ['submit-draft'],
      }),
    );
    await opened.settle();
    expect(opened.text).toContain('Write the draft and hand it in');
  });

  it('takes a counter-offer with what it comes to, and says what is wrong with one', async () => {
    const opened = await open(anOrder({ side: 'creator', legal: ['counter', 'accept', 'decline'] }));
    await press(opened, 'Counter-offer');
    await confirm(opened);
    expect(dialogText(opened)).toContain('This is the offer as it stands');
    await opened.type('mat-dialog-container input[name=quote]', 'a lot');
    expect(dialogText(opened)).toContain('Between ¥1 and');
    await opened.type('mat-dialog-container input[name=quote]', '6000');
    expect(dialogText(opened)).toContain('You get¥5,400.00');
    await opened.type('mat-dialog-container textarea', 'two pictures more');
    await confirm(opened);
    expect(opened.asked(`${one}/moves`, 'POST').request.body).toMatchObject({
      kind: 'counter',
      quoteCents: 600_000,
      protectionDays: 30,
      words: 'two pictures more',
    });
  });

  it('says when the other side was quicker, keeps what was typed, and goes by the order as it now is', async () => {
    const opened = await open(anOrder({ side: 'creator', legal: ['counter', 'accept', 'decline'] }));
    await fromMenu(opened, 'Decline');
    await opened.type('mat-dialog-container textarea', 'no time in May');
    await confirm(opened);
    await opened.refuse(`${one}/moves`, 409, 'order-moved-on', 'POST');
    await opened.answer(
      one,
      anOrder({ side: 'creator', version: 2, state: 'withdrawn', waitsFor: null, heldCents: 0, legal: [] }),
    );
    await opened.settle();
    expect(dialogText(opened)).toContain('The other side was quicker');
    expect(dialogText(opened)).toContain('The offer was withdrawn');
    expect(opened.find<HTMLTextAreaElement>('mat-dialog-container textarea').value).toBe('no time in May');
    expect(opened.text).toContain('Withdrawn');
  });

  it('shows whoever only reads what happens, and no way to interfere', async () => {
    const opened = await open(anOrder(), { role: 'analyst' });
    expect(opened.text).toContain('has to answer the offer');
    expect(() => opened.button('More')).toThrow();
  });
});

describe('an order in its review', () => {
  it('shows what is different in the second draft, how often one was sent back, and what calling it off costs', async () => {
    const opened = await open(anOrderInReview());
    expect(opened.text).toContain('Approve the draft or send it back; silence approves it.');
    expect(opened.text).toContain('1/3 sent back');
    expect(opened.find('del').textContent).toBe('三天见效。');
    expect(opened.text).toContain('Comments on the one before');
    expect(opened.text).toContain('back to the brand¥3,850.00to the creator¥1,350.00');
  });

  it('pins the comments of a draft to its words', async () => {
    const opened = await open(anOrderInReview());
    await opened.press('Draft 1');
    expect(opened.find('mark').textContent).toBe('这款茶三天见效。');
    expect(opened.find('mark').getAttribute('data-ends')).toBe('1');
    expect(opened.text).toContain('不要写功效');
  });

  it('comments on a sentence without a mouse, and on what is selected', async () => {
    const opened = await open(anOrderInReview());
    const compare = opened.find<HTMLInputElement>('.compare input');
    compare.click();
    await opened.settle();
    const place = opened.find<HTMLSelectElement>('select[name=place]');
    place.value = [...place.options].find(({ text }) => text.startsWith('这款茶入口'))?.value ?? '';
    place.dispatchEvent(new Event('change'));
    opened.find('app-draft-comments form button').click();
    await opened.settle();
    expect(opened.text).toContain('Write the comment first.');
    await opened.type('textarea[name=comment]', '很好');
    opened.find('app-draft-comments form button').click();
    const asked = opened.asked(`${one}/comments`, 'POST');
    expect(asked.request.body).toMatchObject({
      draftVersion: 2,
      anchor: { field: 'body', from: 0, to: 13 },
      words: '很好',
    });
    asked.flush(anOrderInReview());
    await opened.settle();

    const body = opened.find('app-draft-reader .body span').firstChild as Node;
    const range = document.createRange();
    range.setStart(body, 3);
    range.setEnd(body, 5);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    document.dispatchEvent(new Event('selectionchange'));
    await opened.settle();
    expect(opened.find<HTMLSelectElement>('select[name=place]').selectedOptions[0]?.text).toBe(
      'Selected: 入口',
    );
  });

  it('does not send a draft back without a reason, and says when it is the last time', async () => {
    const opened = await open(anOrderInReview({ rejections: 2 }));
    await press(opened, 'Send back');
    expect(dialogText(opened)).toContain('This is the last time');
    await confirm(opened);
    opened.http.expectNone(`${one}/moves`);
    await opened.type('mat-dialog-container textarea', 'the second paragraph');
    await confirm(opened);
    expect(opened.asked(`${one}/moves`, 'POST').request.body).toMatchObject({
      kind: 'send-back',
      words: 'the second paragraph',
      version: 8,
    });
  });

  it('says in amounts who gets what when it is called off', async () => {
    const opened = await open(anOrderInReview());
    await fromMenu(opened, 'Call off');
    expect(dialogText(opened)).toContain('The creator gets¥1,350.00Back to the brand¥3,850.00');
    await confirm(opened);
    expect(opened.asked(`${one}/moves`, 'POST').request.body).toMatchObject({ kind: 'cancel' });
  });

  it('follows the stream', async () => {
    const opened = await open(anOrderInReview());
    const stream = aStream();
    stream.tells('orders');
    await opened.answer(
      one,
      anOrderInReview({ state: 'ready', waitsFor: 'creator', dueAt: null, legal: [] }),
    );
    expect(opened.text).toContain('小满 has to publish the note');
  });
});

describe('a draft that is written', () => {
  const writing = (changes: Partial<OrderView> = {}): OrderView =>
    anOrderInReview({
      side: 'creator',
      state: 'draft-due',
      waitsFor: 'creator',
      dueAt: null,
      legal: ['submit-draft', 'cancel', 'dispute'],
      ...changes,
    });

  it('begins with the last one, counts, and survives what the other side does meanwhile', async () => {
    const opened = await open(writing());
    const stream = aStream();
    expect(opened.find<HTMLTextAreaElement>('textarea[name=body]').value).toBe('这款茶入口很香，回甘持久。');
    await opened.type('textarea[name=body]', '第三稿');
    expect(opened.text).toContain('3/1000');
    stream.tells('orders');
    await opened.answer(one, writing({ version: 9 }));
    expect(opened.find<HTMLTextAreaElement>('textarea[name=body]').value).toBe('第三稿');

    await opened.press('Hand in the draft');
    const asked = opened.asked(`${one}/drafts`, 'POST');
    expect(asked.request.body).toMatchObject({
      title: '清晨的第一杯春茶',
      body: '第三稿',
      topics: ['春茶'],
      version: 9,
    });
    asked.flush(writing({ state: 'platform-audit', waitsFor: 'platform', legal: [] }));
    await opened.settle();
    expect(opened.text).toContain('The platform audits the draft');
    expect(localStorage.length).toBe(
      Object.keys(localStorage).filter((key) => !key.startsWith('poolrise.draft')).length,
    );
  });

  it('is there again when the page is opened anew, and can be let go of', async () => {
    const opened = await open(writing());
    await opened.type('input[name=title]', 'kept');
    expect(localStorage.getItem(`poolrise.draft.${id}.draft.2`)).toContain('"title":"kept"');
    expect(opened.text).toContain('Kept on this device');
  });

  it('names what is missing', async () => {
    const opened = await open(writing());
    await opened.type('input[name=title]', ' ');
    await opened.type('input[name=topics]', Array.from({ length: 11 }, (_, i) => `t${i}`).join(' '));
    await opened.press('Hand in the draft');
    expect(opened.text).toContain('A title of up to 40 characters is needed.');
    expect(opened.find('#draft-topics-hint').textContent).toContain('Up to 10 topics');
    opened.http.expectNone(`${one}/drafts`);
  });
});

describe('an order that is published', () => {
  const published = (changes: Partial<OrderView> = {}): OrderView =>
    anOrderInReview({
      state: 'published',
      waitsFor: null,
      dueAt: hence(29.5 * 24),
      publishedAt: hence(-12),
      protectionEndsAt: hence(29.5 * 24),
      note: {
        id: '66666666-0000-4000-8000-000000000001',
        title: '清晨的第一杯春茶',
        auditState: 'passed',
        state: 'climbing',
        level: 1,
        impressions: 2_400,
        reads: 310,
        interactions: 41,
      },
      legal: ['dispute'],
      ...changes,
    });

  it('shows the note with its figures, its label, its climb and how long it has to stay', async () => {
    const opened = await open(published());
    expect(opened.text).toContain('The note is out.');
    expect(opened.text).toContain('labelled as an ad');
    expect(opened.text).toContain('2,400');
    expect(opened.text).toContain('Protected for 30 days more');
    expect(opened.button('See its climb').getAttribute('href')).toContain(
      '/notes/66666666-0000-4000-8000-000000000001',
    );
  });

  it('lets the creator ask, and the brand answer', async () => {
    const creator = await open(published({ side: 'creator', legal: ['ask-removal', 'dispute'] }));
    await fromMenu(creator, 'Ask to hide the note');
    await confirm(creator);
    expect(creator.asked(`${one}/moves`, 'POST').request.body).toMatchObject({
      kind: 'ask-removal',
      removal: 'hide',
    });
  });

  it('tells what was asked, and by when to answer', async () => {
    const request = { kind: 'delete' as const, askedAt: hence(-1), lapsesAt: hence(47) };
    const opened = await open(
      published({ request, waitsFor: 'brand', legal: ['allow-removal', 'refuse-removal', 'dispute'] }),
    );
    expect(opened.text).toContain('小满 asks about the note. Agree or refuse; no answer is a no.');
    expect(opened.text).toContain('The creator asks to delete the note.');
    await press(opened, 'Refuse');
    await confirm(opened);
    expect(opened.asked(`${one}/moves`, 'POST').request.body).toMatchObject({ kind: 'refuse-removal' });
  });

  it('tells what was paid', async () => {
    const payment = {
      earnedCents: 500_000,
      brandFeeCents: 50_000,
      effectFeeCents: 0,
      creatorFeeCents: 50_000,
      netCents: 450_000,
      refundCents: 0,
      at: hence(-1),
    };
    const opened = await open(published({ state: 'settled', payment, heldCents: 0, legal: [] }));
    expect(opened.text).toContain('Settled: the creator got ¥4,500.00, ¥0.00 went back to the brand.');
  });
});

describe('an order on the desk of the platform', () => {
  const desk = `/api/v1/order-desk/${id}`;
  const openDesk = async (order: OrderView): Promise<Opened> => {
    const opened = await openPage(OrderPage, `order-desk/${id}`, {
      route: 'order-desk/:orderId',
      session: aSession('operator', { memberships: [aMembership('operator', 'platform')] }),
      data: { desk: true },
    });
    await opened.answer(desk, order);
    return opened;
  };

  it('is audited with a reason for the creator', async () => {
    const opened = await openDesk(
      anOrderInReview({
        side: 'platform',
        state: 'platform-audit',
        waitsFor: 'platform',
        legal: ['pass-audit', 'fail-audit'],
      }),
    );
    expect(opened.text).toContain('Audit the draft');
    expect(opened.page.querySelector('app-draft-comments form')).toBeNull();
    await press(opened, 'Fail');
    await opened.type('mat-dialog-container textarea', 'a promise of health');
    await confirm(opened);
    expect(opened.asked(`${desk}/moves`, 'POST').request.body).toMatchObject({ kind: 'fail-audit' });
  });

  it('settles a dispute by a share, with what it leaves both', async () => {
    const opened = await openDesk(
      anOrderInReview({
        side: 'platform',
        state: 'disputed',
        waitsFor: 'platform',
        legal: ['resolve', 'continue'],
      }),
    );
    await press(opened, 'Settle the money');
    expect(dialogText(opened)).toContain('50% of the quote of ¥5,000 goes to the creator');
    expect(dialogText(opened)).toContain('The creator gets¥2,250.00Back to the brand¥2,750.00');
    await confirm(opened);
    opened.http.expectNone(`${desk}/moves`);
    await opened.type('mat-dialog-container textarea', 'half each');
    await confirm(opened);
    expect(opened.asked(`${desk}/moves`, 'POST').request.body).toMatchObject({
      kind: 'resolve',
      creatorBasisPoints: 5_000,
    });
  });
});
