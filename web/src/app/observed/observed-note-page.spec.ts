import type { ObservedNoteView } from '@poolrise/contracts';
import {
  growthRefusals,
  observedHelps,
  observedReasons,
  spillAssumptions,
  spillRefusals,
  standingRefusals,
} from '@poolrise/domain';
import en from '../../i18n/en';
import zh from '../../i18n/zh-CN';
import { anObservedNote, observedId, withCurves } from '../../testing/an-observed-note';
import { openPage, type Opened } from '../../testing/opened';
import ObservedNotePage from './observed-note-page';

const path = `/api/v1/observed-notes/${observedId}`;

async function openNote(
  note: ObservedNoteView = anObservedNote(),
  language: 'en' | 'zh-CN' = 'en',
): Promise<Opened> {
  const opened = await openPage(ObservedNotePage, `observed/${observedId}`, {
    route: 'observed/:observedNoteId',
    language,
  });
  await opened.answer(path, JSON.parse(JSON.stringify(note)));
  return opened;
}

describe('the page of an observed note', () => {
  it('begins with one sentence made of the reasons and their numbers', async () => {
    const { text } = await openNote();
    expect(text).toContain(
      'Probably at Ten thousands (82%), from 11,000 natural impressions. It has probably stopped: 10% to gain a tenth or more within 7 days. Per read its reactions are worth 1.39 times those of 34 notes of the same age (80 % interval 1.04 to 1.86).',
    );
    expect(text).toContain('By day 30 it is likely to reach 11,900 natural impressions');
    expect(text).toContain('The exposure is rounded and known to within 4%');
    expect(text).toContain('Estimate');
  });

  it('has a sentence in both languages for every code there is', () => {
    for (const { observed } of [en, zh]) {
      expect(Object.keys(observed.reason).sort()).toEqual([...observedReasons].sort());
      expect(Object.keys(observed.help)).toEqual(expect.arrayContaining([...observedHelps]));
      expect(Object.keys(observed.untold.movement).sort()).toEqual([...growthRefusals].sort());
      expect(Object.keys(observed.untold.reach).sort()).toEqual([...growthRefusals].sort());
      expect(Object.keys(observed.untold.standing).sort()).toEqual([...standingRefusals].sort());
      expect(Object.keys(observed.spill.why).sort()).toEqual([...spillRefusals].sort());
      expect(Object.keys(observed.spill.assumption).sort()).toEqual([...spillAssumptions].sort());
    }
  });

  it('says how likely each level is, as a picture and as a table', async () => {
    const opened = await openNote();
    expect(opened.find('app-observed-ladder [role=img]').getAttribute('aria-label')).toBe(
      'Thousands 15%, Ten thousands 82%, Hundred thousands 3%',
    );
    await opened.press('Show as table');
    expect(opened.find('app-observed-ladder tr.here').textContent).toContain('82%');
  });

  it('draws the bounds of rounded figures, reads days out by key, and has them as a table', async () => {
    const opened = await openNote();
    expect(opened.find('app-series-chart .bound')).toBeTruthy();
    const plot = opened.find('.plot');
    expect(plot.getAttribute('aria-label')).toContain('Natural impressions 11,000 on 20 Oct');
    await opened.key('End', plot);
    expect(opened.find('app-series-chart [aria-live]').textContent).toContain(
      'Impressions, all ≈ 12,000, Natural impressions 11,000, Promoted impressions 1,000',
    );
    opened.find<HTMLButtonElement>('app-series-chart header button').click();
    await opened.settle();
    expect(opened.find('app-series-table tbody tr').textContent).toContain('≈ 12,000');
    await opened.press('Interactions');
    expect(opened.address).toContain('show=interactions');
  });

  it('keeps what another source says beside what is shown', async () => {
    const { text } = await openNote();
    expect(text).toContain('1 of 1 figures does not agree');
    expect(text).toMatch(/≈ 12,000\s*Note sheet\s*20,000\s*Creator centre\s*no/);
  });

  it('says which parts of the cost are unknown, and what would let more be said', async () => {
    const { text } = await openNote();
    expect(text).toContain('≥ ¥1,100.00');
    expect(text).toMatch(/Ads\s*unknown/);
    expect(text).toContain('Export the same sheet again on another day');
  });

  it('never says what bought impressions brought without an interval', async () => {
    expect((await openNote()).text).toContain(
      'Days in a row with natural, promoted and heated impressions: 1.',
    );
    const told = await openNoteAnew({
      verdict: 'brings-natural',
      why: null,
      interval: { low: 0.12, high: 0.55 },
      byTrend: {},
      days: 21,
      assumptions: ['SAME_DAY_EFFECT'],
    });
    expect(told).toContain('For every 100 bought impressions natural ones changed by +12 to +55');
  });

  it('says which file would bring a curve where there is none', async () => {
    const { text, page } = await openNote();
    expect(text).toContain(
      'The creator centre’s trend of this note, as xlsx or JSON, would bring that curve.',
    );
    expect(page.querySelector('.chart-room')).toBeNull();
  });

  it('leaves room for the curves that it has, which are drawn when they are seen', async () => {
    const { text, page } = await openNote(anObservedNote(withCurves()));
    expect(page.querySelector('.chart-room')).not.toBeNull();
    expect(text).not.toContain('No file shows its hours or days');
  });

  it('says why there is no estimate for a note without a date', async () => {
    const undated = anObservedNote({ publishedAt: null, estimate: null, spill: null });
    const { text } = await openNote(undated, 'zh-CN');
    expect(text).toContain('没有文件写明发布时间');
    expect(text).not.toContain('可能所处的流量池');
  });

  it('says what failed and leads back', async () => {
    const opened = await openPage(ObservedNotePage, `observed/${observedId}`, {
      route: 'observed/:observedNoteId',
    });
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading this note');
    await opened.refuse(path, 404, 'not-found');
    expect(opened.button('Back to observed notes').getAttribute('href')).toContain('/observed');
  });
});

async function openNoteAnew(spill: ObservedNoteView['spill']): Promise<string> {
  const { TestBed } = await import('@angular/core/testing');
  TestBed.resetTestingModule();
  return (await openNote(anObservedNote({ spill }))).text;
}
