import { aReportDesk, aReportResult, aReportSpec, reportId } from '../../../testing/a-report';
import { give } from '../../../testing/give';
import { openPage, type Opened } from '../../../testing/opened';
import { wordOf } from '../report-draft';
import ReportBuilderPage from './report-builder-page';

const runs = '/api/v1/report-runs';
const pause = async (opened: Opened, ms = 420) => {
  await new Promise((done) => setTimeout(done, ms));
  await opened.settle();
};
const open = (spec = aReportSpec(), setting = {}) =>
  openPage(ReportBuilderPage, `reports/new?spec=${wordOf(spec)}`, setting);

describe('the builder of reports', () => {
  it('opens as it was left, and shows figures with their signs', async () => {
    const opened = await open();
    await opened.settle();
    const asked = opened.asked(runs, 'POST');
    expect(asked.request.body).toEqual(aReportSpec());
    asked.flush(aReportResult());
    await opened.settle();
    expect(opened.text).toContain('12,408');
    expect(opened.text).toContain('+24.1%');
    expect(opened.text).toContain('≈ 9,000');
    expect(opened.text).toContain('Unknown');
    expect(opened.text).toContain('* some rows are unknown and left out');
  });

  it('asks once for several changes, lets go of what is no longer wanted, and keeps all of it in the address', async () => {
    const opened = await open();
    await opened.settle();
    const first = opened.asked(runs, 'POST');
    await opened.press('Creator');
    await opened.press('Tier');
    await pause(opened);
    expect(first.cancelled).toBe(true);
    const asked = opened.asked(runs, 'POST');
    expect(asked.request.body).toMatchObject({ dimensions: ['note', 'creator', 'tier'] });
    asked.flush(aReportResult());
    await opened.settle();
    expect(opened.address).toContain(wordOf(asked.request.body as never));
    // A fourth does not fit, and says so.
    expect(opened.button('Category').getAttribute('aria-disabled')).toBe('true');
    expect(opened.text).toContain('Three divisions at most');
  });

  it('says before it asks which metric cannot be had by which dimension, and asks for the others', async () => {
    const opened = await open(
      aReportSpec({ metrics: ['noteCpm', 'impressions'], sort: { by: 'note', direction: 'asc' } }),
    );
    await opened.settle();
    opened.asked(runs, 'POST').flush(aReportResult());
    await opened.settle();
    await opened.type('.days input', '2026-10-01');
    await opened.press('Day');
    const basis = opened.find<HTMLSelectElement>('app-period-field select');
    basis.value = 'happened';
    basis.dispatchEvent(new Event('change'));
    await opened.settle();
    expect(opened.find('.refused').textContent).toContain('by Day');
    expect(opened.find('.refused').textContent).toContain('put notes by the day of publishing');
    await pause(opened);
    expect(opened.asked(runs, 'POST').request.body).toMatchObject({ metrics: ['impressions'] });
  });

  it('finds metrics by words of both languages and adds them', async () => {
    const opened = await open(aReportSpec(), { language: 'zh-CN' });
    await opened.settle();
    await give(opened, runs, aReportResult(), 'POST');
    await opened.type('app-metric-picker input', 'hit rate');
    await opened.press('爆文率');
    await pause(opened);
    expect(opened.asked(runs, 'POST').request.body).toMatchObject({
      metrics: ['impressions', 'trueCost', 'hitRate'],
    });
  });

  it('finds notes of files beside those counted here, and says which is which', async () => {
    const opened = await open();
    await opened.settle();
    await give(opened, runs, aReportResult(), 'POST');
    await opened.type('app-things-field input', 'tea');
    await pause(opened, 250);
    const things = (about: object) => ({
      beside: '',
      publishedAt: '2026-10-01T00:00:00Z',
      notes: null,
      ...about,
    });
    const [here, fromFile] = ['55555555-0000-4000-8000-00000000000a', '55555555-0000-4000-8000-00000000000b'];
    const asked = opened.http.expectOne(({ url }) => url === '/api/v1/report-things');
    expect(asked.request.params.get('search')).toBe('tea');
    asked.flush({
      items: [
        things({ id: here, origin: 'hosted', title: 'Cold brew tea', beside: 'Xiaoman' }),
        things({ id: fromFile, origin: 'file', title: 'Tea, tried' }),
      ],
    });
    await opened.settle();
    expect(opened.text).toContain('Here · 1 Oct · Xiaoman');
    expect(opened.text).toContain('From files · 1 Oct');
    await opened.press('Tea, tried');
    await pause(opened);
    expect(opened.asked(runs, 'POST').request.body).toMatchObject({ filters: { noteIds: [fromFile] } });
  });

  it('counts by the clock of a zone that is found by a word', async () => {
    const opened = await open();
    await opened.settle();
    await give(opened, runs, aReportResult(), 'POST');
    const box = opened.find<HTMLInputElement>('app-zone-field input');
    expect(box.value).toBe('Asia/Shanghai');
    box.focus();
    await opened.type('app-zone-field input', 'berlin');
    document.querySelector<HTMLElement>('mat-option')?.click();
    await pause(opened);
    expect(opened.asked(runs, 'POST').request.body).toMatchObject({ timeZone: 'Europe/Berlin' });
    expect(opened.text).toContain('days in files are those of Shanghai');
  });

  it('does not ask for days that are turned round', async () => {
    const opened = await open();
    await opened.settle();
    await give(opened, runs, aReportResult(), 'POST');
    const to = document.querySelectorAll<HTMLInputElement>('.days input')[1];
    if (!to) throw new Error('no last day');
    to.value = '2026-09-01';
    to.dispatchEvent(new Event('change'));
    await pause(opened);
    expect(opened.text).toContain('The last day is before the first one');
    opened.http.expectNone(runs);
  });

  it('says what failed and tries again', async () => {
    const opened = await open();
    await opened.settle();
    await opened.refuse(runs, 422, 'report-too-wide', 'POST');
    await opened.settle();
    expect(opened.text).toContain('The report has too many groups');
    await opened.press('Try again');
    await give(opened, runs, aReportResult(), 'POST');
    expect(opened.text).toContain('12,408');
  });

  it('does not write over what somebody else has changed meanwhile: both ways out are offered', async () => {
    const opened = await openPage(ReportBuilderPage, `reports/${reportId}/edit`, {
      route: 'reports/:reportId/edit',
    });
    await opened.settle();
    await give(opened, `/api/v1/reports/${reportId}`, aReportDesk());
    await give(opened, runs, aReportResult(), 'POST');
    await opened.press('Save');
    await pause(opened, 50);
    const dialog = opened.find('mat-dialog-container');
    dialog.querySelector<HTMLElement>('[type=submit]')?.click();
    await opened.settle();
    const asked = opened.asked(`/api/v1/reports/${reportId}`, 'POST');
    expect(asked.request.body).toMatchObject({ name: 'October notes', version: 3, spec: aReportSpec() });
    const problem = {
      type: 'about:blank',
      title: '',
      status: 409,
      code: 'report-moved-on',
      detail: '',
      remedy: '',
    };
    asked.flush(problem, { status: 409, statusText: 'moved on' });
    await opened.settle();
    expect(dialog.textContent).toContain('Somebody else has changed this report');
    await opened.press('Save mine as a new report');
    dialog.querySelector<HTMLElement>('[type=submit]')?.click();
    await opened.settle();
    const written = opened.asked('/api/v1/reports', 'POST');
    expect(written.request.body).toMatchObject({ name: 'October notes', spec: aReportSpec() });
  });

  it('lets an analyst explore and export, not keep', async () => {
    const opened = await open(aReportSpec(), { role: 'analyst' });
    await opened.settle();
    await give(opened, runs, aReportResult(), 'POST');
    expect(opened.text).toContain('Export');
    expect([...document.querySelectorAll('button')].some((one) => one.textContent?.includes('Save'))).toBe(
      false,
    );
  });

  it('walks from figure to figure by the arrow keys, with one stop of Tab', async () => {
    const opened = await open();
    await opened.settle();
    await give(opened, runs, aReportResult(), 'POST');
    const stops = () => [
      ...document.querySelectorAll<HTMLElement>('app-report-table [data-cell][tabindex="0"]'),
    ];
    expect(stops().map(({ dataset }) => dataset['cell'])).toEqual(['0:0']);
    stops()[0]?.focus();
    await opened.key('ArrowDown');
    await opened.key('ArrowRight');
    expect(stops().map(({ dataset }) => dataset['cell'])).toEqual(['1:1']);
    expect(document.activeElement?.textContent).toContain('–');
    // The unknown figure tells why it is unknown.
    expect(document.querySelector('app-lineage-panel')?.textContent).toContain(
      'None of the 10 rows behind it says',
    );
  });
});
