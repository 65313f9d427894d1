import { TestBed } from '@angular/core/testing';
import type { SimulationView } from '@poolrise/contracts';
import { aClimb, aSeries, aVerdict } from '../../../testing/a-climb';
import { noteId } from '../../../testing/a-note';
import { aResult, aSimulation } from '../../../testing/a-replay';
import { aStream } from '../../../testing/a-stream';
import { type Opened, openPage } from '../../../testing/opened';
import ReplayPage from './replay-page';

const id = noteId(1);
const base = `/api/v1/notes/${id}`;
const simulationPath = '/api/v1/simulations/66666666-0000-4000-8000-000000000001';

const open = (query = '', setting: Parameters<typeof openPage>[2] = {}) =>
  openPage(ReplayPage, `notes/${id}/replay${query}`, { ...setting, route: 'notes/:noteId/replay' });

/** Published an hour before the three hours of `aSeries`, passed in the second of them. */
const climb = () =>
  aClimb(
    { verdicts: [aVerdict({ level: 0, toLevel: 1, at: '2026-11-23T04:30:00Z' })] },
    { publishedAt: '2026-11-23T03:10:00Z' },
  );

async function answered(opened: Opened, runs: SimulationView[] = []) {
  opened.asked(`${base}/climb`).flush(climb());
  opened.asked('/api/v1/policies').flush({
    items: [{ id: 'p2', name: 'textbook', version: 1 }],
    nextCursor: null,
  });
  opened.asked(`${base}/replays`).flush({ items: runs });
  await opened.settle();
  opened.asked(`${base}/series`).flush(aSeries());
  await opened.settle();
}

