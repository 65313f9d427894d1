import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { apiOf, cameBack, demoPassword, workspaceNamed } from '../people';
import { expect, test } from '../stage';

test.use({ locale: 'zh-CN', colorScheme: 'light' });

const titleOf = (page: Page) => page.getByRole('heading', { level: 1 });
const schemeOf = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
const groundOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('a marketer changes language and theme without losing her place, and finds them again tomorrow', async ({
  page,
}) => {
  const [lin] = await cameBack(page, 'mei@poolrise.demo');
  const address = `/w/${lin}/notes?state=climbing&sort=lift`;
  await page.goto(address);
  await expect(titleOf(page)).toHaveText('笔记');
  const bright = await groundOf(page);
  await page.evaluate(() => document.body.setAttribute('data-same-document', 'yes'));

  await page.getByRole('button', { name: '语言' }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(titleOf(page)).toHaveText('Notes');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  await page.getByRole('button', { name: 'Theme' }).click();
  await expectAccessible(page, 'open theme menu');
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect.poll(() => schemeOf(page)).toBe('dark');
  await expect.poll(() => groundOf(page)).not.toBe(bright);

  await expect(page).toHaveURL(address);
  await expect(page.locator('body')).toHaveAttribute('data-same-document', 'yes');

  await page.reload();
  await expect(titleOf(page)).toHaveText('Notes');
  expect(await schemeOf(page)).toBe('dark');

  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'As the system' }).click();
  await expect.poll(() => groundOf(page)).toBe(bright);
});

test('a marketer goes anywhere by the command palette, without touching the mouse', async ({ page }) => {
  const [lin = ''] = await cameBack(page, 'mei@poolrise.demo');
  const api = apiOf(page, lin);
  const notes = await api.get<{ items: { id: string; title: string }[] }>('notes?limit=1');
  const boosts = await api.get<{ items: { id: string }[] }>('boosts?limit=1');
  const note = notes.items[0] ?? { id: '', title: '' };
  const boostId = boosts.items[0]?.id ?? '';

  await page.goto(`/w/${lin}/overview`);
  await expect(titleOf(page)).toHaveText('概览');
  const goTo = async (typed: string, found: string) => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox')).toBeFocused();
    await page.keyboard.type(typed);
    await expect(page.getByRole('option', { selected: true })).toContainText(found);
    await page.keyboard.press('Enter');
  };

  await goTo('钱包', '钱包');
  await expect(page).toHaveURL(`/w/${lin}/wallet`);
  await expect(titleOf(page)).toBeFocused();

  await goTo(note.title, note.title);
  await expect(page).toHaveURL(`/w/${lin}/notes/${note.id}`);

  await goTo('概览', '概览');
  await goTo(note.id, note.title);
  await expect(page).toHaveURL(`/w/${lin}/notes/${note.id}`);

  await goTo(boostId, '加热');
  await expect(page).toHaveURL(`/w/${lin}/boosts/${boostId}`);

  // Arrows walk through what fits, Escape leaves everything as it was and gives the focus back.
  const here = page.url();
  await page.keyboard.press('Control+k');
  await expectAccessible(page, 'command palette');
  const chosen = page.getByRole('option', { selected: true });
  const first = await chosen.textContent();
  await page.keyboard.press('ArrowDown');
  await expect(chosen).not.toHaveText(first ?? '');
  await page.keyboard.press('ArrowUp');
  await expect(chosen).toHaveText(first ?? '');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox')).toBeHidden();
  expect(page.url()).toBe(here);
});

test('an agency walks from client to client and never sees one client’s figures under another’s name', async ({
  page,
}) => {
  await cameBack(page, 'zhou@poolrise.demo');
  const shanhai = await workspaceNamed(page, 'Shanhai');
  const lin = await workspaceNamed(page, 'Lin’s Tea');
  const muyu = await workspaceNamed(page, 'Muyu');
  const titlesOf = async (workspaceId: string) => {
    const overview = await apiOf(page, workspaceId).get<{ verdicts: { noteTitle: string }[] }>('overview');
    return overview.verdicts.slice(0, 6).map(({ noteTitle }) => noteTitle);
  };
  const [tea, skincare] = [await titlesOf(lin), await titlesOf(muyu)];
  expect(tea.length * skincare.length, 'verdicts to tell the clients apart by').toBeGreaterThan(0);

  const main = page.getByRole('main');
  const switchTo = async (name: string) => {
    await page.getByRole('button', { name: /^当前空间/ }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const showsOnly = async (ours: string[], theirs: string[]) => {
    for (const title of ours) await expect(main).toContainText(title);
    for (const title of theirs) await expect(main).not.toContainText(title);
  };

  await page.goto(`/w/${shanhai}/overview`);
  await switchTo('林家茶');
  await expect(page).toHaveURL(`/w/${lin}/overview`);
  await showsOnly(tea, skincare);
  // A client viewer looks on: there is no wallet to open.
  await expect(page.getByRole('link', { name: '钱包', exact: true })).toHaveCount(0);

  await switchTo('木屿护肤');
  await expect(page).toHaveURL(`/w/${muyu}/overview`);
  await showsOnly(skincare, tea);

  // An answer that is still on its way when she leaves must not land on the next client's page.
  let letGo: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/api/v1/overview', async (route) => {
    if (route.request().headers()['x-workspace'] === lin) await late;
    // The page may have given up on it by then.
    await route.continue().catch(() => undefined);
  });
  const onItsWay = page.waitForRequest('**/api/v1/overview');
  await switchTo('林家茶');
  expect((await onItsWay).headers()['x-workspace']).toBe(lin);
  await switchTo('木屿护肤');
  letGo();
  await expect(page).toHaveURL(`/w/${muyu}/overview`);
  await showsOnly(skincare, tea);
});

test('a link into somebody else’s workspace looks like one into nothing', async ({ page }) => {
  await cameBack(page, 'zhou@poolrise.demo');
  const muyu = await workspaceNamed(page, 'Muyu');
  await cameBack(page, 'mei@poolrise.demo');
  await page.goto(`/w/${muyu}/notes`);
  await expect(titleOf(page)).toHaveText('这里什么都没有');
  await page.goto('/w/00000000-0000-4000-8000-000000000000/notes');
  await expect(titleOf(page)).toHaveText('这里什么都没有');
});

test('a copied link waits behind the door, and the door shuts after signing out', async ({ page }) => {
  const [lin = ''] = await cameBack(page, 'mei@poolrise.demo');
  const { items } = await apiOf(page, lin).get<{ items: { id: string; title: string }[] }>('notes?limit=1');
  const link = `/w/${lin}/notes/${items[0]?.id}?hours=168`;
  await page.context().clearCookies();

  await page.goto(link);
  await expect(page).toHaveURL(/\/sign-in\?return=/);
  await page.getByLabel('邮箱').fill('mei@poolrise.demo');
  await page.getByLabel('密码', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
  await expectAccessible(page, 'refused sign-in');

  await page.getByLabel('密码', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page).toHaveURL(link);
  await expect(titleOf(page)).toHaveText(items[0]?.title ?? '');

  await page.getByRole('button', { name: /的账号$/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page).toHaveURL('/sign-in');
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText(items[0]?.title ?? '')).toHaveCount(0);
  expect((await page.request.get('/api/v1/notes', { headers: { 'x-workspace': lin } })).status()).toBe(401);
});
