import type { AskAppeal, ViolationRow } from '@poolrise/contracts';
import { aStream } from '../../../testing/a-stream';
import { anAppeal, aViolation, someOutcomes } from '../../../testing/a-violation';
import { openPage, type Opened } from '../../../testing/opened';
import ViolationsPage from './violations-page';

const path = '/api/v1/violations';
const pageOf = (...items: ViolationRow[]) => ({ items, nextCursor: null, asOf: '2026-11-26T08:00:00Z' });
const open = async (language: 'en' | 'zh-CN' = 'en'): Promise<Opened> => {
  const opened = await openPage(ViolationsPage, 'violations', { language });
  opened.asked('/api/v1/appeal-outcomes').flush(someOutcomes());
  await opened.settle();
  return opened;
};

describe('the record of violations', () => {
  it('shows that it is loading', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]')).toBeTruthy();
    opened.asked(path);
  });

  it('is glad when there are none, and leads back to the notes', async () => {
    const opened = await open();
    await opened.answer(path, pageOf());
    expect(opened.text).toContain('No violations');
    expect(opened.button('Go to your notes').getAttribute('href')).toContain('/notes');
  });

  it('says what failed and tries again', async () => {
    const opened = await open();
    await opened.refuse(path, 403, 'role-too-low');
    await opened.press('Try again');
    await opened.answer(path, pageOf(aViolation()));
    expect(opened.text).toContain('想要教程的加微信');
  });

  it('says the word, the rule with its source, what follows, and until when to appeal', async () => {
    const opened = await open();
    await opened.answer(path, pageOf(aViolation()));
    expect(opened.text).toMatch(/Words found: ?加微信/);
    expect(opened.text).toContain('readers are not led off the platform');
    expect(opened.text).toContain('Source: community convention 2.0');
    expect(opened.text).toContain('never beyond; it cannot be boosted');
    expect(opened.text).toContain('An appeal is open until');
  });

  it('shows how appeals end, and how little few of them say', async () => {
    const opened = await open();
    await opened.answer(path, pageOf());
    expect(opened.text).toContain('40% (12% to 77%) few so far');
    expect(opened.text).not.toContain('Decided by a person');
  });

  it('sends an appeal once, with a reason', async () => {
    const opened = await open('zh-CN');
    await opened.answer(path, pageOf(aViolation()));
    await opened.press('申诉：想要教程的加微信');
    await opened.settle();
    const submit = opened.find('mat-dialog-container button[type=submit]');
    submit.click();
    await opened.settle();
    expect(document.body.textContent).toContain('请写明为什么判错了');
    await opened.type('mat-dialog-container textarea', ' 说的是店名 ');
    submit.click();
    submit.click();
    const asked = opened.asked('/api/v1/notes/44444444-0000-4000-8000-000000000001/appeal', 'POST');
    expect((asked.request.body as AskAppeal).reason).toBe('说的是店名');
    asked.flush(aViolation({ appeal: anAppeal(), appealUntil: null }));
    await opened.settle();
    await opened.answer(path, pageOf(aViolation({ appeal: anAppeal(), appealUntil: null })));
    expect(opened.text).toContain('申诉处理中');
    expect(opened.text).not.toContain('前可以申诉');
  });

  it('follows the stream, and shows the answer', async () => {
    const opened = await open();
    const stream = aStream();
    await opened.answer(path, pageOf(aViolation({ appeal: anAppeal(), appealUntil: null })));
    stream.tells('notes');
    const answered = anAppeal({ state: 'upheld', answer: 'It is a name', decidedAlone: true });
    opened.asked('/api/v1/appeal-outcomes').flush(someOutcomes());
    await opened.settle();
    await opened.answer(path, pageOf(aViolation({ appeal: answered, appealUntil: null })));
    expect(opened.text).toContain('Appeal upheld');
    expect(opened.text).toContain('“It is a name”');
    expect(opened.text).toContain('nobody else to decide');
  });
});
