import type { PreviewBoost } from '@poolrise/contracts';
import { anOffer, voucherId } from '../../../testing/a-boost';
import { noteId } from '../../../testing/a-note';
import { aVoucherPortfolio } from '../../../testing/a-voucher-portfolio';
import { openPage } from '../../../testing/opened';
import VoucherPortfolioPage from './portfolio-page';

const path = '/api/v1/vouchers/portfolio';
const opened = (setting = {}) => openPage(VoucherPortfolioPage, 'vouchers/portfolio', setting);

describe('the plan of vouchers', () => {
  it('shows that it is made, says what failed, and tries again', async () => {
    const page = await opened();
    expect(page.find('[aria-busy=true]').textContent).toContain('Planning your vouchers');
    await page.refuse(path, 403, 'role-too-low');
    expect(page.text).toContain('Your role may not do this');
    await page.press('Try again');
    await page.answer(path, aVoucherPortfolio());
    expect(page.text).toContain('Cold brew tea');
  });

  it('teaches what will stand here when there is no voucher', async () => {
    const page = await opened();
    await page.answer(path, aVoucherPortfolio({ vouchers: [] }));
    expect(page.text).toContain('No vouchers to use');
    expect(page.button('See all vouchers').getAttribute('href')).toContain('/vouchers');
  });

  it('says in one sentence what is at stake, then what ends when and why which is used first', async () => {
    const page = await opened();
    await page.answer(path, aVoucherPortfolio());
    expect(page.find('.finding').textContent).toBe(
      'If things go on as they are, about ¥23 of vouchers worth ¥75 will be wasted (most likely between ¥0 and ¥75). The plan below uses ¥30 of them and takes ¥45 from the wallet.',
    );
    expect(page.text).toContain('would use ¥20.00; this plan uses ¥10.00 more. No plan uses more.');
    const weeks = [...page.page.querySelectorAll('app-expiry-weeks li')].map((one) => one.textContent ?? '');
    expect(weeks).toHaveLength(7);
    expect(weeks[0]).toContain('about ¥19 will be wasted');
    expect(weeks[1]).toContain('nothing ends');
    expect(weeks[6]).toContain('3,000 impressions');
    expect(page.find('app-burn-list').textContent).toContain('ends sooner');
    expect(page.find('app-left-list').textContent).toContain('is not valid yet');
  });

  it('keeps what the wallet may add and the goal in the address, and leaves it when the amount cannot be read', async () => {
    const page = await opened();
    await page.answer(path, aVoucherPortfolio());
    const field = page.find<HTMLInputElement>('.ask input');
    const change = async (text: string) => {
      field.value = text;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await page.settle();
    };
    await change('many');
    expect(field.value).toBe('500');
    expect(page.address).toBe('vouchers/portfolio');
    await change('120.50');
    expect(page.address).toBe('vouchers/portfolio?wallet=12050');
    expect(page.asked(path).request.url).toContain('walletCents=12050');
    await page.press('Follows');
    expect(page.asked(path).request.url).toContain('goal=follows&walletCents=12050');
  });

  it('opens the launch filled in', async () => {
    window.matchMedia ??= () => ({ matches: false }) as MediaQueryList;
    const page = await opened();
    await page.answer(path, aVoucherPortfolio());
    await page.press('Launch boost');
    const offer = await page.askedSoon(`/api/v1/notes/${noteId(1)}/boost-offer`);
    offer.flush(anOffer());
    await page.settle();
    const preview = await page.askedSoon('/api/v1/boosts/preview', 'POST');
    expect(preview.request.body as PreviewBoost).toMatchObject({
      noteId: noteId(1),
      goal: 'follows',
      budgetCents: 7_500,
      durationHours: 48,
      voucherIds: [voucherId(1)],
    });
  });

  it('offers no launch to whoever may not launch', async () => {
    const page = await opened({ role: 'finance' });
    await page.answer(path, aVoucherPortfolio());
    expect(page.text).not.toContain('Launch boost');
  });
});
