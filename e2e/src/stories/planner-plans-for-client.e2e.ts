import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { Keyboard } from '../keyboard';
import { apiOf, cameBack, type StoryLanguage, workspaceNamed } from '../people';
import { expectNothingFound } from '../outsider';
import { expect, test } from '../stage';
import { type PlannerWords, plannerWords } from '../words/planner';

const tellings: { language: StoryLanguage; locale: string; scheme: 'light' | 'dark'; width: number }[] = [
  { language: 'en', locale: 'en-GB', scheme: 'light', width: 1280 },
  { language: 'zh', locale: 'zh-CN', scheme: 'dark', width: 390 },
];
/** So few that the client answers for all of them. */
const creators = 3;

const idIn = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** Writes a brief in the form, by keyboard; what it leaves out is said before anything is kept. */
async function writesBrief(page: Page, say: PlannerWords, product: string): Promise<string> {
  const keyboard = new Keyboard(page);
  await keyboard.press(page.getByRole('link', { name: say.newBrief }).first());
  const save = page.getByRole('button', { name: say.save });
  await keyboard.press(save);
  await expect(page.getByText(say.nameIt)).toBeVisible();
  await expectAccessible(page, 'brief');
  await keyboard.write(page.getByRole('textbox', { name: say.productField, exact: true }), product);
  await keyboard.write(page.getByRole('textbox', { name: say.brand }).first(), '原野');
  await keyboard.write(page.getByRole('textbox', { name: say.keywords }), '咖啡');
  await keyboard.press(page.getByRole('button', { name: say.women, exact: true }), 'Space');
  await keyboard.press(page.getByRole('button', { name: say.young, exact: true }), 'Space');
  await keyboard.rewrite(page.getByRole('textbox', { name: say.budget }), '20000');
  await keyboard.press(save);
  await expect(page.getByRole('heading', { level: 1, name: say.match })).toContainText(product);
  await expect(page.getByText(say.suit)).toBeVisible();
  await expectAccessible(page, 'ranking of a brief');
  return idIn(page);
}

async function plansPortfolio(page: Page, say: PlannerWords): Promise<void> {
  const keyboard = new Keyboard(page);
  await keyboard.press(page.getByRole('link', { name: say.planPortfolio }));
  await keyboard.rewrite(page.getByRole('spinbutton', { name: say.most }), String(creators));
  await keyboard.press(page.getByRole('button', { name: say.plan, exact: true }));
  await expect(page.getByText(say.reaches)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: say.frontier })).toBeVisible();
  await expectAccessible(page, 'portfolio');
}

/** From the plan into a proposal, at the quotes of the creators, and out to the client by a link. */
async function shares(page: Page, say: PlannerWords, name: string): Promise<string> {
  const keyboard = new Keyboard(page);
  await keyboard.press(page.getByRole('link', { name: say.propose }));
  await keyboard.write(page.getByLabel(say.proposalName), name);
  await expect(page.getByLabel(say.price)).toHaveCount(creators);
  await expect(page.getByLabel(say.price).first()).not.toHaveValue('');
  await expectAccessible(page, 'new proposal');
  await keyboard.press(page.getByRole('button', { name: say.saveProposal, exact: true }));
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expectAccessible(page, 'proposal');

  await keyboard.press(page.getByRole('button', { name: say.share, exact: true }));
  const dialog = page.getByRole('dialog');
  await expectAccessible(page, 'share dialog');
  await keyboard.press(dialog.getByRole('button', { name: say.makeLink }));
  const link = (await dialog.locator('code').textContent()) ?? '';
  expect(link).toContain('/share/');
  await keyboard.press(dialog.getByRole('button', { name: say.done }));
  await expect(dialog).toHaveCount(0);
  return link;
}

/** The client, who has no account: says a name, and answers for creators one by one. */
class Client {
  private readonly keyboard: Keyboard;

  private constructor(
    readonly page: Page,
    private readonly say: PlannerWords,
  ) {
    this.keyboard = new Keyboard(page);
  }

  static async opens(
    link: string,
    browser: Browser,
    setting: Parameters<Browser['newContext']>[0],
    say: PlannerWords,
  ): Promise<Client> {
    const page = await (await browser.newContext(setting)).newPage();
    await page.goto(link);
    const client = new Client(page, say);
    await client.keyboard.write(page.getByLabel(say.yourName), '苏青');
    await expectAccessible(page, 'shared proposal');
    return client;
  }

  async replaces(at: number): Promise<void> {
    const { page, say } = this;
    await this.keyboard.press(page.getByRole('button', { name: say.replace }).nth(at));
    await this.keyboard.write(page.getByLabel(say.instead), say.wish);
    await expectAccessible(page, 'answer of the client');
    await this.sends();
    await expect(page.getByText(say.wish)).toBeVisible();
  }

  async approves(at: number): Promise<void> {
    const { page, say } = this;
    await this.keyboard.press(page.getByRole('button', { name: say.approve, exact: true }).nth(at));
    await expect(page.getByLabel(say.comment)).toBeVisible();
    await this.sends();
  }

  private async sends(): Promise<void> {
    const form = this.page.locator('form.answer');
    await this.keyboard.press(form.getByRole('button', { name: this.say.send, exact: true }));
    await expect(form).toHaveCount(0);
  }
}

