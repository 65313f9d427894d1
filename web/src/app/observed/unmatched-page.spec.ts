import { aNoteChoice, anObservedRow, anUnmatchedName, observedId } from '../../testing/an-observed-note';
import { openPage, type Opened } from '../../testing/opened';
import UnmatchedPage from './unmatched-page';

const path = '/api/v1/unmatched-names';
const choices = `${path}/choices`;
const pageOf = (...items: unknown[]) => ({ items, nextCursor: null });
const first = anUnmatchedName();
const order = anUnmatchedName({
  nameKey: 'order\u001f20260806',
  subject: 'order',
  title: null,
  publishedAt: null,
  order: { id: '20260806', name: '新品试饮', account: '林家茶', createdOn: '2026-09-28', quoteCents: 5_000 },
  likely: [
    {
      ...(first.likely[0] as (typeof first.likely)[number]),
      sameTitle: false,
      daysApart: null,
      daysAfterOrder: 4,
      sameFigures: 2,
      figures: 3,
    },
  ],
});

/** The tabs count what waits, beside the list itself. */
function answerNames(opened: Opened, ...names: unknown[]): void {
  opened.fixture.detectChanges();
  for (const asked of opened.http.match(({ url }) => url.split('?')[0] === path))
    asked.flush(pageOf(...names));
}

async function openQueue(names: unknown[], chosen: unknown[] = [], role: 'owner' | 'analyst' = 'owner') {
  const opened = await openPage(UnmatchedPage, 'observed/unmatched', { role });
  opened.asked('/api/v1/unmatched-creators').flush(pageOf());
  answerNames(opened, ...names);
  await opened.answer(choices, pageOf(...chosen));
  return opened;
}

describe('the queue of what belongs to no note', () => {
  it('says what speaks for each note that may be meant', async () => {
    const { text } = await openQueue([first, order]);
    expect(text).toContain('same title · 3 days apart · 1 of 2 figures equal');
    expect(text).toContain('published 4 days after the order · 2 of 3 figures equal');
    expect(text).toContain('Order 20260806 · 林家茶');
    expect(text).toContain('quote ¥50.00');
  });

  it('takes a choice by key and goes on to the next name, which has the focus then', async () => {
    const opened = await openQueue([first, order]);
    await opened.key('j', document.body);
    expect(document.activeElement?.textContent).toContain('春茶开箱');
    (document.activeElement as HTMLElement).click();
    const sent = opened.asked(choices, 'POST');
    expect(sent.request.body).toEqual({ nameKey: first.nameKey, noteId: observedId });
    sent.flush(null);
    await opened.settle();
    expect(opened.find(`[data-waits="${order.nameKey}"]`).contains(document.activeElement)).toBe(true);
    answerNames(opened, order);
    await opened.answer(choices, pageOf(aNoteChoice()));
    expect(opened.text).not.toContain('Order 20260807');
    expect(opened.page.querySelectorAll('app-name-card')).toHaveLength(1);
  });

  it('can be a note of its own, or another one that is looked for', async () => {
    const opened = await openQueue([first]);
    await opened.press('A note of its own');
    expect(opened.asked(choices, 'POST').request.body).toEqual({ nameKey: first.nameKey, noteId: null });
  });

  it('finds another note by its title', async () => {
    const opened = await openQueue([anUnmatchedName({ likely: [] })]);
    expect(opened.text).toContain('No known note has this title');
    await opened.press('Find another note');
    await opened.answer('/api/v1/observed-notes', pageOf(anObservedRow({ title: '夏茶' })));
    await opened.press('夏茶');
    expect(opened.asked(choices, 'POST').request.body).toMatchObject({ noteId: observedId });
  });

  it('takes a choice back', async () => {
    const opened = await openQueue([], [aNoteChoice()]);
    expect(opened.text).toContain('Nothing waits to be matched');
    await opened.press('Take back');
    const sent = opened.asked(`${choices}/dropped`, 'POST');
    expect(sent.request.body).toEqual({ nameKey: aNoteChoice().nameKey });
    sent.flush(null);
    await opened.settle();
    answerNames(opened, first);
    await opened.answer(choices, pageOf());
    expect(opened.page.querySelectorAll('app-name-card')).toHaveLength(1);
  });

  it('is read only for those who may not import', async () => {
    const opened = await openQueue([first], [aNoteChoice()], 'analyst');
    expect(opened.text).toContain('Only those who may import files can match it');
    expect(opened.text).not.toContain('Take back');
  });
});
