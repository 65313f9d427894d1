import type { AnswerReview, ReviewAnswer, ReviewRow } from '@poolrise/contracts';
import { aStream } from '../../testing/a-stream';
import { aMembership, aSession, openPage, type Opened } from '../../testing/opened';
import ReviewsPage from './reviews-page';

const path = '/api/v1/reviews';
const firstId = '44444444-0000-4000-8000-000000000001';
const pageOf = (...items: ReviewRow[]) => ({ items, nextCursor: null });
const aReview = (changes: Partial<ReviewRow> = {}): ReviewRow => ({
  noteId: firstId,
  workspaceName: '林家茶',
  title: '三天根治湿疹',
  excerpt: '…医生说疗效显著，加微信。…',
  topics: ['护肤'],
  words: [
    { word: '根治', leadsTo: 'human_review' },
    { word: '加微信', leadsTo: 'limited' },
  ],
  category: 'beauty',
  language: 'zh',
  coverHue: 120,
  coverUrl: '/cover.webp',
  creator: { id: firstId, name: '小满', redId: 'xiaoman', followers: 1200 },
  publishedAt: new Date(Date.now() - 3 * 3_600_000).toISOString(),
  ...changes,
});
const second = aReview({ noteId: firstId.replace(/1$/, '2'), title: 'It cures everything', language: 'en' });
const anAnswer: ReviewAnswer = {
  noteId: firstId,
  verdict: 'limited',
  reason: 'A medical promise',
  decidedBy: 'Zhou',
  decidedAt: '2026-11-24T08:00:00Z',
};

const openQueue = (language: 'en' | 'zh-CN' = 'en'): Promise<Opened> =>
  openPage(ReviewsPage, 'reviews', {
    language,
    session: aSession('operator', { memberships: [aMembership('operator', 'platform')] }),
  });

describe('the review queue', () => {
  it('shows that it is loading', async () => {
    const opened = await openQueue();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading the notes that wait');
    opened.asked(path);
  });

  it('says what comes here when nothing waits', async () => {
    const opened = await openQueue();
    await opened.answer(path, pageOf());
    expect(opened.text).toContain('Nothing waits for you');
    expect(opened.button('Go to the overview').getAttribute('href')).toContain('/overview');
  });

  it('says what failed and tries again', async () => {
    const opened = await openQueue();
    await opened.refuse(path, 403, 'platform-only');
    expect(opened.text).toContain('Only the platform’s own workspaces may do this');
    await opened.press('Try again');
    await opened.answer(path, pageOf(aReview()));
    expect(opened.text).toContain('三天根治湿疹');
  });

  it('shows each note with its words, its creator and how long it has waited', async () => {
    const opened = await openQueue();
    await opened.answer(path, pageOf(aReview(), aReview({ noteId: second.noteId, words: [] })));
    expect(opened.find('li app-note-cover img').getAttribute('src')).toBe('/cover.webp');
    const [first, sample] = [...opened.page.querySelectorAll('li')].map((row) =>
      row.textContent?.replace(/\s+/g, ' '),
    );
    expect(first).toContain('小满 for 林家茶 · Beauty · 3 hours ago');
    expect(first).toContain('医生说疗效显著');
    expect(first).toMatch(/Found: ?根治 ?加微信/);
    expect(sample).toContain('it was drawn as a sample');
  });

  it('speaks Chinese', async () => {
    const opened = await openQueue('zh-CN');
    await opened.answer(path, pageOf(aReview()));
    expect(opened.text).toContain('命中：');
    expect(opened.button('限流: 三天根治湿疹')).toBeTruthy();
  });

  it('asks for a reason before it decides, and sends a decision once', async () => {
    const opened = await openQueue();
    await opened.answer(path, pageOf(aReview(), second));
    await opened.press('Limit: 三天根治湿疹');
    await opened.settle();
    const submit = opened.find('mat-dialog-container button[type=submit]');
    submit.click();
    await opened.settle();
    expect(document.body.textContent).toContain('Please say why; the workspace reads it.');
    await opened.type('mat-dialog-container input', ' A medical promise ');
    submit.click();
    submit.click();
    const asked = opened.asked(`${path}/${firstId}`, 'POST');
    expect(asked.request.body as AnswerReview).toEqual({ verdict: 'limited', reason: 'A medical promise' });
    asked.flush(anAnswer);
    await opened.settle();
    await opened.answer(path, pageOf(second));
    expect(opened.text).not.toContain('三天根治湿疹');
  });

  it('tells who was quicker, and shows what still waits', async () => {
    const opened = await openQueue();
    await opened.answer(path, pageOf(aReview(), second));
    await opened.press('Pass: 三天根治湿疹');
    await opened.settle();
    await opened.type('mat-dialog-container input', 'Fine');
    opened.find('mat-dialog-container button[type=submit]').click();
    const detail = 'Ling decided “rejected” at 2026-11-24T08:00:00Z: a promise';
    await opened.refuse(`${path}/${firstId}`, 409, 'review-already-answered', 'POST', { detail });
    await opened.settle();
    expect(document.body.textContent).toContain('Somebody was quicker');
    expect(document.body.textContent).toContain(detail);
    await opened.press('Close');
    await opened.settle();
    await opened.answer(path, pageOf(second));
    expect(opened.text).not.toContain('三天根治湿疹');
  });

  it('is worked off with the keyboard: j to the next note, r to reject it', async () => {
    const opened = await openQueue();
    await opened.answer(path, pageOf(aReview(), second));
    await opened.key('j', document.body);
    await opened.key('j');
    expect(document.activeElement?.textContent).toContain('It cures everything');
    await opened.key('r');
    await opened.settle();
    expect(opened.find('mat-dialog-container').textContent).toContain('Reject this note?');
    expect(opened.find('mat-dialog-container .note').textContent).toBe('It cures everything');
  });

  it('follows the stream', async () => {
    const opened = await openQueue();
    const stream = aStream();
    await opened.answer(path, pageOf());
    stream.tells('notes');
    await opened.answer(path, pageOf(second));
    expect(opened.text).toContain('It cures everything');
  });
});
