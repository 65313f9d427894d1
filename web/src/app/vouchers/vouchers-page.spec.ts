import { aVoucher, voucherId } from '../../testing/a-boost';
import { openPage } from '../../testing/opened';
import VouchersPage from './vouchers-page';

const path = '/api/v1/vouchers';
const pageOf = (...items: ReturnType<typeof aVoucher>[]) => ({ items, nextCursor: null });

describe('the vouchers', () => {
  it('shows that they are loading', async () => {
    const opened = await openPage(VouchersPage, 'vouchers');
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading vouchers');
    opened.asked(path);
  });

  it('teaches where vouchers come from', async () => {
    const opened = await openPage(VouchersPage, 'vouchers');
    await opened.answer(path, pageOf());
    expect(opened.text).toContain('Vouchers are granted by the platform');
  });

  it('says what failed and tries again', async () => {
    const opened = await openPage(VouchersPage, 'vouchers');
    await opened.refuse(path, 403, 'role-too-low');
    expect(opened.text).toContain('Your role may not do this');
    await opened.press('Try again');
    await opened.answer(path, pageOf(aVoucher()));
    expect(opened.text).toContain('First boost');
  });

  it('says what each gives, what is left, and its rules in words', async () => {
    const half = aVoucher({
      remainingCents: 1_000,
      reservedCents: 2_000,
      minimumBudgetCents: 10_000,
      stackable: false,
    });
    const ratio = aVoucher({
      id: voucherId(2),
      kind: 'ratio',
      ratioBasisPoints: 1_000,
      capCents: 5_000,
      categories: ['food'],
    });
    const traffic = aVoucher({ id: voucherId(3), kind: 'traffic', impressions: 2_000 });
    const opened = await openPage(VouchersPage, 'vouchers');
    await opened.answer(path, pageOf(half, ratio, traffic));
    const [first, second, third] = [...opened.page.querySelectorAll('app-voucher-card')].map(
      (card) => card.textContent,
    );
    expect(first).toContain('¥30 off');
    expect(first).toContain('¥10.00 left · ¥20.00 reserved in a boost');
    expect(first).toContain('For boosts of ¥100 or more.');
    expect(first).toContain('Cannot be combined.');
    expect(second).toContain('10% off, ¥50 at most');
    expect(second).toContain('Only for Food.');
    expect(third).toContain('2,000 extra impressions');
    expect(third).toContain('It has no value in money.');
  });

  it('warns of one that ends within three days', async () => {
    const soon = new Date(Date.now() + 30 * 3_600_000).toISOString();
    const opened = await openPage(VouchersPage, 'vouchers');
    await opened.answer(
      path,
      pageOf(aVoucher({ expiresAt: soon }), aVoucher({ id: voucherId(2), expiresAt: soon, state: 'spent' })),
    );
    expect(opened.page.querySelectorAll('.soon')).toHaveLength(1);
    expect(opened.text).toContain('ends in 1 day');
  });

  it('filters by state in the address and leads to the journal of one', async () => {
    const opened = await openPage(VouchersPage, 'vouchers');
    await opened.answer(path, pageOf(aVoucher()));
    expect(opened.button('See its journal').getAttribute('href')).toContain(`voucherId=${voucherId(1)}`);
    await opened.press('Expired');
    expect(opened.address).toBe('vouchers?state=expired');
    expect(opened.asked(path).request.url).toBe('/api/v1/vouchers?state=expired');
  });
});
