import { provideEnvironmentInitializer } from '@angular/core';
import { DeferBlockState, TestBed } from '@angular/core/testing';
import type { ComplianceView, OrderView } from '@poolrise/contracts';
import { complianceRules, type ComplianceRule } from '@poolrise/domain';
import { anOrder, anOrderInReview } from '../../../testing/an-order';
import { aStream } from '../../../testing/a-stream';
import type { Opened } from '../../../testing/opened';
import {
  confirmMove,
  dialogText,
  openOrder,
  orderPath,
  pressInMenu,
  pressMove,
} from '../../../testing/opened-order';

/** What comes late to the page, as it does when it is scrolled to. */
async function renderLate({ fixture }: Opened): Promise<void> {
  for (const block of await fixture.getDeferBlocks()) await block.render(DeferBlockState.Complete);
}

describe('an order in its review', () => {
  it('shows what is different in the second draft, how often one was sent back, and what calling it off costs', async () => {
    const opened = await openOrder(anOrderInReview());
    expect(opened.text).toContain('Approve the draft or send it back; silence approves it.');
    expect(opened.text).toContain('1/3 sent back');
    expect(opened.find('del').textContent).toBe('三天见效。');
    expect(opened.text).toContain('Comments on the one before');
    expect(opened.text).toContain('back to the brand¥3,850.00to the creator¥1,350.00');
  });

  it('shows whoever judges the words that the machine found', async () => {
    const opened = await openOrder(
      anOrderInReview({ findings: [{ word: '见效', leadsTo: 'human_review' }] }),
    );
    expect(opened.text).toMatch(/Words the machine audit found: ?见效/);
  });

  it('pins the comments of a draft to its words', async () => {
    const opened = await openOrder(anOrderInReview());
    await opened.press('Draft 1');
    expect(opened.find('mark').textContent).toBe('这款茶三天见效。');
    expect(opened.find('mark').getAttribute('data-ends')).toBe('1');
    expect(opened.text).toContain('不要写功效');
  });

  it('comments on a sentence without a mouse, and on what is selected', async () => {
    const opened = await openOrder(anOrderInReview());
    const compare = opened.find<HTMLInputElement>('.compare input');
    compare.click();
    await opened.settle();
    const place = opened.find<HTMLSelectElement>('select[name=place]');
    place.value = [...place.options].find(({ text }) => text.startsWith('这款茶入口'))?.value ?? '';
    place.dispatchEvent(new Event('change'));
    opened.find('app-draft-comments form button').click();
    await opened.settle();
    expect(opened.text).toContain('Write the comment first.');
    await opened.type('textarea[name=comment]', '很好');
    opened.find('app-draft-comments form button').click();
    const asked = opened.asked(`${orderPath}/comments`, 'POST');
    expect(asked.request.body).toMatchObject({
      draftVersion: 2,
      anchor: { field: 'body', from: 0, to: 13 },
      words: '很好',
    });
    asked.flush(anOrderInReview());
    await opened.settle();

    const body = opened.find('app-draft-reader .body span').firstChild as Node;
    const range = document.createRange();
    range.setStart(body, 3);
    range.setEnd(body, 5);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    document.dispatchEvent(new Event('selectionchange'));
    await opened.settle();
    expect(opened.find<HTMLSelectElement>('select[name=place]').selectedOptions[0]?.text).toBe(
      'Selected: 入口',
    );
  });

  it('does not send a draft back without a reason, and says when it is the last time', async () => {
    const opened = await openOrder(anOrderInReview({ rejections: 2 }));
    await pressMove(opened, 'Send back');
    expect(dialogText(opened)).toContain('This is the last time');
    await confirmMove(opened);
    opened.http.expectNone(`${orderPath}/moves`);
    await opened.type('mat-dialog-container textarea', 'the second paragraph');
    await confirmMove(opened);
    expect(opened.asked(`${orderPath}/moves`, 'POST').request.body).toMatchObject({
      kind: 'send-back',
      words: 'the second paragraph',
      version: 8,
    });
  });

  it('says in amounts who gets what when it is called off', async () => {
    const opened = await openOrder(anOrderInReview());
    await pressInMenu(opened, 'Call off');
    expect(dialogText(opened)).toContain('The creator gets¥1,350.00Back to the brand¥3,850.00');
    await confirmMove(opened);
    expect(opened.asked(`${orderPath}/moves`, 'POST').request.body).toMatchObject({ kind: 'cancel' });
  });

  it('follows the stream', async () => {
    const opened = await openOrder(anOrderInReview());
    const stream = aStream();
    stream.tells('orders');
    await opened.answer(
      orderPath,
      anOrderInReview({ state: 'ready', waitsFor: 'creator', dueAt: null, legal: [] }),
    );
    expect(opened.text).toContain('小满 has to publish the note');
  });
});

