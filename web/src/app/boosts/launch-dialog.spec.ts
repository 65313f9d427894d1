import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { RouterTestingHarness } from '@angular/router/testing';
import type { BoostOffer, BoostView, LaunchBoost, PreviewBoost } from '@poolrise/contracts';
import { aBoost, anOffer, aPreview, aVoucher, voucherId } from '../../testing/a-boost';
import { noteId } from '../../testing/a-note';
import { keywordPreviewOf } from '../../testing/search-words';
import { Opened, theConsole } from '../../testing/opened';
import { LaunchDialog } from './launch-dialog';

const offerPath = `/api/v1/notes/${noteId(1)}/boost-offer`;
const previewPath = '/api/v1/boosts/preview';
const pause = () => new Promise((done) => setTimeout(done, 300));

async function opened(offer: BoostOffer = anOffer()) {
  const http = await theConsole({ role: 'marketer' });
  const harness = await RouterTestingHarness.create();
  const dialog = TestBed.inject(MatDialog).open<LaunchDialog, unknown, BoostView>(LaunchDialog, {
    data: { noteId: noteId(1) },
  });
  const closed = jest.fn();
  dialog.afterClosed().subscribe(closed);
  const screen = new Opened(harness.fixture, http);
  await screen.settle();
  screen.asked(offerPath).flush(offer);
  await screen.settle();
  return Object.assign(screen, { closed });
}

/** The estimate that follows a pause in typing. */
async function estimated(screen: Opened, preview = aPreview()): Promise<PreviewBoost> {
  const asked = await screen.askedSoon(previewPath, 'POST');
  asked.flush(preview);
  await screen.settle();
  return asked.request.body as PreviewBoost;
}

const said = () => (document.querySelector('mat-dialog-container')?.textContent ?? '').replace(/\s+/g, ' ');

