import type { Browser, Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expectAccessible } from '../accessible';
import { apiOf, cameBack, words, workspaceNamed } from '../people';
import { expect, test } from '../stage';

const tellings = [
  {
    language: 'en',
    locale: 'en-GB',
    scheme: 'light',
    width: 1280,
    say: {
      change: 'Change',
      above: 'Above an amount',
      amount: 'Amount in yuan',
      save: 'Save',
      rule: 'Boosts, races, campaigns, recruitments and orders above ¥100 wait for a second person too',
      wants: /何帆 He Fan wants to boost .* for ¥300/,
      nothing: 'Nothing of this has been spent or held yet.',
      own: 'You asked for this, so somebody else has to agree.',
      what: 'Say what the money is for',
      said: 'Saved.',
      bell: /^Notices/,
      notice: /He Fan asks you to agree to ¥300/,
      agree: 'Agree to ¥300',
      agreed: 'Approved',
      open: 'Open the boost',
      running: 'Running',
      trial: /Few clicks/,
      would: 'What it would have done',
      days: 'Last 14 days',
      looked: /It looked at/,
      makeLive: /^Make live: \d+ hits? seen$/,
      confirm: 'Make this rule live',
      live: 'The rule is live.',
      back: 'Back on trial',
    },
  },
  {
    language: 'zh',
    locale: 'zh-CN',
    scheme: 'dark',
    width: 390,
    say: {
      change: '修改',
      above: '超过一定金额',
      amount: '金额（元）',
      save: '保存',
      rule: '加热、赛马、投放活动、招募和合作超过 ¥100 也需第二人同意',
      wants: /何帆 He Fan 想花 ¥300 加热/,
      nothing: '这一笔还没有扣款，也没有冻结。',
      own: '这是您发起的，需要别人同意。',
      what: '这笔钱用来做什么',
      said: '已保存。',
      bell: /^通知/,
      notice: /He Fan 请您审批 ¥300/,
      agree: '同意 ¥300',
      agreed: '已同意',
      open: '查看加热',
      running: '投放中',
      trial: /点击率太低就停/,
      would: '它本来会做什么',
      days: '最近 14 天',
      looked: /共检查/,
      makeLive: /^启用（已看过 \d+ 次命中）$/,
      confirm: '启用这条规则',
      live: '规则已启用。',
      back: '改回试运行',
    },
  },
] as const;

interface Wallet {
  cashCents: number;
  reservedCents: number;
  balanced: boolean;
}

/** A window of somebody of the agency, in the room of its client. */
async function windowOf(
  browser: Browser,
  setting: Parameters<Browser['newContext']>[0],
  email: string,
): Promise<{ page: Page; room: string }> {
  const page = await (await browser.newContext(setting)).newPage();
  await cameBack(page, email);
  return { page, room: await workspaceNamed(page, '青屿') };
}

