import type { Locator, Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { expectAccessible } from '../accessible';
import { apiOf, cameBack } from '../people';
import { expect, test } from '../stage';

const tellings = [
  { language: 'zh', locale: 'zh-CN', scheme: 'light', width: 1280 },
  { language: 'en', locale: 'en-GB', scheme: 'dark', width: 390 },
] as const;

const words = {
  zh: {
    title: '标题',
    text: /^正文/,
    handIn: '提交稿件',
    asCover: '设为封面',
    remark: '茶汤太暗',
    comment: '批注内容',
    add: '添加批注',
    about: '第 1 张图上标记的位置',
    sendBack: '退回修改',
    remove: '移除第 1 个',
    forward: '第 2 张前移',
    notTaken: '这种文件不能上传',
    dismiss: '不要了',
    changed: '1 处图片有变化',
    replaced: '已替换',
    gone: '第 1 稿的图，这一稿已换掉',
    approve: '通过',
    publish: '发布笔记',
    compare: '与上一稿对比',
  },
  en: {
    title: 'Title',
    text: /^Text/,
    handIn: 'Hand in the draft',
    asCover: 'Make cover',
    remark: 'The tea is too dark',
    comment: 'Comment',
    add: 'Add comment',
    about: 'The marked place on image 1',
    sendBack: 'Send back',
    remove: 'Remove number 1',
    forward: 'Move image 2 forward',
    notTaken: 'This kind of file is not taken',
    dismiss: 'Leave it out',
    changed: 'Images changed: 1',
    replaced: 'replaced',
    gone: 'An image of Draft 1 that this one no longer has',
    approve: 'Approve',
    publish: 'Publish note',
    compare: 'Compare with the one before',
  },
};

/** A photo of one colour, with the place where it was taken written into it. */
const photo = async (background: string) => ({
  name: 'tea.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 900, height: 1_200, channels: 3, background } })
    .withExif({ IFD0: { ImageDescription: 'Longjing village' } })
    .jpeg()
    .toBuffer(),
});
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
async function confirms(page: Page, name: string, said = ''): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  if (said) await dialog.getByRole('textbox').last().fill(said);
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}
const brings = async (page: Page, ...files: Awaited<ReturnType<typeof photo>>[]) =>
  page.locator('input[name=media]').setInputFiles(files);

/** Drags over a part of the picture, as the pins are parts of it. */
async function drags(page: Page, layer: Locator): Promise<void> {
  await layer.scrollIntoViewIfNeeded();
  const box = await layer.boundingBox();
  if (!box) throw new Error('the picture is not on screen');
  await page.mouse.move(box.x + 0.3 * box.width, box.y + 0.4 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.5 * box.width, box.y + 0.5 * box.height, { steps: 4 });
  await page.mouse.up();
}

for (const { language, locale, scheme, width } of tellings) {
  test.describe(`in ${language}, ${scheme}, ${width} pixels`, () => {
    const setting = { locale, colorScheme: scheme, viewport: { width, height: 900 } };
    test.use(setting);

    test('a creator hands in two images, a place on one is pinned, the image is replaced, and the note shows it', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.setTimeout(180_000);
      const say = words[language];
      const theirs = await (await browser.newContext({ ...setting, baseURL })).newPage();
      const [room = ''] = await cameBack(page, 'lin@poolrise.demo');
      const [desk = ''] = await cameBack(theirs, 'xiaoman@poolrise.demo');
      const [lin, xiaoman] = [apiOf(page, room), apiOf(theirs, desk)];
      const { items } = await xiaoman.get<{ items: { creatorId: string }[] }>('orders?show=all');
      const order = await lin.post<{ id: string; version: number }>('orders', {
        creatorId: items[0]?.creatorId,
        ...{ name: `Two images ${width}`, brief: '一杯茶的两张照片。', noteType: 'image' },
        ...{ category: 'food', language: 'zh', quoteCents: 30_000, requestKey: randomUUID() },
        draftDueAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
      });
      await xiaoman.post(`orders/${order.id}/moves`, {
        kind: 'accept',
        version: order.version,
        requestKey: randomUUID(),
      });

      await theirs.goto(`/w/${desk}/orders/${order.id}`);
      await theirs.getByRole('textbox', { name: say.title }).fill('一杯茶，两张照片');
      await theirs.getByRole('textbox', { name: say.text }).fill('水凉到八十度，叶子慢慢沉下去。');
      await brings(theirs, await photo('#2b2118'), await photo('#c9a45c'));
      const pictures = theirs.locator('app-media-field li');
      await expect(pictures).toHaveCount(2);
      await brings(theirs, {
        name: 'tea.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from('<script>1</script>'),
      });
      await expect(theirs.getByText(say.notTaken)).toBeVisible();
      await expectAccessible(theirs, 'draft with pictures');
      await press(theirs, say.dismiss);
      await press(theirs, say.handIn);

      // She marks a place on the first picture and says what is wrong with it.
      await page.goto(`/w/${room}/orders/${order.id}`);
      const viewer = page.locator('app-media-viewer');
      await expect(viewer.locator('.frame img')).toBeVisible();
      await expect
        .poll(() => viewer.locator('.frame img').evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBe(900);
      await drags(page, viewer.locator('app-pin-layer'));
      await expect(page.locator('select[name=place] option:checked')).toHaveText(say.about);
      await page.getByRole('textbox', { name: say.comment }).fill(say.remark);
      await press(page, say.add);
      await expect(viewer.locator('.pin')).toHaveText('1');
      await expectAccessible(page, 'pinned picture');
      await press(page, say.sendBack);
      await confirms(page, say.sendBack, say.remark);

      // She sees where, takes that picture out, and puts another in its place.
      await expect(theirs.locator('app-media-viewer .pin')).toBeVisible();
      await press(theirs, say.remove);
      await brings(theirs, await photo('#e0c27a'));
      await expect(pictures).toHaveCount(2);
      await press(theirs, say.forward);
      await press(theirs, say.handIn);

      const changes = page.locator('app-media-difference');
      await expect(changes).toContainText(say.changed);
      await expect(changes.locator('li').first()).toContainText(say.replaced);
      await expect(changes.locator('li').first().locator('img')).toHaveCount(2);
      await expectAccessible(page, 'difference of pictures');
      await page.getByRole('checkbox', { name: say.compare }).click();
      await expect(page.getByText(say.gone)).toBeVisible();
      await expect(viewer.locator('.pin')).toHaveCount(0);
      await press(page, say.approve);
      await confirms(page, say.approve);

      await press(theirs, say.publish);
      await confirms(theirs, say.publish);
      const noteId = async () =>
        (await lin.get<{ note: { id: string } | null }>(`orders/${order.id}`)).note?.id ?? '';
      await expect.poll(noteId).not.toBe('');
      await page.goto(`/w/${room}/notes/${await noteId()}`);
      await expect(page.locator('app-page-header app-note-cover img')).toBeVisible();
      await expect(page.locator('app-media-viewer .thumb')).toHaveCount(2);
      const shown = await page.locator('app-media-viewer .frame img').getAttribute('src');
      const file = await page.request.get(shown ?? '');
      expect((await file.body()).includes('Longjing village')).toBe(false);
      await theirs.context().close();
    });
  });
}
