import { creatorId } from '../../../testing/a-creator-record';
import { aCreatorChoice, anUnmatchedCreator } from '../../../testing/an-observed-creator';
import { openPage, type Opened } from '../../../testing/opened';
import UnmatchedPage from '../unmatched-page';

const path = '/api/v1/unmatched-creators';
const choices = `${path}/choices`;
const pageOf = (...items: unknown[]) => ({ items, nextCursor: null });
const first = anUnmatchedCreator();
const second = anUnmatchedCreator({
  id: '88888888-0000-4000-8000-000000000003',
  called: { by: 'either', source: null, id: '5f01 / 5f02' },
  doubt: 'two-ids',
  likely: [],
});

/** The tabs count what waits, beside the list itself. */
function answerCreators(opened: Opened, ...creators: unknown[]): void {
  opened.fixture.detectChanges();
  for (const asked of opened.http.match(({ url }) => url.split('?')[0] === path))
    asked.flush(pageOf(...creators));
}

async function openQueue(creators: unknown[], chosen: unknown[] = [], role: 'owner' | 'analyst' = 'owner') {
  const opened = await openPage(UnmatchedPage, 'observed/unmatched?of=creators', { role });
  opened.asked('/api/v1/unmatched-names').flush(pageOf());
  answerCreators(opened, ...creators);
  await opened.answer(choices, pageOf(...chosen));
  return opened;
}

describe('the queue of creators who are nobody for certain', () => {
  it('says why each waits and what speaks for whom', async () => {
    const { text } = await openQueue([first, second]);
    expect(text).toContain('Only the vendor’s own ID is known, which is no account number.');
    expect(text).toContain('directory · Account tea_lin · 51,000 followers');
    expect(text).toContain('same ID at the same vendor · 2 of 2 figures alike');
    expect(text).toContain('Home page 5f01 / 5f02');
    expect(text).toContain('Nobody in the directory or in your files');
  });

  it('takes a choice by key and goes on to the next one, who has the focus then', async () => {
    const opened = await openQueue([first, second]);
    await opened.key('j', document.body);
    (document.activeElement as HTMLElement).click();
    const sent = opened.asked(choices, 'POST');
    expect(sent.request.body).toEqual({ observedCreatorId: first.id, creatorId, sameAs: null });
    sent.flush(null);
    await opened.settle();
    expect(opened.find(`[data-waits="${second.id}"]`).contains(document.activeElement)).toBe(true);
    answerCreators(opened, second);
    await opened.answer(choices, pageOf(aCreatorChoice()));
    expect(opened.page.querySelectorAll('app-unmatched-creator-card')).toHaveLength(1);
    expect(opened.text).toContain('小满爱喝茶');
  });

  it('takes somebody as nobody else', async () => {
    const opened = await openQueue([first]);
    await opened.press('Nobody else');
    expect(opened.asked(choices, 'POST').request.body).toEqual({
      observedCreatorId: first.id,
      creatorId: null,
      sameAs: null,
    });
  });

  it('takes a choice back', async () => {
    const opened = await openQueue([], [aCreatorChoice()]);
    expect(opened.text).toContain('No creator waits to be matched');
    await opened.press('Take back');
    const sent = opened.asked(`${choices}/dropped`, 'POST');
    expect(sent.request.body).toEqual({ nameKey: aCreatorChoice().nameKey });
    sent.flush(null);
    await opened.settle();
    answerCreators(opened, first);
    await opened.answer(choices, pageOf());
    expect(opened.page.querySelectorAll('app-unmatched-creator-card')).toHaveLength(1);
  });

  it('is read only for those who may not import, and leads to the notes that wait', async () => {
    const opened = await openQueue([first], [aCreatorChoice()], 'analyst');
    expect(opened.text).toContain('Only those who may import files can match creators.');
    expect(opened.text).not.toContain('Take back');
    await opened.press('Notes and orders');
    expect(opened.address).toBe('observed/unmatched');
  });
});