describe('the replay of a note', () => {
  it('waits, and says what failed', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading the life of this note');
    opened.asked('/api/v1/policies').flush({ items: [], nextCursor: null });
    opened.asked(`${base}/replays`).flush({ items: [] });
    await opened.refuse(`${base}/climb`, 404, 'not-found');
    expect(opened.text).toContain('It is not here');
  });

  it('teaches what to do before the first replay', async () => {
    const opened = await open();
    await answered(opened);
    expect(opened.text).toContain('None yet. Change one thing and replay.');
    expect(opened.text).toContain('nobody knows');
  });

  it('shows counts, level and verdicts as they stood at the chosen hour', async () => {
    const opened = await open();
    await answered(opened);
    expect(opened.text).toContain('60 organic impressions and 0 paid, 6 reads, at level 1 First pool.');
    const slider = opened.find('input[type=range]') as HTMLInputElement;
    slider.value = '0';
    slider.dispatchEvent(new Event('input'));
    await opened.settle();
    expect(opened.text).toContain('10 organic impressions and 0 paid, 1 reads, at level 0 Guaranteed.');
    expect(opened.text).toContain('no verdict yet');
    expect(slider.getAttribute('aria-valuetext')).toBe('Hour 1 of 3, 23 Nov 11:00');
  });

  it('asks for the reverse of what happened, once, and shows how far it is', async () => {
    const opened = await open();
    const stream = aStream();
    await answered(opened);
    await opened.press('Replay');
    const asked = opened.asked(`${base}/replays`, 'POST');
    expect(asked.request.body).toMatchObject({ change: { kind: 'verdict', level: 2, ruling: 'stop' } });
    asked.flush(aSimulation({ state: 'waiting', progress: 0, result: null }));
    await opened.settle();
    opened
      .asked(`${base}/replays`)
      .flush({ items: [aSimulation({ state: 'running', progress: 0.4, result: null })] });
    await opened.settle();
    expect(opened.find('mat-progress-bar').getAttribute('aria-label')).toBe('40% of the worlds played');

    stream.tells('simulations');
    opened.asked(`${base}/replays`).flush({ items: [aSimulation()] });
    await opened.settle();
    opened.asked(simulationPath).flush(aSimulation());
    await opened.settle();
    expect(opened.text).toContain('It would have had 4,200 fewer impressions (between −5,900 and −2,100');
  });

  it('calls no effect what covers nothing, and shows what others won', async () => {
    const opened = await open();
    await answered(opened, [aSimulation()]);
    opened.asked(simulationPath).flush(aSimulation());
    await opened.settle();
    const rows = [...opened.page.querySelectorAll('app-replay-result tbody tr')].map(
      (row) => row.textContent,
    );
    expect(rows[3]).toContain('no visible effect');
    expect(rows[3]).toContain('−90 – +3');
    expect(opened.text).toContain('It was ruled differently, or shown for money, in 17 of 20 worlds.');
    expect(opened.text).toContain('Your 11 other notes together would have won 310 impressions');
    expect(opened.text).toContain('+140');
    expect(opened.text).toContain('b5a01cf2d3e4f506');
  });

  it('does not give a range where all worlds agree', async () => {
    const opened = await open();
    const paid = aResult();
    paid.difference.impressions = { median: 2_000, low: 2_000, high: 2_000.2, visible: true };
    const boost = aSimulation({ change: { kind: 'boost', hour: 12, impressions: 2_000 }, result: paid });
    await answered(opened, [boost]);
    opened.asked(simulationPath).flush(boost);
    await opened.settle();
    expect(opened.text).toContain('It would have had 2,000 more impressions, alike in nearly all worlds.');
    expect(opened.text).toContain('Boost of 2,000 from hour 12');
  });

  it('says that two equal worlds are equal', async () => {
    const opened = await open();
    const same = aSimulation({ change: { kind: 'nothing' }, result: aResult({ equal: 20 }) });
    await answered(opened, [same]);
    opened.asked(simulationPath).flush(same);
    await opened.settle();
    expect(opened.text).toContain('nothing was changed, and nothing differs');
  });

  it('does not say that nothing was changed when the note never came to the change', async () => {
    const opened = await open();
    const same = aSimulation({
      change: { kind: 'verdict', level: 5, ruling: 'pass' },
      result: aResult({ equal: 20, reached: 0 }),
    });
    await answered(opened, [same]);
    opened.asked(simulationPath).flush(same);
    await opened.settle();
    expect(opened.text).toContain('in none of them did the note come to where the change would have told');
  });

  it('cancels, says why one is refused, and what became of one that failed', async () => {
    const opened = await open();
    await answered(opened, [aSimulation({ state: 'running', progress: 0.1, result: null })]);
    await opened.press('Cancel');
    opened.asked(`${simulationPath}/cancel`, 'POST').flush(aSimulation({ state: 'cancelled', result: null }));
    await opened.settle();
    opened.asked(`${base}/replays`).flush({ items: [aSimulation({ state: 'cancelled', result: null })] });
    await opened.settle();
    expect(opened.text).toContain('This replay was cancelled.');
    await opened.press('Replay');
    opened
      .asked(`${base}/replays`, 'POST')
      .flush({ code: 'too-many-simulations' }, { status: 409, statusText: 'Conflict' });
    await opened.settle();
    expect(opened.text).toContain('Enough replays are under way');
  });

  it('does not send a boost that cannot be, and says what could', async () => {
    const opened = await open();
    await answered(opened);
    await opened.press('A boost for this note');
    const field = opened.find('input[aria-describedby=replay-impressions]') as HTMLInputElement;
    field.value = '50';
    field.dispatchEvent(new Event('input'));
    await opened.settle();
    expect(opened.text).toContain('Whole impressions from 100 to 1,000,000.');
    expect(opened.button('Replay').getAttribute('aria-disabled')).toBe('true');
  });

  it('lets those who only look on look, and speaks Chinese', async () => {
    const onlooker = await open('', { role: 'client_viewer' });
    await answered(onlooker);
    expect(() => onlooker.button('Replay')).toThrow();
    TestBed.resetTestingModule();

    const opened = await open('', { language: 'zh-CN' });
    await answered(opened, [aSimulation()]);
    opened.asked(simulationPath).flush(aSimulation());
    await opened.settle();
    expect(opened.text).toContain('曝光会少 4,200 次');
    expect(opened.text).toContain('千人池改为停止');
  });
});
