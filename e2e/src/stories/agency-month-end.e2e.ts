import type { AgencyStatement, AgencyTask, SentStatementRow } from '@poolrise/contracts';
import { expectAccessible } from '../accessible';
import { apiOf, cameBack, workspaceNamed } from '../people';
import { expect, test } from '../stage';

test.use({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });

test('an agency gives an overdue draft to a colleague, closes last month for a client, and the client gets the file', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await cameBack(page, 'zhou@poolrise.demo');
  const shanhai = await workspaceNamed(page, '山海');
  const islet = await workspaceNamed(page, 'Islet');
  const api = apiOf(page, shanhai);

  await page.goto(`/w/${shanhai}/clients/desk?show=overdue`);
  await expect(page.getByText(/项已超时，请赶在平台自动处理之前答复/)).toBeVisible();
  const { items } = await api.get<{ items: AgencyTask[] }>('agency/tasks?show=overdue');
  const draft = items.find(({ kind, client }) => kind === 'review' && client.id === islet);
  if (!draft) throw new Error('The demo’s agency has a draft that it ought to have answered');
  const row = page.locator('.tasks li').filter({ hasText: draft.name });
  await expect(row).toContainText('平台');
  await expectAccessible(page, 'agency desk');
  await row.getByRole('button', { name: `把“${draft.name}”分配给同事` }).click();
  await page.getByRole('menuitem', { name: '周舟' }).click();
  await expect(row).toContainText('周舟');

  await page.getByRole('link', { name: '毛利', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('毛利');
  await expectAccessible(page, 'agency margin');
  await page.goto(`/w/${shanhai}/clients/${islet}/statement`);
  const closing = page.getByRole('button', { name: '结账' });
  await closing.click();
  await page.getByRole('dialog').getByRole('button', { name: '结账' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(closing).toBeHidden();
  await page.getByRole('button', { name: '发送给客户' }).click();
  await expect(page.getByText(/发送给客户：¥/)).toBeVisible();
  await expectAccessible(page, 'agency statement');
  const taken = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 XLSX' }).click();
  expect((await taken).suggestedFilename()).toMatch(/月结单.*\.xlsx$/);

  const sent = await apiOf(page, islet).get<{ items: SentStatementRow[] }>('agency-statements');
  expect(sent.items).toHaveLength(2);
  const [last] = sent.items;
  const month = await api.get<AgencyStatement>(`clients/${islet}/statement?month=${last?.month}`);
  expect(month.sums.totalCents).toBe(last?.totalCents);
  expect(month.sums.marginCents).toBeGreaterThan(0);
});
