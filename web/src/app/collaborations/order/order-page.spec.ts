import type { OrderView } from '@poolrise/contracts';
import { anOrder, anOrderInReview, hence } from '../../../testing/an-order';
import {
  confirmMove,
  deskPath,
  dialogText,
  openOrder,
  orderPath,
  pressInMenu,
  pressMove,
} from '../../../testing/opened-order';

describe('an order while its price is talked about', () => {
  it('tells a brand whom it waits for, until when, and what is held', async () => {
    const opened = await openOrder(anOrder());
    expect(opened.text).toContain('小满 has to answer the offer of ¥5,000; without an answer it lapses.');
    expect(opened.text).toContain('due in 3 days');
    expect(opened.text).toContain('The brand pays¥5,500.00');
    expect(opened.text).toContain('Held now¥5,500.00');
    expect(opened.text).toContain('You offered');
  });

  it('lets a creator accept, with what that leaves', async () => {
    const opened = await openOrder(anOrder({ side: 'creator', legal: ['counter', 'accept', 'decline'] }));
    expect(opened.text).toContain('Lin’s Tea offers ¥5,000. Accept, counter or decline');
    expect(opened.text).toContain('You get¥4,500.00');
    expect(opened.text).not.toContain('The brand pays');
    await pressMove(opened, 'Accept offer');
    expect(dialogText(opened)).toContain('You get¥4,500.00');
    await confirmMove(opened);
    const asked = opened.asked(`${orderPath}/moves`, 'POST');
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
    const opened = await openOrder(anOrder({ side: 'creator', legal: ['counter', 'accept', 'decline'] }));
    await pressMove(opened, 'Counter-offer');
    await confirmMove(opened);
    expect(dialogText(opened)).toContain('This is the offer as it stands');
    await opened.type('mat-dialog-container input[name=quote]', 'a lot');
    expect(dialogText(opened)).toContain('Between ¥1 and');
    await opened.type('mat-dialog-container input[name=quote]', '6000');
    expect(dialogText(opened)).toContain('You get¥5,400.00');
    await opened.type('mat-dialog-container textarea', 'two pictures more');
    await confirmMove(opened);
    expect(opened.asked(`${orderPath}/moves`, 'POST').request.body).toMatchObject({
      kind: 'counter',
      quoteCents: 600_000,
      protectionDays: 30,
      words: 'two pictures more',
    });
  });

  it('says when the other side was quicker, keeps what was typed, and goes by the order as it now is', async () => {
    const opened = await openOrder(anOrder({ side: 'creator', legal: ['counter', 'accept', 'decline'] }));
    await pressInMenu(opened, 'Decline');
    await opened.type('mat-dialog-container textarea', 'no time in May');
    await confirmMove(opened);
    await opened.refuse(`${orderPath}/moves`, 409, 'order-moved-on', 'POST');
    await opened.answer(
      orderPath,
      anOrder({ side: 'creator', version: 2, state: 'withdrawn', waitsFor: null, heldCents: 0, legal: [] }),
    );
    await opened.settle();
    expect(dialogText(opened)).toContain('The other side was quicker');
    expect(dialogText(opened)).toContain('The offer was withdrawn');
    expect(opened.find<HTMLTextAreaElement>('mat-dialog-container textarea').value).toBe('no time in May');
    expect(opened.text).toContain('Withdrawn');
  });

  it('shows whoever only reads what happens, and no way to interfere', async () => {
    const opened = await openOrder(anOrder(), { role: 'analyst' });
    expect(opened.text).toContain('has to answer the offer');
    expect(() => opened.button('More actions')).toThrow();
  });
});

describe('an order on the desk of the platform', () => {
  it('is audited with a reason for the creator', async () => {
    const opened = await openOrder(
      anOrderInReview({
        side: 'platform',
        state: 'platform-audit',
        waitsFor: 'platform',
        legal: ['pass-audit', 'fail-audit'],
      }),
    );
    expect(opened.text).toContain('Audit the draft');
    expect(opened.page.querySelector('app-draft-comments form')).toBeNull();
    await pressMove(opened, 'Fail');
    await opened.type('mat-dialog-container textarea', 'a promise of health');
    await confirmMove(opened);
    expect(opened.asked(`${deskPath}/moves`, 'POST').request.body).toMatchObject({ kind: 'fail-audit' });
  });

  it('settles a dispute by a share, with what it leaves both', async () => {
    const opened = await openOrder(
      anOrderInReview({
        side: 'platform',
        state: 'disputed',
        waitsFor: 'platform',
        legal: ['resolve', 'continue'],
      }),
    );
    await pressMove(opened, 'Settle the money');
    expect(dialogText(opened)).toContain('50% of the quote of ¥5,000 goes to the creator');
    expect(dialogText(opened)).toContain('The creator gets¥2,250.00Back to the brand¥2,750.00');
    await confirmMove(opened);
    opened.http.expectNone(`${deskPath}/moves`);
    await opened.type('mat-dialog-container textarea', 'half each');
    await confirmMove(opened);
    expect(opened.asked(`${deskPath}/moves`, 'POST').request.body).toMatchObject({
      kind: 'resolve',
      creatorBasisPoints: 5_000,
    });
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
    const opened = await openOrder(published());
    expect(opened.text).toContain('The note is out.');
    expect(opened.text).toContain('labelled as an ad');
    expect(opened.text).toContain('2,400');
    expect(opened.text).toContain('Protected for 30 days more');
    expect(opened.button('See its climb').getAttribute('href')).toContain(
      '/notes/66666666-0000-4000-8000-000000000001',
    );
  });

  it('lets the creator ask, and the brand answer', async () => {
    const creator = await openOrder(published({ side: 'creator', legal: ['ask-removal', 'dispute'] }));
    await pressInMenu(creator, 'Ask to hide the note');
    await confirmMove(creator);
    expect(creator.asked(`${orderPath}/moves`, 'POST').request.body).toMatchObject({
      kind: 'ask-removal',
      removal: 'hide',
    });
  });

  it('tells what was asked, and by when to answer', async () => {
    const request = { kind: 'delete' as const, askedAt: hence(-1), lapsesAt: hence(47) };
    const opened = await openOrder(
      published({ request, waitsFor: 'brand', legal: ['allow-removal', 'refuse-removal', 'dispute'] }),
    );
    expect(opened.text).toContain('小满 asks about the note. Agree or refuse; no answer is a no.');
    expect(opened.text).toContain('The creator asks to delete the note.');
    await pressMove(opened, 'Refuse');
    await confirmMove(opened);
    expect(opened.asked(`${orderPath}/moves`, 'POST').request.body).toMatchObject({ kind: 'refuse-removal' });
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
    const opened = await openOrder(published({ state: 'settled', payment, heldCents: 0, legal: [] }));
    expect(opened.text).toContain('Settled: the creator got ¥4,500.00, ¥0.00 went back to the brand.');
  });
});
