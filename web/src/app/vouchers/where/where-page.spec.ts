import type { OneMoreResult, OneMoreRow } from '@poolrise/contracts';
import { aVoucher, voucherId } from '../../../testing/a-boost';
import { aNote, noteId } from '../../../testing/a-note';
import { anAnswer, anOneMore, anOneMoreRow, effect } from '../../../testing/a-one-more';
import { type Opened, openPage } from '../../../testing/opened';
import { notesFor } from './notes-for';
import WherePage from './where-page';

const path = '/api/v1/one-more-vouchers';
const onePath = `${path}/77777777-0000-4000-8000-000000000001`;
const asOf = '2026-11-23T06:00:00Z';
const open = (setting: Parameters<typeof openPage>[2] = {}) => openPage(WherePage, 'vouchers/where', setting);

async function answered(opened: Opened, items: OneMoreRow[] = [], notes = [aNote({ id: noteId(1) })]) {
  opened.asked('/api/v1/vouchers').flush({ items: [aVoucher()], nextCursor: null, asOf });
  opened.asked('/api/v1/notes').flush({ items: notes, nextCursor: null, asOf });
  await opened.settle();
  opened.asked(path).flush({ asOf, items });
  await opened.settle();
}
async function shown(opened: Opened, result: OneMoreResult = anAnswer()) {
  await answered(opened, [anOneMoreRow()]);
  opened.asked(onePath).flush(anOneMore({}, result));
  await opened.settle();
}
const ranked = (opened: Opened) =>
  [...opened.page.querySelectorAll('ol li .words a')].map((link) => link.textContent.trim());

describe('where to spend a voucher', () => {
  it('waits, and says what failed', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading');
    opened.asked('/api/v1/notes').flush({ items: [], nextCursor: null, asOf });
    await opened.refuse('/api/v1/vouchers', 403, 'role-too-low');
    expect(opened.text).toContain('Your role may not do this');
  });

  it('says where vouchers come from when there is none', async () => {
    const opened = await open();
    opened.asked('/api/v1/vouchers').flush({ items: [], nextCursor: null, asOf });
    opened.asked('/api/v1/notes').flush({ items: [], nextCursor: null, asOf });
    await opened.settle();
    expect(opened.text).toContain('No voucher to spend now');
  });

  it('says what note it takes when none can use it', async () => {
    const opened = await open();
    await answered(opened, [], [aNote({ id: noteId(1), auditState: 'limited' })]);
    expect(opened.text).toContain('No note can use this voucher yet');
    expect(opened.text).not.toContain('Work it out');
  });

  it('asks once for the most promising note', async () => {
    const opened = await open();
    await answered(opened);
    await opened.press('Work it out');
    const asked = opened.asked(path, 'POST');
    expect(asked.request.body).toMatchObject({ noteId: noteId(1), voucherId: voucherId(1), worlds: 200 });
    asked.flush(anOneMore({ state: 'waiting', progress: 0 }, null));
    await opened.settle();
    opened.asked(path).flush({ asOf, items: [anOneMoreRow({ state: 'running', progress: 0.4 })] });
    await opened.settle();
    expect(opened.text).toContain('40% done.');
  });

  it('recommends what beat the others in worlds of its own, and ranks all of them', async () => {
    const opened = await open();
    const dear = anAnswer();
    await shown(opened, { ...dear, price: { ...dear.price, centsPerRead: 200 } });
    expect(opened.text).toContain('Put it on “春茶开箱”. Your notes win +39 reads (between +19 and +58');
    expect(ranked(opened)).toEqual(['春茶开箱', '一杯好茶的早晨']);
    expect(opened.find('button[matButton=filled]').textContent).toContain('Boost it');
  });

  it('advises to keep a voucher that shows no effect anywhere, and offers no button then', async () => {
    const opened = await open();
    await shown(opened, anAnswer({ net: effect(2, -6, 11), alternatives: [], fresh: null }));
    expect(opened.text).toContain(
      'Keep it for now. No note shows an effect: the best lies between −6 and +11 reads.',
    );
    expect(opened.page.textContent).not.toContain('Boost it');
  });

  it('advises to keep a voucher whose boost asks more of the wallet than it wins', async () => {
    const opened = await open();
    await shown(opened);
    expect(opened.text).toContain('Keep it for now. Even the best note asks ¥45.00 of your wallet');
  });
});

it('puts climbing notes first, then those that are opened oftenest, and leaves out what the voucher cannot boost', () => {
  const notes = [
    aNote({ id: noteId(1), state: 'stopped', ctr: 0.2, category: 'food' }),
    aNote({ id: noteId(2), state: 'climbing', ctr: 0.05, category: 'food' }),
    aNote({ id: noteId(3), state: 'climbing', ctr: 0.1, category: 'food' }),
    aNote({ id: noteId(4), state: 'climbing', ctr: 0.3, category: 'beauty' }),
    aNote({ id: noteId(5), organicImpressions: 0, category: 'food' }),
  ];
  const fit = notesFor(aVoucher({ categories: ['food'] }), notes);
  expect(fit.map(({ id }) => id)).toEqual([noteId(3), noteId(2), noteId(1)]);
});