/** What the prices in the editor come to, as the forecast beside them says once it has followed. */
async function sumOfPrices(page: Page, say: PlannerWords): Promise<string> {
  const prices = await page
    .getByLabel(say.price)
    .evaluateAll((fields) => fields.map((field) => Number((field as HTMLInputElement).value)));
  const sum = prices.reduce((total, price) => total + price, 0);
  return `¥${Math.round(sum).toLocaleString('en')}`;
}

/** The planner takes out whom the client does not want, puts in another, and sends the second version at once. */
async function replaces(page: Page, say: PlannerWords, other: { name: string }): Promise<void> {
  const keyboard = new Keyboard(page);
  await expect(page.getByText(say.wish)).toBeVisible();
  await keyboard.press(page.getByRole('link', { name: say.edit, exact: true }));
  await expect(page.getByText(say.wants)).toBeVisible();
  const unwanted = page.locator('li').filter({ hasText: say.wants });
  const name = (await unwanted.getByRole('heading').textContent())?.trim() ?? '';
  await keyboard.press(unwanted.getByRole('button', { name: say.remove('').trim() }));
  expect(name).not.toContain(other.name);
  await keyboard.write(page.getByLabel(say.find), other.name);
  await keyboard.press(page.getByRole('button', { name: say.add(other.name) }).first());
  await expect(page.getByLabel(say.price)).toHaveCount(creators);
  await keyboard.rewrite(page.getByLabel(say.price).last(), '1200');
  await expect(page.getByRole('checkbox', { name: say.atOnce })).toBeChecked();
  await expect(page.locator('app-figures-strip')).toContainText(await sumOfPrices(page, say));
  await expectAccessible(page, 'second version');
  await keyboard.press(page.getByRole('button', { name: say.saveVersion }));
  await expect(page.getByRole('heading', { level: 3, name: other.name })).toBeVisible();
}

for (const { language, locale, scheme, width } of tellings) {
  test.describe(`in ${language}, ${scheme}, ${width} pixels, by keyboard alone`, () => {
    const setting = { locale, colorScheme: scheme, viewport: { width, height: 900 } };
    test.use(setting);

    test('a planner turns a brief into a portfolio, the client has one creator replaced and approves, and no other client finds it', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.setTimeout(180_000);
      const say = plannerWords[language];
      const product = `${say.product} ${width}`;
      const proposal = `${product} · 1`;
      await cameBack(page, 'zhou@poolrise.demo');
      const room = await workspaceNamed(page, 'Meadow');
      await page.goto(`/w/${room}/match`);

      const briefId = await writesBrief(page, say, product);
      await plansPortfolio(page, say);
      const link = await shares(page, say, proposal);
      const proposalId = idIn(page);

      const client = await Client.opens(link, browser, { ...setting, baseURL }, say);
      await expect(client.page.getByRole('heading', { level: 1 })).toContainText(proposal);
      await client.replaces(0);
      await client.approves(1);
      await expect(client.page.getByText(say.answered(2, creators))).toBeVisible();

      const api = apiOf(page, room);
      const view = await api.get<{ items: { creator: { name: string } }[] }>(`proposals/${proposalId}`);
      const proposed = view.items.map(({ creator }) => creator.name);
      const { items } = await api.get<{ items: { name: string; redId: string }[] }>(
        'creators?category=food&accepts=image&imageCents=1..&limit=50',
      );
      const other = items.find(
        ({ name }) => !proposed.includes(name) && !proposed.some((one) => name.includes(one)),
      );
      if (!other) throw new Error('everybody who writes about food is in the proposal');
      await replaces(page, say, other);

      // The client is told what is new; what was approved on unchanged terms stays approved.
      await client.page.reload();
      await expect(client.page.getByText(say.second)).toBeVisible();
      await expect(client.page.getByText(say.answered(1, creators))).toBeVisible();
      for (const [at, { name }] of (
        await api.get<{ items: { creator: { name: string } }[] }>(`proposals/${proposalId}`)
      ).items.map(({ creator }, n) => [n, creator] as const))
        if (name !== proposed[1]) await client.approves(at);
      await expect(client.page.getByText(say.allAnswered)).toBeVisible();
      await expectAccessible(client.page, 'answered proposal');
      await expect(page.locator('app-verdict-chip, app-answers-list').getByText(say.approved)).toHaveCount(
        creators,
      );

      const list = await api.post<{ id: string }>('creator-lists', { name: product, purpose: proposal });
      await expectNothingFound(
        browser,
        { baseURL, locale, email: 'qing@poolrise.demo' },
        { room, words: [product], briefId, proposalId, listId: list.id },
      );

      // A revoked link opens nothing, and does not say what it once opened.
      const keyboard = new Keyboard(page);
      await keyboard.press(page.getByRole('button', { name: say.revoke }));
      await keyboard.press(page.getByRole('dialog').getByRole('button', { name: say.revoke }));
      await expect(page.getByText(say.revoked)).toBeVisible();
      await client.page.reload();
      await expect(client.page.getByText(say.closed)).toBeVisible();
      await expect(client.page.getByText(product)).toHaveCount(0);
      await expectAccessible(client.page, 'closed link');
      await client.page.context().close();
    });
  });
}
