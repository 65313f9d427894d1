import { Component } from '@angular/core';
import type { CreatorListView, CreatorMarkView } from '@poolrise/contracts';
import { openPage } from '../../testing/opened';
import { aRefusedFile } from '../../testing/refused-file';
import { AddToListMenu } from './add-to-list-menu';
import { ExportMenu } from './export-menu';
import { MarkMenu } from './mark-menu';
import { SaveSearchButton } from './save-search-button';

const ids = ['99999999-0000-4000-8000-000000000001', '99999999-0000-4000-8000-000000000002'];
const list: CreatorListView = {
  id: '88888888-0000-4000-8000-000000000001',
  name: '春茶',
  purpose: '',
  creators: 2,
  createdBy: 'Lin',
  createdAt: '2026-11-20T08:00:00Z',
  lastAddedAt: null,
};
const unmarked: CreatorMarkView = {
  creatorId: ids[0] ?? '',
  favourite: false,
  blacklistedReason: null,
  note: '',
  tags: [],
  changedBy: null,
  changedAt: null,
  lists: [],
};

@Component({
  imports: [AddToListMenu, ExportMenu, MarkMenu, SaveSearchButton],
  template: `
    <app-add-to-list-menu [creatorIds]="ids" />
    <app-mark-menu [creatorId]="ids[0]!" name="小满" />
    <app-export-menu [source]="{ search: 'category=food' }" />
    <app-save-search-button query="category=food" />
  `,
})
class Desk {
  protected readonly ids = ids;
}

const lists = '/api/v1/creator-lists';
const entries = `${lists}/${list.id}/entries`;
const mark = `/api/v1/creators/${ids[0]}/mark`;

describe('what can be done with creators anywhere', () => {
  it('adds them to a list and says what became of each', async () => {
    const opened = await openPage(Desk, 'desk');
    await opened.press('Add to list');
    await opened.answer(lists, { items: [list], nextCursor: null });
    await opened.settle();
    await opened.press('春茶');
    const asked = opened.asked(entries, 'POST');
    expect(asked.request.body).toEqual({
      entries: ids.map((creatorId) => ({ creatorId, note: '', tags: [] })),
    });
    asked.flush({ added: [ids[0]], already: [ids[1]], unknown: [], deleted: [], creators: 3 });
    await opened.settle();
    expect(document.body.textContent).toContain('1 creator was added to 春茶. 1 was there already.');
  });

  it('begins a list for them, and keeps the form open when its name is taken', async () => {
    const opened = await openPage(Desk, 'desk');
    await opened.press('Add to list');
    await opened.answer(lists, { items: [], nextCursor: null });
    await opened.settle();
    await opened.press('New list…');
    await opened.type('mat-dialog-container input', '春茶');
    const submit = () =>
      opened.find<HTMLFormElement>('mat-dialog-container form').dispatchEvent(new Event('submit'));
    submit();
    await opened.refuse(lists, 409, 'name-taken', 'POST', { field: '/name' });
    await opened.settle();
    expect(opened.find('mat-dialog-container').textContent).toContain('This name is taken');
    await opened.type('mat-dialog-container input', '夏茶');
    submit();
    opened.asked(lists, 'POST').flush(list, { status: 201, statusText: 'created' });
    await opened.settle();
    opened.asked(entries, 'POST').flush({ added: ids, already: [], unknown: [], deleted: [], creators: 2 });
  });

  it('blacklists only with a reason', async () => {
    const opened = await openPage(Desk, 'desk', { language: 'zh-CN' });
    await opened.press('标记小满');
    await opened.answer(mark, unmarked);
    await opened.settle();
    await opened.press('加入黑名单…');
    const submit = opened.find('mat-dialog-container button[type=submit]');
    submit.click();
    await opened.settle();
    expect(document.body.textContent).toContain('请填写原因');
    await opened.type('mat-dialog-container input', '两次延期');
    submit.click();
    const asked = opened.asked(mark, 'POST');
    expect(asked.request.body).toEqual({ blacklistedReason: '两次延期' });
    asked.flush({ ...unmarked, blacklistedReason: '两次延期' });
    await opened.settle();
    await opened.press('标记小满');
    await opened.answer(mark, { ...unmarked, blacklistedReason: '两次延期' });
    await opened.settle();
    expect(opened.button('移出黑名单（两次延期）')).toBeTruthy();
  });

  it('says why a file was refused, which comes as a file itself', async () => {
    const opened = await openPage(Desk, 'desk');
    await opened.press('Export');
    await opened.press('Excel workbook');
    const asked = opened.asked('/api/v1/creator-exports');
    expect(asked.request.params.toString()).toBe('search=category=food&format=xlsx&language=en');
    asked.flush(aRefusedFile('export-too-large', 409), { status: 409, statusText: 'conflict' });
    for (let turn = 0; turn < 20 && !document.body.textContent?.includes('one file'); turn++)
      await opened.settle();
    expect(document.body.textContent).toContain('That is more than fits one file. Narrow what you export');
  });

  it('keeps a search under a name', async () => {
    const opened = await openPage(Desk, 'desk');
    await opened.press('Save search');
    await opened.type('mat-dialog-container input', 'Food');
    opened.find<HTMLFormElement>('mat-dialog-container form').dispatchEvent(new Event('submit'));
    const asked = opened.asked('/api/v1/creator-searches', 'POST');
    expect(asked.request.body).toEqual({ name: 'Food', shared: false, query: 'category=food' });
    asked.flush({ name: 'Food' });
    await opened.settle();
    expect(document.body.textContent).toContain('Food was saved');
  });

  it('offers an analyst the file alone', async () => {
    const opened = await openPage(Desk, 'desk', { role: 'analyst' });
    expect([...opened.page.querySelectorAll('button')].map((button) => button.textContent?.trim())).toEqual([
      'Export',
    ]);
  });
});
