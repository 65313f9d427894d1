import type { JournalRow, TopUp, TopUpView, WalletView } from '@poolrise/contracts';
import { boostId } from '../../testing/a-boost';
import { aStream } from '../../testing/a-stream';
import { aMembership, aSession, type Opened, openPage } from '../../testing/opened';
import WalletPage from './wallet-page';

const walletPath = '/api/v1/wallet';
const journalPath = '/api/v1/wallet/journal';

const aWallet = (changes: Partial<WalletView> = {}): WalletView => ({
  cashCents: 512_340,
  voucherCents: 31_000,
  rebateCents: 0,
  compensationCents: 0,
  creditCents: 0,
  creditLimitCents: 0,
  creditOwedCents: 0,
  reservedCents: 49_660,
  spentCents: 87_000,
  held: { voucher: 0, compensation: 0, rebate: 0, cash: 49_660, credit: 0, orders: 0 },
  balanced: true,
  asOf: '2026-11-23T06:02:11Z',
  ...changes,
});

const aReservation: JournalRow = {
  id: '88888888-0000-4000-8000-000000000001',
  at: '2026-11-22T23:00:00Z',
  kind: 'boost-reserved',
  subject: 'Cold brew tea',
  boostId,
  voucherId: null,
  orderId: null,
  by: 'Lin',
  legs: [
    { account: 'reserved', cents: 30_000 },
    { account: 'cash', cents: -27_000 },
    { account: 'voucher', cents: -3_000 },
  ],
  cashAfterCents: 512_340,
};
const pageOf = (...items: JournalRow[]) => ({ items, nextCursor: null });

const aTopUp = (changes: Partial<TopUpView> = {}): TopUpView => ({
  id: '99999999-0000-4000-8000-000000000001',
  cents: 600_000,
  reference: 'Wire 8812',
  state: 'waiting',
  askedBy: 'Chen',
  own: false,
  askedAt: '2026-11-23T04:00:00Z',
  decidedBy: null,
  decidedAt: null,
  reason: '',
  ...changes,
});

async function answered(opened: Opened, wallet = aWallet(), rows = [aReservation], topUps: TopUpView[] = []) {
  opened.asked(walletPath).flush(wallet);
  opened.asked(journalPath).flush(pageOf(...rows));
  answerTopUps(opened, topUps);
  await opened.settle();
}

function answerTopUps(opened: Opened, topUps: TopUpView[] = [], deciders = 2) {
  opened.asked('/api/v1/wallet/top-ups').flush({ items: topUps, nextCursor: null });
  opened.asked('/api/v1/wallet/settings').flush({
    approvalAboveCents: 500_000,
    commitAboveCents: null,
    sumHours: 24,
    committers: 2,
    deciders,
    buyer: null,
    changedBy: null,
    changedAt: null,
  });
}