for (const { language, locale, scheme, width, say } of tellings) {
  test.describe(`in ${language}, ${scheme}, ${width} pixels`, () => {
    const setting = { locale, colorScheme: scheme, viewport: { width, height: 900 } };
    test.use(setting);

    test('in a client’s room a planner launches above the limit, a second person agrees in another window, and the boost runs', async ({
      browser,
      baseURL,
    }) => {
      test.setTimeout(120_000);
      const room = { ...setting, ...(baseURL && { baseURL }) };
      const zhou = await windowOf(browser, room, 'zhou@poolrise.demo');
      const he = await windowOf(browser, room, 'he@poolrise.demo');
      const api = apiOf(zhou.page, zhou.room);

      // The owner says above which amount a second person agrees, and pays in.
      await zhou.page.goto(`/w/${zhou.room}/wallet`);
      await zhou.page.getByRole('button', { name: say.change, exact: true }).click();
      const dialog = zhou.page.getByRole('dialog');
      await dialog.getByRole('radio', { name: say.above }).first().check();
      // The amount of what is bought stands above the one of top-ups, once it is asked for.
      const amounts = dialog.getByRole('textbox', { name: say.amount });
      await expect(amounts).toHaveCount(2);
      await amounts.first().fill('100');
      await expectAccessible(zhou.page, 'limits of the wallet');
      await dialog.getByRole('button', { name: say.save }).click();
      await expect(zhou.page.getByText(say.rule)).toBeVisible();
      await api.post('wallet/top-ups', { cents: 100_000, reference: 'wire', requestKey: randomUUID() });
      const before = await api.get<Wallet>('wallet');

      // The planner launches the usual ¥300, and is led to what it waits for.
      const title = `海边的一杯茶 ${randomUUID().slice(0, 8)}`;
      const note = await apiOf(he.page, he.room).post<{ id: string }>('notes', {
        creator: { redId: `room_${randomUUID().slice(0, 8)}`, name: '屿上', followers: 900 },
        type: 'image',
        title,
        body: '风大的下午，一壶乌龙刚刚好。',
        topics: ['乌龙茶'],
        category: 'food',
        language: 'zh',
        disclosure: 'own_brand',
        requestKey: randomUUID(),
      });
      await he.page.goto(`/w/${he.room}/notes/${note.id}`);
      const boostNote = he.page.getByRole('button', { name: words[language].boostNote });
      await expect(boostNote).not.toHaveAttribute('aria-disabled', 'true', { timeout: 20_000 });
      await boostNote.click();
      const launch = he.page.getByRole('dialog').getByRole('button', { name: words[language].launch });
      await expect(launch).not.toHaveAttribute('aria-disabled', 'true');
      await launch.click();
      await he.page.waitForURL(/\/approvals\/[0-9a-f-]{36}$/);
      await expect(he.page.getByText(say.wants)).toBeVisible();
      await expect(he.page.getByText(say.own)).toBeVisible();
      await expect(he.page.getByRole('button', { name: say.agree })).toHaveCount(0);
      await he.page.getByPlaceholder(say.what).fill('周末 The weekend');
      await he.page.getByRole('button', { name: say.save, exact: true }).click();
      await expect(he.page.getByText(say.said)).toBeVisible();
      await expectAccessible(he.page, 'a request of one’s own');
      expect(await api.get<Wallet>('wallet')).toMatchObject({
        cashCents: before.cashCents,
        reservedCents: before.reservedCents,
      });

      // The other hears of it in the bell, reads what it is for, and agrees.
      await zhou.page.getByRole('button', { name: say.bell }).click();
      await zhou.page.getByRole('menuitem', { name: say.notice }).first().click();
      await expect(zhou.page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(zhou.page.getByText('周末 The weekend')).toBeVisible();
      await expect(zhou.page.getByText(say.nothing)).toBeVisible();
      await expectAccessible(zhou.page, 'a request that waits');
      await zhou.page.getByRole('button', { name: say.agree }).click();
      await zhou.page.getByRole('link', { name: say.open }).click();
      await expect(zhou.page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(zhou.page.locator('app-boost-badge').getByText(say.running).first()).toBeVisible();
      const after = await api.get<Wallet>('wallet');
      expect(before.cashCents - after.cashCents).toBe(30_000);
      expect(after.balanced).toBe(true);
      // And the first window follows by itself.
      await expect(he.page.getByText(say.agreed, { exact: true })).toBeVisible({ timeout: 15_000 });
      await expect(he.page.getByRole('link', { name: say.open })).toBeVisible();
      await expectAccessible(he.page, 'a request that was approved');
    });

    test('a marketer looks at what a rule would have done and makes it live', async ({ page }) => {
      test.setTimeout(60_000);
      const [workspaceId = ''] = await cameBack(page, 'mei@poolrise.demo');
      // Of its own, and only telling: one that stops boosts would stop those of the other stories.
      const own = `Told when readers pass by ${language} ${width}`;
      await apiOf(page, workspaceId).post('rules', {
        name: own,
        condition: {
          metric: 'ctrPaid',
          comparison: 'below',
          value: 0.03,
          leastImpressions: 1_000,
          windowHours: 24,
        },
        action: 'notify',
        requestKey: randomUUID(),
      });
      await page.goto(`/w/${workspaceId}/campaigns/rules/new`);
      await expect(page.getByText(say.looked)).toBeVisible();
      await expectAccessible(page, 'a new rule');
      await page.goto(`/w/${workspaceId}/approvals`);
      await expect(page.getByText(say.agreed, { exact: true }).first()).toBeVisible();
      await expectAccessible(page, 'approvals');
      await page.goto(`/w/${workspaceId}/campaigns/rules`);
      await expect(page.getByRole('link', { name: say.trial })).toBeVisible();
      await expectAccessible(page, 'rules');
      await page.getByRole('link', { name: own }).click();
      await expect(page.getByRole('heading', { name: say.would })).toBeVisible();
      await page.getByRole('button', { name: say.days }).click();
      await expect(page.getByText(say.looked)).toBeVisible();
      await expectAccessible(page, 'a rule on trial');
      await page.getByRole('button', { name: say.makeLive }).click();
      await page.getByRole('dialog').getByRole('button', { name: say.confirm }).click();
      await expect(page.getByText(say.live)).toBeVisible();
      await expect(page.getByRole('button', { name: say.makeLive })).toHaveCount(0);
      // As it was, for whoever tells the next story.
      await page.getByRole('button', { name: say.back }).click();
      await expect(page.getByRole('button', { name: say.makeLive })).toBeVisible();
    });
  });
}
