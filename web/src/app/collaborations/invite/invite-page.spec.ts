import type { OrderBasis } from '@poolrise/contracts';
import { anOrder, orderRules } from '../../../testing/an-order';
import { aStream } from '../../../testing/a-stream';
import { aBriefTemplate } from '../../../testing/a-brief-template';
import { type Opened, openPage } from '../../../testing/opened';
import { pageOf } from '../../../testing/page-of';
import InvitePage from './invite-page';

const creatorId = '88888888-0000-4000-8000-000000000001';
const path = `/api/v1/creators/${creatorId}/order-basis`;
const basis = (changes: Partial<OrderBasis> = {}): OrderBasis => ({
  creatorId,
  creatorName: '小满',
  reachable: true,
  imageCents: 480_000,
  videoCents: 800_000,
  categories: ['food'],
  cashCents: 1_000_000,
  rules: orderRules,
  ...changes,
});

const aTemplate = aBriefTemplate();
const open = async (ground = basis()): Promise<Opened> => {
  const opened = await openPage(InvitePage, `orders/invite/${creatorId}`, {
    route: 'orders/invite/:creatorId',
  });
  expect(opened.page.querySelector('[aria-busy=true]')).not.toBeNull();
  opened.asked(path).flush(ground);
  await opened.settle();
  // Which campaigns and templates there are to choose from.
  for (const asked of opened.http.match((one) => /^\/api\/v1\/(campaigns|brief-)/.test(one.url)))
    asked.flush(
      asked.request.url.includes('brief-templates')
        ? pageOf(aTemplate)
        : { items: [], nextCursor: null, asOf: new Date().toISOString() },
    );
  await opened.settle();
  return opened;
};
const send = async (opened: Opened): Promise<void> => {
  opened.find('button[type=submit]').click();
  await opened.settle();
};
const check = async (opened: Opened, name: string): Promise<void> => {
  opened.find(`input[name=${name}]`).click();
  await opened.settle();
};

describe('an invitation', () => {
  it('begins with the price of the creator, and works out fees and cash as one types', async () => {
    const opened = await open();
    expect(opened.find<HTMLInputElement>('input[name=quote]').value).toBe('4800');
    expect(opened.text).toContain('The brand pays¥5,280.00');
    expect(opened.text).toContain('The creator gets¥4,320.00');
    expect(opened.text).toContain('Cash after it¥4,720.00');
    await opened.press('Video note');
    expect(opened.find<HTMLInputElement>('input[name=quote]').value).toBe('8000');
    await opened.type('input[name=quote]', '5,000.5');
    await check(opened, 'effectMode');
    expect(opened.text).toContain('Service fee¥500.05');
    expect(opened.text).toContain('Fee of the effect mode¥500.05');
    expect(opened.text).toContain('The brand pays¥6,000.60');
    await opened.press('Image note');
    // Typed by hand: another kind does not take it away.
    expect(opened.find<HTMLInputElement>('input[name=quote]').value).toBe('5,000.5');
  });

  it('says field by field what is missing, and goes to the first', async () => {
    const opened = await open();
    await opened.type('input[name=protection]', '7');
    await opened.type('input[name=quote]', '');
    await opened.type('input[name=draftDue]', '2020-01-01');
    await check(opened, 'coCreation');
    await send(opened);
    for (const words of [
      'A name of up to 80 characters is needed.',
      'Say what it is about',
      'Between ¥1 and',
      'A whole number from 30 to 365.',
      'Choose today or a later day.',
      'Say what a thousand reads pay.',
    ])
      expect(opened.text).toContain(words);
    await opened.settle();
    expect((document.activeElement as HTMLInputElement).name).toBe('name');
    opened.http.expectNone('/api/v1/orders');
  });

  it('goes out once, and leads to the order', async () => {
    const opened = await open();
    await opened.type('input[name=name]', ' 春茶上新 ');
    await opened.type('textarea[name=brief]', '写清回甘');
    await opened.type('input[name=draftDue]', '2099-03-01');
    await check(opened, 'withOutline');
    await send(opened);
    const asked = opened.asked('/api/v1/orders', 'POST');
    expect(asked.request.body).toMatchObject({
      creatorId,
      name: '春茶上新',
      brief: '写清回甘',
      noteType: 'image',
      category: 'food',
      quoteCents: 480_000,
      withOutline: true,
      protectionDays: 30,
      draftDueAt: '2099-03-01T15:59:59.000Z',
    });
    expect(asked.request.body).not.toHaveProperty('centsPerThousandReads');
    await send(opened);
    asked.flush(anOrder());
    await opened.settle();
    expect(opened.address).toBe(`orders/${anOrder().id}`);
  });

  it('goes again under the same key when nobody knows what came of it', async () => {
    const opened = await open();
    await opened.type('input[name=name]', '春茶');
    await opened.type('textarea[name=brief]', '写');
    await send(opened);
    const first = opened.asked('/api/v1/orders', 'POST');
    first.flush('', { status: 502, statusText: 'Bad Gateway' });
    await opened.settle();
    await send(opened);
    const second = opened.asked('/api/v1/orders', 'POST');
    const keyOf = ({ request }: typeof first) => (request.body as { requestKey: string }).requestKey;
    expect(keyOf(second)).toBe(keyOf(first));
  });

  it('says at once how much cash is missing, and follows the wallet', async () => {
    const opened = await open(basis({ cashCents: 500_000 }));
    const stream = aStream();
    expect(opened.text).toContain('The cash is short of ¥280.00.');
    expect(opened.button('Top up').getAttribute('href')).toContain('/wallet');
    stream.tells('wallet');
    await opened.answer(path, basis());
    expect(opened.text).not.toContain('short of');
  });

  it('begins from a template, whose terms go with it, and is kept as one', async () => {
    const opened = await open();
    const select = opened.find<HTMLSelectElement>('select[name=template]');
    select.value = 'own-0';
    select.dispatchEvent(new Event('change'));
    await opened.settle();
    const brief = opened.find<HTMLTextAreaElement>('textarea[name=brief]').value;
    expect(brief).toContain('写一个早晨。');
    expect(brief).toContain('必须写到：\n· 写明水温');
    expect(opened.find<HTMLInputElement>('input[name=revisions]').value).toBe('1');
    expect(opened.find<HTMLInputElement>('input[name=withOutline]').checked).toBe(true);
    await opened.type('input[name=name]', '春茶');
    await send(opened);
    expect(opened.asked('/api/v1/orders', 'POST').request.body).toMatchObject({
      brief,
      revisionsMost: 1,
      withOutline: true,
      category: 'food',
      protectionDays: 60,
      rights: aTemplate.content.rights,
    });
  });

  it('keeps what is written as a template', async () => {
    const opened = await open();
    await opened.type('textarea[name=brief]', '不写功效');
    await opened.press('Save as template');
    await opened.settle();
    await opened.type('mat-dialog-container input[name=name]', '不写功效');
    opened.find('mat-dialog-container button[type=submit]').click();
    await opened.settle();
    expect(opened.asked('/api/v1/brief-templates', 'POST').request.body).toMatchObject({
      name: '不写功效',
      content: { goal: '不写功效', must: [], protectionDays: 30, revisionsMost: null },
    });
  });

  it('says plainly that a creator cannot be reached, and the way out', async () => {
    const opened = await open(basis({ reachable: false }));
    expect(opened.text).toContain('小满 is not here yet');
    expect(opened.button('Back to the creator').getAttribute('href')).toContain(`/creators/${creatorId}`);
    expect(opened.page.querySelector('form')).toBeNull();
  });
});