describe('the launch dialog', () => {
  it('asks for one estimate when the typing pauses, not for each letter', async () => {
    const screen = await opened();
    await estimated(screen);
    await screen.type('input[inputmode=decimal]', '1');
    await screen.type('input[inputmode=decimal]', '15');
    await screen.type('input[inputmode=decimal]', '150');
    expect((await estimated(screen)).budgetCents).toBe(15_000);
  });

  it('tells what is promised, what is likely, what it costs and what would come back', async () => {
    const screen = await opened();
    await estimated(screen);
    expect(said()).toContain('20,000');
    expect(said()).toContain('≈ 1,200');
    expect(said()).toContain('likely 750 to 1,900');
    expect(said()).toContain('Wallet afterwards¥4,700.00');
    expect(said()).toContain('Stopped half way, ¥150.00 would come back to the wallet.');
    expect(said()).toContain('Estimate from paid rates of food notes and what this note has shown so far.');
    expect(said()).toContain('In 80% of boosts like this the result lies in the bar.');
  });

  it('keeps it from some readers when asked to, says what that would tell, and advises where it never could', async () => {
    const screen = await opened();
    expect((await estimated(screen)).holdout).toBeUndefined();
    screen.find('app-launch-holdout .switch input').click();
    const plan = {
      canTell: true,
      baseRate: 0.012,
      readersExpected: 22_222,
      readersNeeded: 9_000,
      exposedNeeded: 8_100,
      heldOutNeeded: 900,
      powerExpected: 0.999,
      smallestEffect: 0.012,
      daysNeeded: 1.4,
    };
    const asked = await estimated(screen, aPreview({ holdout: plan }));
    expect(asked.holdout).toEqual({ share: 0.1, metric: 'readers', minimumEffect: 0.02 });
    expect(said()).toContain('Up to 22,222 readers would take part, 2,222 of them held out.');
    expect(said()).toContain('with a chance of 99%, in about 2 days');
    expect(screen.button('Launch for').getAttribute('aria-disabled')).not.toBe('true');

    await screen.press('0.5 more of 100 read it');
    const small = await estimated(
      screen,
      aPreview({
        holdout: { ...plan, canTell: false, daysNeeded: null },
        refusal: { code: 'holdout-cannot-tell', remedy: '' },
      }),
    );
    expect(small.holdout?.minimumEffect).toBe(0.005);
    expect(said()).toContain('the least that could be seen is 1.2 more of 100');
    expect(said()).toContain('This boost is too small for its holdout to tell anything');
    expect(screen.button('Launch for').getAttribute('aria-disabled')).toBe('true');
  });

  it('asks for words in search, shows what they would have met, and launches with them', async () => {
    const screen = await opened();
    await estimated(screen);
    screen.find('input[name=placement][value=search]').click();
    const asked = await estimated(screen);
    expect([asked.placement, asked.audience]).toEqual(['search', {}]);
    expect(document.querySelector('app-launch-audience')).toBeNull();
    expect(said()).toContain('Write at least one keyword.');
    expect(screen.button('Launch for').getAttribute('aria-disabled')).toBe('true');

    await screen.type('textarea[name=keywords]', '冷泡茶\n[茉莉花茶]');
    await screen.type('textarea[name=negatives]', '奶茶');
    const words = {
      keywords: [
        { text: '冷泡茶', match: 'broad' },
        { text: '茉莉花茶', match: 'exact' },
      ],
      negatives: ['奶茶'],
    };
    const preview = await screen.askedSoon('/api/v1/search-words/preview', 'POST');
    expect(preview.request.body).toEqual(words);
    preview.flush(keywordPreviewOf());
    await screen.settle();
    expect(said()).toContain(
      'Readers searched 70 times for these words in the last 7 days; 1 day should bring about 10 searches.',
    );
    expect(said()).toContain('The budget buys 20,000 impressions, more than will be searched for.');
    expect(said()).toContain('4 more are kept away by your negative words.');
    expect(said()).toContain('冷泡茶做法');

    screen.find('form').dispatchEvent(new Event('submit', { cancelable: true }));
    const launch = screen.asked('/api/v1/boosts', 'POST');
    expect(launch.request.body).toMatchObject({ placement: 'search', ...words });
    launch.flush(aBoost({ placement: 'search', words: { keywords: [], negatives: [] } }));
    await screen.settle();
  });

  it('marks a keyword that is a negative word, before anything is asked', async () => {
    const screen = await opened();
    await estimated(screen);
    screen.find('input[name=placement][value=search]').click();
    await estimated(screen);
    await screen.type('textarea[name=keywords]', '奶茶');
    await screen.type('textarea[name=negatives]', '奶茶');
    expect(said()).toContain('“奶茶” is among the negative words too');
    expect(screen.button('Launch for').getAttribute('aria-disabled')).toBe('true');
  });

  it('offers vouchers that fit and says of the others why not', async () => {
    const beauty = aVoucher({ id: voucherId(2), name: 'Beauty week', categories: ['beauty'] });
    const large = aVoucher({ id: voucherId(3), name: 'Large', minimumBudgetCents: 100_000 });
    const screen = await opened(anOffer({ vouchers: [beauty, large, aVoucher()] }));
    await estimated(screen);
    expect(said()).toContain('The voucher is for another category');
    expect(said()).toContain('needs a budget of ¥1,000');
    screen.find('app-launch-vouchers label:first-of-type input').click();
    const asked = await estimated(screen, aPreview({ voucherCents: 3_000, walletCents: 27_000 }));
    expect(asked.voucherIds).toEqual([voucherId(1)]);
    expect(said()).toContain('from the wallet¥270.00');
    expect(screen.button('Launch for').textContent).toContain('Launch for ¥270 + ¥30 vouchers');

    screen.find('app-launch-vouchers label:first-of-type input').click();
    await estimated(screen);
    expect(screen.button('Launch for').textContent?.trim()).toMatch(/Launch for ¥300$/);
    screen.find('app-launch-vouchers label:first-of-type input').click();
    await estimated(screen, aPreview({ voucherCents: 30_000, walletCents: 0 }));
    expect(screen.button('Launch for').textContent).toContain('Launch for ¥300 vouchers');
  });

  it('launches what was estimated under one request key, once, and closes with the boost', async () => {
    const screen = await opened();
    const asked = await estimated(screen);
    const form = screen.find('form');
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    const launch = screen.asked('/api/v1/boosts', 'POST');
    const { requestKey, ...plan } = launch.request.body as LaunchBoost;
    expect(plan).toEqual(asked);
    expect(requestKey).toMatch(/^[0-9a-f-]{36}$/);
    launch.flush(aBoost());
    await screen.settle();
    expect(screen.closed).toHaveBeenCalledWith(aBoost());
  });

  it('shows a refusal at its field, keeps everything, and sends the same key again', async () => {
    const screen = await opened();
    await estimated(screen);
    const form = screen.find('form');
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    const first = screen.asked('/api/v1/boosts', 'POST');
    first.flush({ code: 'wallet-too-low', status: 409 }, { status: 409, statusText: 'Conflict' });
    await screen.settle();
    expect(screen.find('app-launch-estimate [role=alert]').textContent).toContain(
      'The wallet does not hold enough',
    );
    expect(screen.closed).not.toHaveBeenCalled();

    await screen.press('¥150');
    await estimated(screen, aPreview({ walletCents: 15_000 }));
    expect(screen.find('app-launch-estimate [role=alert]').textContent?.trim()).toBe('');
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    const second = screen.asked('/api/v1/boosts', 'POST');
    const keyOf = (request: typeof first) => (request.request.body as LaunchBoost).requestKey;
    expect(keyOf(second)).toBe(keyOf(first));
  });

  it('marks the field that the estimate refuses and does not launch', async () => {
    const screen = await opened();
    await estimated(screen);
    await screen.type('input[inputmode=decimal]', '50');
    const refusal = { code: 'budget-too-low', remedy: '' };
    await estimated(
      screen,
      aPreview({
        refusal,
        impressions: 0,
        voucherCents: 0,
        walletCents: 0,
        forecast: null,
        refundIfStoppedHalfway: null,
      }),
    );
    expect(screen.find('app-launch-budget [role=alert]').textContent).toContain('The budget is too low');
    expect(screen.find('input[inputmode=decimal]').getAttribute('aria-invalid')).toBe('true');
    screen.find('form').dispatchEvent(new Event('submit', { cancelable: true }));
    screen.http.expectNone('/api/v1/boosts');
  });

  it('reads a set start as Shanghai time, and waits for it', async () => {
    const screen = await opened();
    await estimated(screen);
    await screen.press('At a set time');
    expect(screen.button('Launch for').getAttribute('aria-disabled')).toBe('true');
    await screen.type('input[type=datetime-local]', '2026-11-24T09:30');
    expect((await estimated(screen)).startsAt).toBe('2026-11-24T09:30:00+08:00');
    expect(screen.button('Launch for').getAttribute('aria-disabled')).not.toBe('true');
  });

  it('limits the audience, and lifts the limit with its last choice', async () => {
    const screen = await opened();
    await estimated(screen);
    await screen.press('Women');
    await screen.press('18-24');
    expect((await estimated(screen)).audience).toEqual({ genders: ['female'], ageBands: ['18-24'] });
    await screen.press('Women');
    expect((await estimated(screen)).audience).toEqual({ ageBands: ['18-24'] });
  });

  it('says when the note cannot be boosted, and asks for no estimate', async () => {
    const screen = await opened(anOffer({ boostable: false, notBoostableBecause: 'audit' }));
    await pause();
    expect(said()).toContain('This note cannot be boosted now');
    screen.http.expectNone(previewPath);
  });
});
