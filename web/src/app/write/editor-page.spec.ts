import type { NoteDraftView } from '@poolrise/contracts';
import { aNoteDraft, draftId } from '../../testing/a-note-draft';
import { aMembership, aSession, openPage } from '../../testing/opened';
import EditorPage from './editor-page';

const path = `/api/v1/note-drafts/${draftId}`;
const session = aSession('creator', { memberships: [aMembership('creator', 'creator')] });

async function openIt(view: NoteDraftView = aNoteDraft(), language: 'en' | 'zh-CN' = 'en') {
  const opened = await openPage(EditorPage, `write/${draftId}`, {
    session,
    route: 'write/:draftId',
    language,
  });
  await opened.answer(path, view);
  return opened;
}

describe('the editor of a note', () => {
  it('waits, and says when the draft did not come', async () => {
    const opened = await openPage(EditorPage, `write/${draftId}`, { session, route: 'write/:draftId' });
    expect(opened.page.querySelector('[aria-busy]')).not.toBeNull();
    await opened.refuse(path, 404, 'not-found');
    expect(opened.page.querySelector('app-failed-state')).not.toBeNull();
  });

  it('saves what is typed after a pause, on the version it was typed on', async () => {
    const opened = await openIt();
    await opened.type('input[name=title]', '一杯好茶');
    const saved = await opened.askedSoon(path, 'POST');
    expect(saved.request.body).toMatchObject({ version: 3, title: '一杯好茶', topics: ['冷泡茶'] });
    saved.flush(aNoteDraft({ version: 4, title: '一杯好茶' }));
    await opened.settle();
    expect(opened.text).toContain('Saved');
    expect(localStorage.getItem(`poolrise.note.${draftId}`)).toBeNull();
  });

  it('keeps what is typed while nobody answers, and tries again', async () => {
    const opened = await openIt();
    await opened.type('textarea[name=body]', '水凉了。');
    (await opened.askedSoon(path, 'POST')).flush(null, { status: 503, statusText: 'gone' });
    await opened.settle();
    expect(opened.text).toContain('Kept on this device');
    expect(localStorage.getItem(`poolrise.note.${draftId}`)).toContain('水凉了。');
    dispatchEvent(new Event('online'));
    (await opened.askedSoon(path, 'POST')).flush(aNoteDraft({ version: 4, body: '水凉了。' }));
    await opened.settle();
    expect(opened.text).toContain('Saved');
  });

  it('says plainly that somebody else has saved, and loses neither', async () => {
    const opened = await openIt();
    await opened.type('textarea[name=body]', '我写的。');
    (await opened.askedSoon(path, 'POST')).flush(
      { code: 'note-draft-moved-on', status: 409 },
      { status: 409, statusText: 'Conflict' },
    );
    await opened.settle();
    expect(opened.text).toContain('has saved this draft meanwhile');
    await opened.press('Keep mine');
    opened.asked(path).flush(aNoteDraft({ version: 7, body: '小美写的。', changedBy: 'Mei' }));
    await opened.settle();
    const mine = await opened.askedSoon(path, 'POST');
    expect(mine.request.body).toMatchObject({ version: 7, body: '我写的。' });
    mine.flush(aNoteDraft({ version: 8, body: '我写的。' }));
    await opened.settle();
  });

  it('comes back with what was typed before the page was closed', async () => {
    const { title, body, type, category, language, disclosure, aiLabel } = aNoteDraft();
    const typed = {
      title,
      body: `${body}再写一句。`,
      topics: '冷泡茶',
      type,
      category,
      language,
      disclosure,
      aiLabel,
    };
    const kept = { version: 3, typed: { ...typed, products: [], mediaIds: [], coverId: null } };
    const opened = await openPage(EditorPage, `write/${draftId}`, { session, route: 'write/:draftId' });
    localStorage.setItem(`poolrise.note.${draftId}`, JSON.stringify(kept));
    await opened.answer(path, aNoteDraft());
    await opened.settle();
    expect(opened.find<HTMLTextAreaElement>('textarea[name=body]').value).toContain('再写一句');
    (await opened.askedSoon(path, 'POST')).flush(aNoteDraft({ version: 4, body: typed.body }));
    await opened.settle();
  });

  it('saves links to buy that are whole, and says what the others lack', async () => {
    const opened = await openIt();
    await opened.press('Add a link');
    await opened.type('input[name=productTitle]', '冷泡茶');
    await opened.type('input[name=productUrl]', 'http://shop');
    expect(opened.text).toContain('beginning with https://');
    await opened.type('input[name=productUrl]', 'https://shop.example.com/1');
    await opened.type('input[name=productPrice]', '49');
    await opened.type('input[name=productCommission]', '8');
    const saved = await opened.askedSoon(path, 'POST');
    const products = [
      { title: '冷泡茶', url: 'https://shop.example.com/1', priceCents: 4_900, commissionPermyriad: 800 },
    ];
    expect(saved.request.body).toMatchObject({ products });
    saved.flush(aNoteDraft({ version: 4, products }));
    await opened.settle();
  });

  it('saves again as soon as what could not be saved is mended', async () => {
    const opened = await openIt();
    const tags = Array.from({ length: 12 }, (_, at) => `#茶${at}`);
    await opened.type('input[name=topics]', tags.join(' '));
    await new Promise((resolve) => setTimeout(resolve, 900));
    await opened.settle();
    expect(opened.text).toContain('Not saved');
    await opened.type('input[name=topics]', '#冷泡茶 #茶席');
    const saved = await opened.askedSoon(path, 'POST');
    expect(saved.request.body).toMatchObject({ topics: ['冷泡茶', '茶席'] });
    saved.flush(aNoteDraft({ version: 4, topics: ['冷泡茶', '茶席'] }));
    await opened.settle();
    expect(opened.text).not.toContain('Not saved');
  });

  it('is locked while it is scheduled, and can be taken off', async () => {
    const scheduledFor = '2026-11-27T11:30:00Z';
    const opened = await openIt(aNoteDraft({ state: 'scheduled', scheduledFor }));
    expect(opened.find<HTMLFieldSetElement>('fieldset').disabled).toBe(true);
    expect(opened.text).toContain('publishes itself');
    await opened.press('Take off the schedule');
    await opened.answer(`${path}/unschedule`, aNoteDraft(), 'POST');
    await opened.settle();
    expect(opened.find<HTMLFieldSetElement>('fieldset').disabled).toBe(false);
  });

  it('says in Chinese why it was not published at its time', async () => {
    const failure = { at: '2026-11-26T04:00:00Z', code: 'compliance-blocks' as const, detail: '绝对化用语' };
    const opened = await openIt(aNoteDraft({ failure }), 'zh-CN');
    expect(opened.text).toContain('没有发出去：笔记有必须先改的违规内容');
  });

  it('publishes what is saved with a word of what happens, under one key', async () => {
    const opened = await openIt();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
    await opened.settle();
    for (let tries = 0; tries < 100 && !document.querySelector('mat-dialog-container'); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await opened.settle();
    }
    const dialog = document.querySelector<HTMLElement>('mat-dialog-container');
    expect(dialog?.textContent).toContain('500 readers');
    dialog?.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    const first = opened.asked(`${path}/publish`, 'POST');
    first.flush({ code: 'compliance-blocks', status: 422 }, { status: 422, statusText: 'no' });
    await opened.settle();
    expect(dialog?.textContent).toContain('breaks rules that stop it');
    dialog?.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    const again = opened.asked(`${path}/publish`, 'POST');
    expect(again.request.body).toEqual(first.request.body);
    again.flush(aNoteDraft({ state: 'published', noteId: '33333333-0000-4000-8000-000000000001' }));
    await opened.settle();
    expect(opened.address).toBe('notes/33333333-0000-4000-8000-000000000001');
  });
});
