import type { EarningsView } from '@poolrise/contracts';
import { openPage, type Opened } from '../../testing/opened';
import { noEarnings, someEarnings } from '../../testing/earnings';
import EarningsPage from './earnings-page';

const path = '/api/v1/earnings';
const open = (address = 'earnings', language: 'en' | 'zh-CN' = 'en'): Promise<Opened> =>
  openPage(EarningsPage, address, { language });
const full = async (changes: Partial<EarningsView> = {}, language: 'en' | 'zh-CN' = 'en') => {
  const opened = await open('earnings', language);
  await opened.answer(path, someEarnings(changes));
  return opened;
};

describe('the earnings of a desk', () => {
  it('show that they are loading', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading your earnings');
    opened.asked(path);
  });

  it('say what to do where nothing was earned yet', async () => {
    const opened = await open();
    await opened.answer(path, noEarnings());
    expect(opened.text).toContain('Nothing earned yet');
    expect(opened.button('Look at the recruitment hall').getAttribute('href')).toContain('/orders/board');
  });

  it('say what failed and try again', async () => {
    const opened = await open();
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    opened.asked(path);
  });

  it('tell order by order what was paid and the fee on it', async () => {
    const opened = await full();
    expect(opened.text).toContain('林家茶 · paid');
    expect(opened.text).toContain('-¥60.00');
    expect(opened.text).toContain('rate 10%');
    expect(opened.text).toContain('¥540.05');
    expect(opened.text).toContain('And 3 more. The sums count them');
    expect(opened.button('春茶上新').getAttribute('href')).toContain('/orders/');
  });

  it('say when each order pays, what it hangs on, and what is late', async () => {
    const opened = await full();
    expect(opened.text).toContain('No date yet your draft comes next');
    expect(opened.text).toContain('published and protected');
    expect(opened.text).toContain('Draft is late');
    expect(opened.text).toContain('December 2026');
    expect(opened.text).toContain('Without a date yet');
    expect(opened.text).toContain('The platform withholds no tax');
  });

  it('keep commission apart and say by which rule a sale counts', async () => {
    const opened = await full();
    expect(opened.text).toContain('It does not pass through the wallet');
    expect(opened.text).toContain('opened last in the 7 days before it, and for that one only');
    expect(opened.text).toContain('confirmed 15 days after the sale, less returns');
    expect(opened.text).toMatch(/40 ?12 from ads/);
    expect(opened.text).toMatch(/3 ?7\.5%/);
    expect(opened.text).toContain('¥49.00 returned');
  });

  it('say the same in Chinese', async () => {
    const opened = await full({}, 'zh-CN');
    expect(opened.text).toContain('佣金由店铺直接付给您，不经过钱包');
    expect(opened.text).toContain('等您交稿');
  });

  it('show another month when its bar is pressed, and keep it in the address', async () => {
    const opened = await full();
    await opened.press('Oct');
    expect(opened.address).toBe('earnings?month=2026-10');
    expect(opened.asked(path).request.urlWithParams).toContain('month=2026-10');
  });

  it('are handed out as a file', async () => {
    const opened = await open('earnings?month=2026-10');
    await opened.answer(path, someEarnings({ month: '2026-10' }));
    await opened.press('Download CSV');
    expect(opened.asked(`${path}/files`, 'POST').request.body).toEqual({
      month: '2026-10',
      format: 'csv',
      language: 'en',
    });
  });
});