describe('a draft that is written', () => {
  const writing = (changes: Partial<OrderView> = {}): OrderView =>
    anOrderInReview({
      side: 'creator',
      state: 'draft-due',
      waitsFor: 'creator',
      dueAt: null,
      legal: ['submit-draft', 'cancel', 'dispute'],
      ...changes,
    });

  it('begins with the last one, counts, and survives what the other side does meanwhile', async () => {
    const opened = await openOrder(writing());
    const stream = aStream();
    expect(opened.find<HTMLTextAreaElement>('textarea[name=body]').value).toBe('这款茶入口很香，回甘持久。');
    await opened.type('textarea[name=body]', '第三稿');
    expect(opened.text).toContain('3/1000');
    stream.tells('orders');
    await opened.answer(orderPath, writing({ version: 9 }));
    expect(opened.find<HTMLTextAreaElement>('textarea[name=body]').value).toBe('第三稿');

    await opened.press('Hand in the draft');
    const asked = opened.asked(`${orderPath}/drafts`, 'POST');
    expect(asked.request.body).toMatchObject({
      title: '清晨的第一杯春茶',
      body: '第三稿',
      topics: ['春茶'],
      version: 9,
    });
    asked.flush(writing({ state: 'platform-audit', waitsFor: 'platform', legal: [] }));
    await opened.settle();
    expect(opened.text).toContain('The platform audits the draft');
    expect(localStorage.length).toBe(
      Object.keys(localStorage).filter((key) => !key.startsWith('poolrise.draft')).length,
    );
  });

  it('is checked as it is written: other words go in where they stand, sentences at the end', async () => {
    const body = '全网第一的春茶。入口很香。';
    const drafts = [anOrderInReview().drafts[0] as OrderView['drafts'][number]].map((one) => ({
      ...one,
      body,
    }));
    const opened = await openOrder(writing({ drafts }));
    await renderLate(opened);
    const asked = await opened.askedSoon('/api/v1/compliance/check', 'POST');
    expect(asked.request.body).toEqual({
      orderId: anOrder().id,
      title: '清晨的第一杯春茶',
      body,
      topics: ['春茶'],
      assets: [],
    });
    const rule = complianceRules.find(({ key }) => key === 'absolute-terms') as ComplianceRule;
    const { advice } = rule;
    asked.flush({
      day: '2026-11-26',
      rulesInForce: 28,
      counts: { block: 1, review: 0, warn: 0 },
      findings: [
        {
          ruleClass: 'R1',
          evades: null,
          severity: 'block',
          at: { field: 'body', index: 0, from: 0, to: 4 },
          text: '全网第一',
          rule: rule.key,
          exemption: null,
          rewrite: { replacement: '', advice, addition: '广告：文中附有链接。' },
        },
      ],
      letPass: [],
      rules: [rule],
    } satisfies ComplianceView);
    await opened.settle();
    await opened.press('Add this sentence');
    await opened.press('Leave out “全网第一”');
    const field = opened.find<HTMLTextAreaElement>('textarea[name=body]');
    expect(field.value).toBe('的春茶。入口很香。\n广告：文中附有链接。');
    expect(opened.text).toContain('Kept on this device');
  });

  it('says why the last one came back, and shows its comments beside it', async () => {
    const { history, drafts } = anOrderInReview();
    const opened = await openOrder(writing({ history: history.slice(0, 6), drafts: drafts.slice(0, 1) }));
    expect(opened.text).toContain('Why it came back: 去掉功效');
    expect(opened.find('mark').textContent).toBe('这款茶三天见效。');
  });

  it('is there again when the page is opened anew, and can be let go of', async () => {
    const opened = await openOrder(writing());
    await opened.type('input[name=title]', 'kept');
    expect(opened.text).toContain('Kept on this device');
    const kept = localStorage.getItem(`poolrise.draft.${anOrder().id}.draft.2`) ?? '';
    expect(kept).toContain('"title":"kept"');

    // As the browser of the same person has it an hour later.
    opened.fixture.destroy();
    TestBed.resetTestingModule();
    const again = await openOrder(writing(), {
      providers: [
        provideEnvironmentInitializer(() =>
          localStorage.setItem(`poolrise.draft.${anOrder().id}.draft.2`, kept),
        ),
      ],
    });
    expect(again.text).toContain('What you had not handed in is back');
    expect(again.find<HTMLInputElement>('input[name=title]').value).toBe('kept');
    await again.press('Back to the last one');
    expect(again.find<HTMLInputElement>('input[name=title]').value).toBe('清晨的第一杯春茶');
    expect(localStorage.getItem(`poolrise.draft.${anOrder().id}.draft.2`)).toBeNull();
  });

  it('names what is missing', async () => {
    const opened = await openOrder(writing());
    await opened.type('input[name=title]', ' ');
    await opened.type('input[name=topics]', Array.from({ length: 11 }, (_, i) => `t${i}`).join(' '));
    await opened.press('Hand in the draft');
    expect(opened.text).toContain('A title of up to 40 characters is needed.');
    expect(opened.find('#note-topics-hint').textContent).toContain('Up to 10 topics');
    opened.http.expectNone(`${orderPath}/drafts`);
  });
});