describe('the wallet', () => {
  it('shows that balances and journal are on their way', async () => {
    const opened = await openPage(WalletPage, 'wallet');
    expect(opened.text).toContain('Loading balances');
    expect(opened.text).toContain('Loading the journal');
    expect(opened.text).toContain('Loading top-ups');
    opened.asked(walletPath);
    opened.asked(journalPath);
    answerTopUps(opened);
  });

  it('shows the balances and the proof that they add up', async () => {
    const opened = await openPage(WalletPage, 'wallet');
    await answered(opened);
    expect(opened.text).toContain('¥5,123.40');
    expect(opened.text).toContain('Balanced: all legs of the journal sum to zero');
    expect(opened.text).toContain('Checked 14:02:11');
  });

  it('raises its voice when they do not', async () => {
    const opened = await openPage(WalletPage, 'wallet');
    await answered(opened, aWallet({ balanced: false }));
    expect(opened.find('.proof.wrong').textContent).toContain('The journal does not add up');
  });

  it('shows every leg of a movement with its sign', async () => {
    const opened = await openPage(WalletPage, 'wallet');
    await answered(opened);
    const legs = [...opened.page.querySelectorAll('.leg')].map((leg) =>
      [...leg.children].map((part) => part.textContent?.trim()),
    );
    expect(legs).toEqual([
      ['reserved', '+¥300.00'],
      ['cash', '-¥270.00'],
      ['vouchers', '-¥30.00'],
    ]);
    expect(opened.button('Cold brew tea').getAttribute('href')).toContain(`/boosts/${boostId}`);
  });

  it('leads from what was held for an order to the order', async () => {
    const opened = await openPage(WalletPage, 'wallet');
    const orderId = '77777777-0000-4000-8000-000000000001';
    await answered(opened, aWallet(), [
      { ...aReservation, kind: 'order-held', subject: 'Spring tea', boostId: null, orderId },
    ]);
    expect(opened.text).toContain('Held for an order');
    expect(opened.button('Spring tea').getAttribute('href')).toContain(`/orders/${orderId}`);
  });

  it('reads the settlements of a day as one line, which opens to every one of them', async () => {
    const opened = await openPage(WalletPage, 'wallet');
    const settled = (minute: number, cents: number): JournalRow => ({
      ...aReservation,
      id: `88888888-0000-4000-8000-0000000001${minute}`,
      at: `2026-11-23T02:${minute}:00Z`,
      kind: 'boost-spent',
      by: null,
      legs: [
        { account: 'reserved', cents: -cents },
        { account: 'spent', cents },
      ],
    });
    await answered(opened, aWallet(), [settled(20, 7), settled(15, 300), settled(10, 4), aReservation]);
    expect(opened.page.querySelectorAll('app-journal-table tbody tr')).toHaveLength(2);
    expect(opened.text).toContain('23 Nov 10:10–10:20');
    expect(opened.find('.legs').textContent).toContain('-¥3.11');
    await opened.press('3 settlements');
    expect(opened.button('3 settlements').getAttribute('aria-expanded')).toBe('true');
    expect(opened.page.querySelectorAll('app-journal-table tr.part')).toHaveLength(3);
    await opened.press('3 settlements');
    expect(opened.page.querySelectorAll('app-journal-table tr.part')).toHaveLength(0);
  });

  it('fails in parts: a journal that does not come leaves the balances standing', async () => {
    const opened = await openPage(WalletPage, 'wallet');
    opened.asked(walletPath).flush(aWallet());
    answerTopUps(opened);
    await opened.refuse(journalPath, 500, 'internal');
    expect(opened.text).toContain('¥5,123.40');
    await opened.press('Try again');
    opened.asked(journalPath).flush(pageOf(aReservation));
    await opened.settle();
    expect(opened.text).toContain('Reserved for a boost');
  });

  it('teaches an empty journal, and filters one by account and boost in the address', async () => {
    const opened = await openPage(WalletPage, `wallet?boostId=${boostId}`);
    opened.asked(walletPath).flush(aWallet());
    answerTopUps(opened);
    const asked = opened.asked(journalPath);
    expect(asked.request.url).toContain(`boostId=${boostId}`);
    asked.flush(pageOf());
    await opened.settle();
    expect(opened.text).toContain('No line fits this filter');
    await opened.press('Show everything');
    expect(opened.address).toBe('wallet');
    opened.asked(journalPath).flush(pageOf());
    await opened.settle();
    expect(opened.text).toContain('Nothing has moved yet');
  });

  it('follows the stream', async () => {
    const opened = await openPage(WalletPage, 'wallet');
    const stream = aStream();
    await answered(opened);
    stream.tells('wallet');
    await answered(opened, aWallet({ cashCents: 500_000 }));
    expect(opened.text).toContain('¥5,000.00');
  });

  it('records a top-up once, under one key, after it was filled in', async () => {
    const opened = await openPage(WalletPage, 'wallet', { role: 'finance' });
    await answered(opened);
    await opened.press('Top up');
    await opened.settle();
    await opened.press('Record ¥0');
    expect(document.body.textContent).toContain('Between ¥1 and ¥1,000,000.');
    await opened.type('mat-dialog-container input[inputmode=decimal]', '1,000.50');
    await opened.type('mat-dialog-container input[aria-describedby=top-up-reference]', ' Wire 8812 ');
    expect(document.body.textContent).toContain('Cash afterwards: ¥6,123.90');
    const button = opened.button('Record ¥1,000.50');
    button.click();
    button.click();
    const asked = opened.asked('/api/v1/wallet/top-ups', 'POST');
    expect(asked.request.body as TopUp).toMatchObject({ cents: 100_050, reference: 'Wire 8812' });
    asked.flush(aTopUp({ cents: 100_050, state: 'recorded' }));
    await opened.settle();
    opened.asked(walletPath).flush(aWallet({ cashCents: 612_390 }));
    opened.asked(journalPath).flush(pageOf(aReservation));
    opened.asked('/api/v1/wallet/top-ups').flush({ items: [], nextCursor: null });
    await opened.settle();
    expect(opened.text).toContain('¥6,123.90');
  });

  it('shows every bucket, and what is held by where it came from', async () => {
    const opened = await openPage(WalletPage, 'wallet');
    await answered(
      opened,
      aWallet({
        rebateCents: 13_890,
        creditCents: 180_000,
        creditLimitCents: 200_000,
        creditOwedCents: 15_000,
        held: { voucher: 0, compensation: 0, rebate: 9_660, cash: 25_000, credit: 5_000, orders: 10_000 },
      }),
    );
    const tiles = [...opened.page.querySelectorAll('.tile')].map((tile) => tile.textContent ?? '');
    expect(tiles).toHaveLength(7);
    expect(tiles[2]).toContain('¥138.90');
    expect(tiles[4]).toContain('of ¥2,000.00 granted; ¥150.00 to pay back');
    expect(tiles[5]).toContain('orders ¥100.00 · rebate ¥96.60 · boosts from cash ¥250.00 · credit ¥50.00');
  });

  it('lets a second person agree, once however often they press', async () => {
    const opened = await openPage(WalletPage, 'wallet', { role: 'finance' });
    await answered(opened, aWallet(), [], [aTopUp()]);
    expect(opened.text).toContain('Above ¥5,000 a second person has to agree.');
    expect(opened.text).toContain('Asked by Chen, 23 Nov 12:00');
    opened.button('Agree to ¥6,000').click();
    opened.button('Agree to ¥6,000').click();
    opened
      .asked(`/api/v1/wallet/top-ups/${aTopUp().id}/approval`, 'POST')
      .flush(aTopUp({ state: 'recorded' }));
    await opened.settle();
    const agreed = aTopUp({ state: 'recorded', decidedBy: 'Lin', decidedAt: '2026-11-23T05:00:00Z' });
    opened.asked('/api/v1/wallet/top-ups').flush({ items: [agreed], nextCursor: null });
    await opened.settle();
    expect(opened.text).toContain('agreed by Lin, 23 Nov 13:00');
  });

  it('offers whoever asked to take it back and not to agree, and a marketer neither', async () => {
    const opened = await openPage(WalletPage, 'wallet', { role: 'finance' });
    await answered(opened, aWallet(), [], [aTopUp({ own: true })]);
    expect(opened.text).toContain('Another owner or finance member has to agree.');
    expect(opened.text).not.toContain('Agree to');
    await opened.press('Take back');
    await opened.settle();
    await opened.type('mat-dialog-container input', 'Entered twice');
    [...document.querySelectorAll<HTMLButtonElement>('mat-dialog-container button')].at(-1)?.click();
    const asked = opened.asked(`/api/v1/wallet/top-ups/${aTopUp().id}/refusal`, 'POST');
    expect(asked.request.body).toEqual({ reason: 'Entered twice' });
  });

  it('says so when nobody else could agree', async () => {
    const opened = await openPage(WalletPage, 'wallet');
    opened.asked(walletPath).flush(aWallet());
    opened.asked(journalPath).flush(pageOf());
    answerTopUps(opened, [aTopUp({ own: true })], 1);
    await opened.settle();
    expect(opened.text).toContain('Nobody but you could agree yet');
  });

  it('does not say so on a creator’s desk, which is one person’s as a rule', async () => {
    const opened = await openPage(WalletPage, 'wallet', {
      session: aSession('owner', { memberships: [aMembership('owner', 'creator')] }),
    });
    opened.asked(walletPath).flush(aWallet());
    opened.asked(journalPath).flush(pageOf());
    answerTopUps(opened, [aTopUp({ own: true })], 1);
    await opened.settle();
    expect(opened.text).toContain('a second person has to agree');
    expect(opened.text).not.toContain('Nobody but you could agree yet');
  });

  it('tells a marketer why the button is off', async () => {
    const opened = await openPage(WalletPage, 'wallet', { role: 'marketer' });
    await answered(opened);
    expect(opened.button('Top up').getAttribute('aria-disabled')).toBe('true');
  });

  it('sets both limits in one dialog, and only when both amounts are ones', async () => {
    const opened = await openPage(WalletPage, 'wallet');
    await answered(opened);
    expect(opened.text).toContain('Boosts, races, campaigns, recruitments and orders wait for nobody.');
    await opened.press('Change');
    opened.find('input[name=commits]').click();
    await opened.settle();
    await opened.type('input[aria-describedby=commits-fault]', 'much');
    await opened.press('Save');
    expect(document.body.textContent).toContain('Between ¥0 and ¥1,000,000.');
    expect(document.body.textContent).toContain('alone within 24 hours counts as one amount');
    expect(document.body.textContent).toContain('waits for another owner or somebody from finance');
    await opened.type('input[aria-describedby=commits-fault]', '8,000');
    await opened.press('Save');
    const asked = opened.asked('/api/v1/wallet/settings/approval-limit', 'POST');
    expect(asked.request.body).toEqual({ approvalAboveCents: 500_000, commitAboveCents: 800_000 });
  });
});
