import { randomUUID } from 'node:crypto';
import { expectAccessible } from '../accessible';
import { Keyboard } from '../keyboard';
import { apiOf, signIn, words, workspaceOf, type Calls, type StoryLanguage } from '../people';
import { ReaderApplication } from '../readers';
import { expect, test } from '../stage';

interface Wallet {
  cashCents: number;
  voucherCents: number;
  reservedCents: number;
  balanced: boolean;
}
interface Boost {
  state: string;
  budgetCents: number;
  spentCents: number;
  refundedCents: number;
  lapsedCents: number;
}

interface Telling {
  language: StoryLanguage;
  locale: string;
  scheme: 'light' | 'dark';
  width: number;
  voucher: string;
  /** of a voucher that is a discount, nothing comes back */
  discount?: true;
}
const tellings: Telling[] = [
  { language: 'zh', locale: 'zh-CN', scheme: 'light', width: 1280, voucher: '冬季加热券 ¥100' },
  { language: 'en', locale: 'en-US', scheme: 'dark', width: 1280, voucher: '限时加热券 ¥40' },
  {
    language: 'zh',
    locale: 'zh-CN',
    scheme: 'dark',
    width: 390,
    voucher: '冬季上新八五折券',
    discount: true,
  },
  // The voucher of the first telling, after its rest came back to it.
  { language: 'en', locale: 'en-US', scheme: 'light', width: 390, voucher: '冬季加热券 ¥100' },
];
const advertisements = 10;

/** A note that only those find who search for `word`. */
async function aFreshNote(api: Calls, title: string): Promise<string> {
  // Of a creator of its own: a page shows nobody twice, and one whom readers meet anyway would leave no room for the advertisement.
  const note = await api.post<{ id: string }>('notes', {
    creator: { redId: `galaxy_${randomUUID().slice(0, 8)}`, name: '银河茶语', followers: 900 },
    type: 'image',
    title,
    body: '低糖、冷泡四小时，早上放进冰箱，下午就能喝。',
    topics: ['冷泡茶'],
    category: 'food',
    language: 'zh',
    requestKey: randomUUID(),
  });
  return note.id;
}

for (const { language, locale, scheme, width, voucher, discount } of tellings) {
  test.describe(`in ${language}, ${scheme}, ${width} pixels, by keyboard alone`, () => {
    test.use({
      locale,
      colorScheme: scheme,
      viewport: { width, height: 900 },
    });

    test('a marketer launches a boost with a voucher, watches her note pass a level live, stops and gets the rest back', async ({
      page,
      baseURL,
    }) => {
      test.setTimeout(120_000);
      const say = words[language];
      const keyboard = new Keyboard(page);
      const title = page.getByRole('heading', { level: 1 });

      await signIn(page, 'mei@poolrise.demo', language);
      await expect(title).toHaveText(say.overview);
      await expectAccessible(page, 'overview');
      const api = apiOf(page, workspaceOf(page));
      const word = `yh${randomUUID().slice(0, 8)}`;
      const noteTitle = `银河冷泡茶 ${word}`;
      const noteId = await aFreshNote(api, noteTitle);
      const before = await api.get<Wallet>('wallet');
      // From here on the console is one document: what changes on screen changes without a reload.
      await page.evaluate(() => document.documentElement.setAttribute('data-untouched', 'yes'));

      await keyboard.goTo(noteTitle);
      await expect(title).toBeFocused();
      // The audit answers within seconds; the page hears of it by itself.
      const boostNote = page.getByRole('button', { name: say.boostNote });
      await expect(boostNote).not.toHaveAttribute('aria-disabled', 'true', { timeout: 20_000 });

      await keyboard.press(boostNote);
      const dialog = page.getByRole('dialog');
      await keyboard.press(dialog.getByRole('checkbox', { name: voucher }), 'Space');
      // The estimate has come back with the part that the voucher pays.
      await expect(dialog.getByText(/^-¥\d/)).toBeVisible();
      const launch = dialog.getByRole('button', { name: say.launch });
      await expect(launch).not.toHaveAttribute('aria-disabled', 'true');
      await expectAccessible(page, 'launch dialog');
      await keyboard.press(launch);
      await expect(dialog).toBeHidden();
      const reserved = await api.get<Wallet>('wallet');
      expect(reserved.reservedCents - before.reservedCents).toBe(30_000);

      const readers = await ReaderApplication.open(baseURL ?? '');
      await readers.meetAsAdvertisement(noteId, advertisements);
      await readers.searchAndRead(word, noteId, 100, 0.4);
      await readers.close();
      await expect(page.getByText(say.passed).first()).toBeVisible({ timeout: 15_000 });
      await expect(page.getByText(say.paid(advertisements), { exact: true })).toBeVisible();
      await expectAccessible(page, 'climb view');

      await keyboard.press(page.getByRole('link', { name: say.seeBoost }));
      await expect(title).toHaveText(noteTitle);
      const stop = page.getByRole('button', { name: say.stopBoost });
      await keyboard.press(stop);
      await expectAccessible(page, 'stop dialog');
      // A second thought costs nothing.
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(stop).toBeFocused();
      await keyboard.press(stop);
      await keyboard.press(dialog.getByRole('button', { name: say.confirmStop }));
      await expect(dialog).toBeHidden();
      await expect(page.getByText(say.stopped, { exact: true }).first()).toBeVisible();
      await expectAccessible(page, 'boost page');

      const boostId = new URL(page.url()).pathname.split('/').at(-1);
      const stopped = await api.get<Boost>(`boosts/${boostId}`);
      const after = await api.get<Wallet>('wallet');
      // Ten impressions at 15 yuan per thousand: 15 cents, which the voucher pays.
      expect(stopped).toMatchObject({ state: 'stopped', budgetCents: 30_000, spentCents: 15 });
      expect(stopped.refundedCents + stopped.lapsedCents).toBe(30_000 - 15);
      expect(after).toMatchObject({
        balanced: true,
        cashCents: before.cashCents,
        reservedCents: before.reservedCents,
        voucherCents: discount ? before.voucherCents : before.voucherCents - 15,
      });
      if (discount) expect(stopped.lapsedCents).toBe(4_500 - 15);
      else expect(stopped.lapsedCents).toBe(0);

      await keyboard.press(page.getByRole('link', { name: say.journalOfBoost }));
      await expect(title).toHaveText(say.wallet);
      const line = (kind: string) => page.getByRole('row').filter({ hasText: kind });
      await expect(line(say.reservedLine)).toContainText('+¥300.00');
      await expect(line(say.spentLine).first()).toContainText('+¥0.15');
      const refund = line(say.refundedLine);
      await expect(refund).toContainText('-¥299.85');
      await expect(refund).toContainText(discount ? say.lapsed : say.voucherAccount);
      await expectAccessible(page, 'wallet');

      expect(await page.locator('html').getAttribute('data-untouched'), 'never reloaded').toBe('yes');
    });
  });
}
