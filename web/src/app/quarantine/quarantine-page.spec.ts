import type { AnswerQuarantine, QuarantineAnswer, QuarantineRow } from '@poolrise/contracts';
import { aStream } from '../../testing/a-stream';
import { aMembership, aSession, openPage, type Opened } from '../../testing/opened';
import QuarantinePage from './quarantine-page';

const path = '/api/v1/quarantine';
const answered = `${path}/decisions`;
const id = '55555555-0000-4000-8000-000000000001';
const pageOf = (...items: QuarantineRow[]) => ({ items, nextCursor: null });
const aBurst = (changes: Partial<QuarantineRow> = {}): QuarantineRow => ({
  id,
  applicationName: 'Reader app',
  keyPrefix: 'pr_live_abcd',
  workspaceName: '社区运营',
  reader: null,
  state: 'open',
  openedAt: new Date(Date.now() - 3 * 3_600_000).toISOString(),
  lastEventAt: null,
  evidence: {
    rule: 'clicks-beyond-any-note',
    kind: 'click',
    count: 960,
    outOf: 1_200,
    measured: 0.8,
    limit: 0.5,
    chance: 3.2e-105,
  },
  others: 0.064,
  held: { events: 1_010, impressions: 400, paidImpressions: 12, clicks: 310, likes: 300 },
  released: { counted: 0, repeated: 0, orphaned: 0 },
  answer: null,
  sample: [
    {
      kind: 'like',
      noteTitle: '春茶开箱',
      at: '2026-11-25T08:00:00Z',
      receivedAt: '2026-11-25T08:00:01Z',
    },
  ],
  ...changes,
});
const anAnswer: QuarantineAnswer = {
  id,
  verdict: 'release',
  reason: 'A livestream',
  decidedBy: 'Zhou',
  decidedAt: '2026-11-25T08:00:00Z',
};

const openQuarantine = (language: 'en' | 'zh-CN' = 'en'): Promise<Opened> =>
  openPage(QuarantinePage, 'quarantine', {
    language,
    session: aSession('operator', { memberships: [aMembership('operator', 'platform')] }),
  });

/** Both lists answer before the page is still. */
async function answerBoth(
  opened: Opened,
  held: QuarantineRow[],
  decided: QuarantineRow[] = [],
): Promise<void> {
  opened.asked(answered).flush(pageOf(...decided));
  await opened.answer(path, pageOf(...held));
}

describe('the quarantine', () => {
  it('shows that it is loading', async () => {
    const opened = await openQuarantine();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading the traffic that is held');
    opened.asked(path);
    opened.asked(answered);
  });

  it('says what comes here when nothing is held', async () => {
    const opened = await openQuarantine();
    await answerBoth(opened, []);
    expect(opened.text).toContain('Nothing is held');
    expect(opened.text).not.toContain('Decided in the last 30 days');
  });

  it('says what failed and tries again', async () => {
    const opened = await openQuarantine();
    opened.asked(answered).flush(pageOf());
    await opened.refuse(path, 403, 'platform-only');
    expect(opened.text).toContain('Only the platform’s own workspaces may do this');
    await opened.press('Try again');
    await opened.answer(path, pageOf(aBurst()));
    expect(opened.text).toContain('Reader app');
  });

  it('says in a sentence what gave the traffic away, and puts what is usual beside it', async () => {
    const opened = await openQuarantine();
    await answerBoth(opened, [aBurst()]);
    const text = opened.text.replace(/\s+/g, ' ');
    expect(text).toContain(
      'Readers of this application opened 960 of 1,200 notes shown. No note is opened that often.',
    );
    expect(text).toContain('Measured80.0%');
    expect(text).toContain('People, at the most50.0%');
    expect(text).toContain('Other applications, 24 h6.4%');
    expect(text).toContain('under 1 in 10¹⁰⁴');
    expect(text).toContain('1,010 events held impressions 400 (paid 12), reads 310, likes 300');
    expect(text).toContain('春茶开箱');
  });

  it('knows what one reader cannot do', async () => {
    const opened = await openQuarantine();
    await answerBoth(opened, [
      aBurst({
        reader: '00001e61',
        others: null,
        evidence: {
          rule: 'reader-too-fast',
          kind: null,
          count: 900,
          outOf: 60,
          measured: 15,
          limit: 4,
          chance: 0,
        },
      }),
    ]);
    const text = opened.text.replace(/\s+/g, ' ');
    expect(text).toContain(
      'One reader did 900 things within 60 seconds. In that time a person manages 240 at the most.',
    );
    expect(text).toContain('Measured15.0/s');
    expect(text).toContain('none: it is not possible');
    expect(text).not.toContain('Other applications');
  });

  it('speaks Chinese', async () => {
    const opened = await openQuarantine('zh-CN');
    await answerBoth(opened, [aBurst()]);
    expect(opened.text).toContain('打开了 960 次');
    expect(opened.button('放行: Reader app')).toBeTruthy();
  });

  it('asks for a reason, and sends a decision once', async () => {
    const opened = await openQuarantine();
    await answerBoth(opened, [aBurst()]);
    await opened.press('Release: Reader app');
    await opened.settle();
    expect(document.body.textContent).toContain('Every held event counts once');
    const submit = opened.find('mat-dialog-container button[type=submit]');
    submit.click();
    await opened.settle();
    expect(document.body.textContent).toContain('Please say why.');
    await opened.type('mat-dialog-container input', ' A livestream ');
    submit.click();
    submit.click();
    const asked = opened.asked(`${path}/${id}`, 'POST');
    expect(asked.request.body as AnswerQuarantine).toEqual({ verdict: 'release', reason: 'A livestream' });
    asked.flush(anAnswer);
    await opened.settle();
    await answerBoth(
      opened,
      [],
      [
        aBurst({
          state: 'releasing',
          released: { counted: 500, repeated: 4, orphaned: 1 },
          answer: {
            verdict: 'release',
            reason: 'A livestream',
            decidedBy: 'Zhou',
            decidedAt: anAnswer.decidedAt,
          },
        }),
      ],
    );
    expect(opened.text).toContain('505 of 1,010 events released');
    expect(opened.find('progress').getAttribute('aria-label')).toContain('505 of 1,010');
  });

  it('tells who was quicker, and shows what is still held', async () => {
    const opened = await openQuarantine();
    await answerBoth(opened, [aBurst()]);
    await opened.press('Discard: Reader app');
    await opened.settle();
    await opened.type('mat-dialog-container input', 'Bots');
    opened.find('mat-dialog-container button[type=submit]').click();
    const detail = 'Ling decided “release” at 2026-11-25T08:00:00Z: a livestream';
    await opened.refuse(`${path}/${id}`, 409, 'quarantine-already-answered', 'POST', { detail });
    await opened.settle();
    expect(document.body.textContent).toContain('Somebody was quicker');
    expect(document.body.textContent).toContain(detail);
    await opened.press('Close');
    await opened.settle();
    await answerBoth(opened, []);
    expect(opened.text).toContain('Nothing is held');
  });

  it('follows the stream', async () => {
    const opened = await openQuarantine();
    const stream = aStream();
    await answerBoth(opened, []);
    stream.tells('quarantine');
    await answerBoth(opened, [aBurst()]);
    expect(opened.text).toContain('Reader app');
  });
});
