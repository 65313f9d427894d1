import { aNoteDraftRow, aNoteDraft, draftId } from '../../testing/a-note-draft';
import { aStream } from '../../testing/a-stream';
import { aMembership, aSession, openPage } from '../../testing/opened';
import { pageOf } from '../../testing/page-of';
import NewDraftPage from './new-draft-page';
import WritePage from './write-page';

const list = '/api/v1/note-drafts';
const session = aSession('creator', { memberships: [aMembership('creator', 'creator')] });

describe('what a creator writes', () => {
  it('stands in a list by its state, with what became of it', async () => {
    const opened = await openPage(WritePage, 'write', { session });
    expect(opened.page.querySelector('[aria-busy]')).not.toBeNull();
    const failure = { at: '2026-11-26T04:00:00Z', code: 'compliance-blocks' as const, detail: '第一' };
    await opened.answer(
      list,
      pageOf(aNoteDraftRow(), aNoteDraftRow({ id: draftId.replace(/1$/, '2'), title: '', failure })),
    );
    expect(opened.text).toContain('一杯好茶的早晨');
    expect(opened.text).toContain('Untitled');
    expect(opened.text).toContain('Not published at its time');
    await opened.press('Scheduled');
    expect(opened.address).toBe('write?show=scheduled');
    await opened.answer(list, pageOf());
    expect(opened.text).toContain('Nothing is scheduled');
  });

  it('says in Chinese how to begin, also after a failure', async () => {
    const opened = await openPage(WritePage, 'write', { session, language: 'zh-CN' });
    await opened.refuse(list, 503, 'unavailable');
    await opened.press('重试');
    await opened.answer(list, pageOf());
    expect(opened.text).toContain('还没有草稿');
    expect(opened.button('写笔记').getAttribute('href')).toContain('/write/new');
  });

  it('begins on the topic of the address, once, and goes on to the draft', async () => {
    const from = '66666666-0000-4000-8000-000000000009';
    const opened = await openPage(NewDraftPage, `write/new?topic=冷泡茶&category=food&from=${from}`, {
      session,
      route: 'write/new',
    });
    const first = opened.asked(list, 'POST');
    expect(first.request.body).toMatchObject({ topics: ['冷泡茶'], category: 'food', weeklyTopicId: from });
    first.flush(null, { status: 503, statusText: 'gone' });
    await opened.settle();
    await opened.press('Try again');
    const again = opened.asked(list, 'POST');
    expect(again.request.body).toEqual(first.request.body);
    again.flush(aNoteDraft());
    await opened.settle();
    expect(opened.address).toBe(`write/${draftId}`);
  });

  it('is asked for again when something changed', async () => {
    const opened = await openPage(WritePage, 'write', { session });
    await opened.answer(list, pageOf(aNoteDraftRow()));
    aStream().tells('note-drafts');
    await opened.settle();
    await opened.answer(list, pageOf(aNoteDraftRow({ title: '换了标题' })));
    expect(opened.text).toContain('换了标题');
  });
});
