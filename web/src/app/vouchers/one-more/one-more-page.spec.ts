import { TestBed } from '@angular/core/testing';
import type { OneMoreRow } from '@poolrise/contracts';
import { aVoucher, voucherId } from '../../../testing/a-boost';
import { aNote, noteId } from '../../../testing/a-note';
import { anAnswer, anOneMore, anOneMoreRow, effect } from '../../../testing/a-one-more';
import { aStream } from '../../../testing/a-stream';
import { type Opened, openPage } from '../../../testing/opened';
import OneMorePage from './one-more-page';

const path = '/api/v1/one-more-vouchers';
const onePath = `${path}/77777777-0000-4000-8000-000000000001`;
const asOf = '2026-11-23T06:00:00Z';

const open = (query = '', setting: Parameters<typeof openPage>[2] = {}) =>
  openPage(OneMorePage, `vouchers/one-more${query}`, setting);

async function answered(opened: Opened, items: OneMoreRow[] = []) {
  opened.asked('/api/v1/notes').flush({ items: [aNote({ id: noteId(1) })], nextCursor: null, asOf });
  opened.asked('/api/v1/vouchers').flush({ items: [aVoucher()], nextCursor: null, asOf });
  opened.asked(path).flush({ asOf, items });
  await opened.settle();
}
async function shown(opened: Opened, result = anAnswer()) {
  await answered(opened, [anOneMoreRow()]);
  opened.asked(onePath).flush(anOneMore({}, result));
  await opened.settle();
}

describe('one more voucher', () => {
  it('waits, and says what failed', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading the question');
    opened.asked('/api/v1/notes').flush({ items: [], nextCursor: null, asOf });
    opened.asked('/api/v1/vouchers').flush({ items: [], nextCursor: null, asOf });
    await opened.refuse(path, 403, 'role-too-low');
    expect(opened.text).toContain('Your role may not do this');
  });

  it('teaches what to ask, and asks it once with what is assumed', async () => {
    const opened = await open();
    const stream = aStream();
    await answered(opened);
    expect(opened.text).toContain('Nothing has been asked yet');
    const [, , , back] = [...opened.page.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    back?.click();
    await opened.press('Play the worlds');
    const asked = opened.asked(path, 'POST');
    expect(asked.request.body).toMatchObject({
      noteId: noteId(1),
      voucherId: voucherId(1),
      durationHours: 24,
      worlds: 400,
      assumed: ['search-back'],
    });
    asked.flush(anOneMore({ state: 'waiting', progress: 0 }, null));
    await opened.settle();
    opened.asked(onePath).flush(anOneMore({ state: 'waiting', progress: 0 }, null));
    opened.asked(path).flush({ asOf, items: [anOneMoreRow({ state: 'running', progress: 0.4 })] });
    await opened.settle();
    expect(opened.find('mat-progress-bar').getAttribute('aria-label')).toBe('40% of the worlds played');
    expect(opened.text).toContain('The answer stays here.');
    stream.tells('simulations');
    opened.asked(path).flush({ asOf, items: [anOneMoreRow()] });
    await opened.settle();
    opened.asked(onePath).flush(anOneMore());
    await opened.settle();
    expect(opened.text).toContain('Not worth it at ¥75.');
  });

  it('says what is won, what is lost, and what cannot be seen', async () => {
    const opened = await open();
    await shown(opened);
    expect(opened.text).toContain(
      'Your notes win +28 reads (between +16 and +42 in eight of ten worlds), worth only ¥16.80 at ¥0.60 a read.',
    );
    const rows = [...opened.page.querySelectorAll('app-effect-table tbody tr')].map((row) => row.textContent);
    expect(rows[0]).toContain('+30');
    expect(rows[1]).toContain('−2');
    expect(rows[4]).toContain('no visible effect');
    expect(rows[6]).toContain('no visible effect');
    expect(opened.text).toContain('Your 11 other notes lose 2 reads together');
    expect(opened.text).toContain('“春茶开箱” would do more: 11 reads more than here');
    expect(opened.text).toContain('b5a01cf2d3e4f506');
  });

  it('turns its verdict with the price of a read that somebody tries', async () => {
    const opened = await open();
    await shown(opened);
    expect(opened.text).toContain('¥2.68');
    const slider = opened.find('app-price-card input[type=range]') as HTMLInputElement;
    slider.value = '600';
    slider.dispatchEvent(new Event('input'));
    await opened.settle();
    expect(opened.text).toContain('Worth it at ¥75.');
    await opened.press('Back to that price');
    expect(opened.text).toContain('Not worth it at ¥75.');
  });

  it('does not sell moved readers as won ones, nor chance as an effect', async () => {
    const opened = await open();
    const others = anAnswer().others;
    await shown(
      opened,
      anAnswer({
        others: { ...others, difference: { ...others.difference, reads: effect(-25, -40, -10) } },
        net: effect(5, -10, 20),
      }),
    );
    expect(opened.text).toContain('It moves readers from your other notes.');
    TestBed.resetTestingModule();

    const quiet = await open();
    const note = anAnswer().note;
    await shown(
      quiet,
      anAnswer({ note: { ...note, difference: { ...note.difference, reads: effect(0.4, -2, 3) } } }),
    );
    expect(quiet.text).toContain('No visible effect. The change in this note’s reads lies between −2 and +3');
  });

  it('cancels, and says what became of it and why one is refused', async () => {
    const opened = await open();
    await answered(opened, [anOneMoreRow({ state: 'running', progress: 0.1 })]);
    await opened.press('Cancel');
    opened.asked(`${onePath}/cancel`, 'POST').flush(anOneMore({ state: 'cancelled' }, null));
    await opened.settle();
    opened.asked(path).flush({ asOf, items: [anOneMoreRow({ state: 'cancelled' })] });
    await opened.settle();
    expect(opened.text).toContain('This question was cancelled.');
    await opened.press('Play the worlds');
    opened.asked(path, 'POST').flush({ code: 'voucher-expired' }, { status: 409, statusText: 'Conflict' });
    await opened.settle();
    expect(opened.text).toContain('The voucher has expired');
  });

  it('lets those who only look on look, and speaks Chinese', async () => {
    const onlooker = await open('', { role: 'client_viewer' });
    await answered(onlooker);
    expect(() => onlooker.button('Play the worlds')).toThrow();
    TestBed.resetTestingModule();

    const opened = await open('', { language: 'zh-CN' });
    await shown(opened);
    expect(opened.text).toContain('¥75 不值');
    expect(opened.text).toContain('看不出效果');
  });
});
