import { TestBed } from '@angular/core/testing';
import type { OverviewView } from '@poolrise/contracts';
import { aNote } from '../../testing/a-note';
import { FakeStream } from '../../testing/fake-stream';
import { openPage } from '../../testing/opened';
import { Live } from '../live/live';
import OverviewPage from './overview-page';

const path = '/api/v1/overview';
const level = (n: number, en: string, climbing: number, stopped: number) => ({
  level: n,
  name: { zh: en, en },
  climbing,
  stopped,
});
const view: OverviewView = {
  asOf: '2026-11-23T06:02:11Z',
  tilesFrom: '2026-11-16T16:00:00Z',
  tiles: [
    { metric: 'impressions', value: 1_284_031, previous: 1_102_930 },
    { metric: 'ctrNatural', value: 0.0922, previous: null },
    { metric: 'buzz', value: 7, previous: 3 },
  ],
  ladder: [level(0, 'Guaranteed', 12, 4), level(1, 'First pool', 18, 31)],
  states: [
    { state: 'climbing', notes: 30 },
    { state: 'stopped', notes: 35 },
    { state: 'rejected', notes: 0 },
  ],
  series: {
    days: ['2026-11-22T16:00:00Z'],
    impressions: { guaranteed: [1], organic: [2], search: [3], paid: [4] },
  },
  rising: [aNote({ title: 'Cold brew tea' })],
  verdicts: [],
  boosts: [],
  cashCents: 1_284_050,
};
const noteless = { ...view, states: view.states.map((one) => ({ ...one, notes: 0 })) };

describe('the overview', () => {
  it('holds the place of tiles and cards while it waits', async () => {
    const opened = await openPage(OverviewPage, 'overview');
    expect(opened.page.querySelectorAll('[aria-busy=true] app-skeleton').length).toBeGreaterThan(6);
    opened.asked(path);
  });

  it('teaches a workspace without notes instead of showing zeros', async () => {
    const opened = await openPage(OverviewPage, 'overview');
    await opened.answer(path, noteless);
    expect(opened.text).toContain('Notes come in through the API');
    expect(opened.page.querySelector('app-stat-tile')).toBeNull();
  });

  it('says what failed and tries again', async () => {
    const opened = await openPage(OverviewPage, 'overview');
    await opened.refuse(path, 503, 'unavailable');
    expect(opened.text).toContain('Poolrise does not answer right now');
    await opened.press('Try again');
    await opened.answer(path, view);
    expect(opened.text).toContain('1,284,031');
  });

  it('compares each figure with the week before, and says when there is none', async () => {
    const opened = await openPage(OverviewPage, 'overview');
    await opened.answer(path, view);
    expect(opened.text).toContain('up 16.4%');
    expect(opened.text).toContain('no earlier figure');
  });

  it('shows no figure that has no definition', async () => {
    const opened = await openPage(OverviewPage, 'overview');
    await opened.answer(path, view);
    expect(opened.page.querySelectorAll('app-stat-tile').length).toBe(2);
  });

  it('leads from a level and from a state to its notes', async () => {
    const opened = await openPage(OverviewPage, 'overview');
    await opened.answer(path, view);
    expect(opened.button('Level 1, First pool: 18 climbing, 31 stopped').getAttribute('href')).toContain(
      'notes?level=1',
    );
    expect(opened.button('30 Climbing').getAttribute('href')).toContain('notes?state=climbing');
  });

  it('offers boosting only to those who may boost', async () => {
    const opened = await openPage(OverviewPage, 'overview', { role: 'analyst' });
    await opened.answer(path, view);
    expect(opened.text).not.toContain('Find a note to boost');
  });

  it('keeps the figures on screen while newer ones travel', async () => {
    FakeStream.install();
    const opened = await openPage(OverviewPage, 'overview');
    TestBed.inject(Live).listen('any');
    await opened.answer(path, view);
    FakeStream.last.tell('pools');
    const again = opened.asked(path);
    expect(opened.text).toContain('1,284,031');
    again.flush({ ...view, tiles: [{ metric: 'impressions', value: 1_284_050, previous: 1 }] });
    await opened.settle();
    expect(opened.text).toContain('1,284,050');
  });

  it('keeps the figures on screen when a newer answer fails', async () => {
    FakeStream.install();
    const opened = await openPage(OverviewPage, 'overview');
    TestBed.inject(Live).listen('any');
    await opened.answer(path, view);
    FakeStream.last.tell('pools');
    await opened.refuse(path, 503, 'unavailable');
    expect(opened.text).toContain('1,284,031');
  });

  it('writes large figures in 万 in Chinese', async () => {
    const opened = await openPage(OverviewPage, 'overview', { language: 'zh-CN' });
    await opened.answer(path, view);
    expect(opened.text).toContain('128.4万');
  });
});
