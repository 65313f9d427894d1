import { expect, type Page } from '@playwright/test';
import { apiOf, settledImport } from './people';

const noteId = (n: number): string => `6f${n.toString(16).padStart(22, '0')}`;
const sheet = [
  '笔记ID,笔记标题,博主昵称,笔记发布日期,下单账号,数据更新日期,蒲公英金额,曝光量,阅读量,互动量,点赞量,备注',
  ...['2026/10/08', '2026/10/20'].flatMap((day, index) =>
    [1, 2].map(
      (n) =>
        `${noteId(n)},山谷里的早茶,小满,2026-10-0${n},林家茶,${day},¥1100.00,${index ? '1.2万' : 4_000},${900 + n},10+,-,`,
    ),
  ),
].join('\n');
const ownList = [
  '笔记标题,首次发布时间,体裁,曝光,观看量,封面点击率,点赞,评论,收藏,涨粉,分享,人均观看时长',
  '山谷里的早茶,2026-10-05 09:00,图文,1.2万,300,10.5%,20,3,9,1,2,31',
].join('\n');

/** Brings in two files: one makes observed notes, the other has a name that waits for a person. Safe to repeat. */
export async function bringInNotes(page: Page, workspaceId: string): Promise<void> {
  await bringIn(page, workspaceId, '投后数据.csv', sheet);
  await bringIn(page, workspaceId, '创作中心 2026-11-01.csv', ownList);
}

async function bringIn(page: Page, workspaceId: string, name: string, text: string): Promise<void> {
  const id = await settledImport(page, workspaceId, { name, bytes: Buffer.from(`\ufeff${text}\n`) });
  const api = apiOf(page, workspaceId);
  const state = async () => (await api.get<{ state: string }>(`imports/${id}`)).state;
  if ((await state()) === 'ready') await api.post(`imports/${id}/commit`, {});
  await expect.poll(state, { timeout: 30_000 }).toBe('done');
}
