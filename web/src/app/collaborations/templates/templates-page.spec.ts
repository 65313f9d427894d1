import { aBriefTemplate } from '../../../testing/a-brief-template';
import { type Opened, openPage } from '../../../testing/opened';
import { pageOf } from '../../../testing/page-of';
import TemplatesPage from './templates-page';

const path = '/api/v1/brief-templates';
const kept = aBriefTemplate();

const open = async (items = [kept], setting: Parameters<typeof openPage>[2] = {}): Promise<Opened> => {
  const opened = await openPage(TemplatesPage, 'orders/templates', setting);
  opened.asked('/api/v1/brief-presets').flush({ items: [{ name: 'Food', content: kept.content }] });
  await opened.answer(path, pageOf(...items));
  return opened;
};
const submit = async (opened: Opened): Promise<void> => {
  opened.find('mat-dialog-container button[type=submit]').click();
  await opened.settle();
};

describe('brief templates', () => {
  it('are shown as creators will read them, with their terms and version', async () => {
    const opened = await open();
    expect(opened.text).toContain('春茶图文');
    expect(opened.text).toContain('必须写到： · 写明水温');
    const [brief] = opened.page.querySelectorAll('app-folded-brief');
    expect(brief?.querySelector('p')?.textContent).toBe(kept.content.goal);
    expect(brief?.querySelector('details p')?.textContent).toContain('写明水温');
    expect(opened.text).toContain('sent back at most 1 time');
    expect(opened.text).toContain('Version 2 · 林晓');
  });

  it('are changed into a new version, and say what is wrong', async () => {
    const opened = await open();
    await opened.press('Change template');
    await opened.settle();
    await opened.type('mat-dialog-container input[name=name]', '');
    await submit(opened);
    expect(opened.find('mat-dialog-container').textContent).toContain('A name of at most 60 characters.');
    await opened.type('mat-dialog-container input[name=name]', '春茶图文二');
    await opened.type('mat-dialog-container textarea[name=must]', '写明水温\n\n 一张实拍 ');
    await submit(opened);
    expect(opened.asked(`${path}/${kept.id}`, 'POST').request.body).toMatchObject({
      name: '春茶图文二',
      version: 2,
      content: { must: ['写明水温', '一张实拍'], revisionsMost: 1 },
    });
  });

  it('are deleted once it is confirmed', async () => {
    const opened = await open();
    await opened.press('Delete the template');
    await opened.settle();
    expect(opened.find('mat-dialog-container').textContent).toContain('Orders that were made keep theirs');
    opened.find('mat-dialog-container mat-dialog-actions button:last-child').click();
    await opened.settle();
    opened.asked(`${path}/${kept.id}`, 'DELETE').flush(null, { status: 204, statusText: '' });
    await opened.settle();
    await opened.answer(path, pageOf());
    expect(opened.text).toContain('No templates yet');
  });

  it('of the platform are copied', async () => {
    const opened = await open([], { language: 'zh-CN' });
    expect(opened.text).toContain('还没有模板');
    await opened.press('复制为我的模板');
    await opened.settle();
    await submit(opened);
    expect(opened.asked(path, 'POST').request.body).toMatchObject({ name: 'Food', content: kept.content });
  });
});
