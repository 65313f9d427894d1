import type { AnswerAppeal, AppealRow } from '@poolrise/contracts';
import { anAppealRow, someOutcomes } from '../../testing/a-violation';
import { aMembership, aSession, openPage, type Opened } from '../../testing/opened';
import AppealsPage from './appeals-page';

const path = '/api/v1/appeals';
const pageOf = (...items: AppealRow[]) => ({ items, nextCursor: null, asOf: '2026-11-26T08:00:00Z' });
const open = async (address = 'reviews/appeals'): Promise<Opened> => {
  const opened = await openPage(AppealsPage, address, {
    session: aSession('operator', { memberships: [aMembership('operator', 'platform')] }),
  });
  opened.asked('/api/v1/appeal-outcomes').flush(someOutcomes());
  await opened.settle();
  return opened;
};

describe('the queue of appeals', () => {
  it('shows that it is loading', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]')).toBeTruthy();
    opened.asked(path);
  });

  it('says what comes here when nothing waits', async () => {
    const opened = await open();
    await opened.answer(path, pageOf());
    expect(opened.text).toContain('No appeal waits');
  });

  it('says what failed and tries again', async () => {
    const opened = await open();
    await opened.refuse(path, 403, 'platform-only');
    await opened.press('Try again');
    await opened.answer(path, pageOf(anAppealRow()));
    expect(opened.text).toContain('小满 for 小满的茶桌');
  });

  it('shows what was found, what is said against it, and by when to answer', async () => {
    const opened = await open();
    const late = new Date(Date.now() - 3_600_000).toISOString();
    await opened.answer(path, pageOf(anAppealRow(), anAppealRow({ id: 'x', dueAt: late })));
    expect(opened.text).toContain('The machine audit decided: Limited.');
    expect(opened.text).toContain('说的是店名，不是联系方式');
    expect(opened.text).toContain('Overdue since');
  });

  it('decides with a reason, and tells who was quicker', async () => {
    const opened = await open();
    await opened.answer(path, pageOf(anAppealRow()));
    await opened.press('Uphold: 想要教程的加微信');
    await opened.settle();
    await opened.type('mat-dialog-container input', 'It is a name');
    opened.find('mat-dialog-container button[type=submit]').click();
    const asked = opened.asked(`${path}/${anAppealRow().id}`, 'POST');
    expect(asked.request.body as AnswerAppeal).toEqual({ verdict: 'upheld', reason: 'It is a name' });
    asked.flush(
      { code: 'appeal-already-answered', detail: 'Ling decided “dismissed”', status: 409, title: '' },
      { status: 409, statusText: '', headers: { 'content-type': 'application/problem+json' } },
    );
    await opened.settle();
    expect(document.body.textContent).toContain('Somebody was quicker');
    expect(document.body.textContent).toContain('Ling decided “dismissed”');
  });

  it('leaves an appeal against one’s own decision to others, or says that there are none', async () => {
    const opened = await open();
    const reviewer = { name: 'Lin', reason: 'A promise', isCaller: true };
    await opened.answer(path, pageOf(anAppealRow({ reviewer, mayDecide: false })));
    expect(opened.text).toContain('Another operator has to decide');
    expect(opened.page.querySelector('app-verdict-buttons')).toBeNull();
  });

  it('keeps in the address which ones are shown', async () => {
    const opened = await open('reviews/appeals?show=decided');
    const answer = { state: 'dismissed', answer: 'A number', decidedBy: 'Zhou', mayDecide: false } as const;
    await opened.answer(path, pageOf(anAppealRow(answer)));
    expect(opened.text).toContain('Zhou answered: A number');
    await opened.press('Open');
    expect(opened.address).toBe('reviews/appeals');
    opened.asked(path);
  });
});
