import type { EditionRow } from '@poolrise/contracts';
import { aReportDesk, aReportResult, aReportSpec, anEdition, reportId } from '../../../testing/a-report';
import { give } from '../../../testing/give';
import { openPage, type Opened } from '../../../testing/opened';
import EditionPage from './edition-page';
import ReportPage from './report-page';

const path = `/api/v1/reports/${reportId}`;
const { id, name, cause, asOf, madeAt, period, format, language } = anEdition();
const edition: EditionRow = { id, name, cause, asOf, madeAt, period, format, language };
const link = {
  id: '66666666-0000-4000-8000-000000000001',
  createdAt: '2026-11-20T00:00:00Z',
  createdBy: 'Mei',
  expiresAt: '2036-12-04T00:00:00Z',
  revokedAt: null,
  withPassword: true,
  lastViewedAt: null,
  views: 3,
};

async function opened(desk = aReportDesk(), setting = {}): Promise<Opened> {
  const page = await openPage(ReportPage, `reports/${reportId}`, { route: 'reports/:reportId', ...setting });
  await give(page, path, desk);
  await give(page, `${path}/editions`, { items: [edition], nextCursor: null });
  await give(page, '/api/v1/report-runs', aReportResult(), 'POST');
  return page;
}
const settled = async (page: Opened) => {
  await new Promise((done) => setTimeout(done, 60));
  await page.settle();
};

describe('a kept report', () => {
  it('shows its figures, who sees it, and how it stood', async () => {
    const page = await opened(aReportDesk({ links: [link], sharedAt: '2026-11-21T00:00:00Z' }));
    expect(page.text).toContain('October notes');
    expect(page.text).toContain('for finance');
    expect(page.text).toContain('12,408');
    expect(page.text).toContain('against 31 Aug to 30 Sept');
    expect(page.text).toContain('more than noise');
    expect(page.text).toContain('opened 3 times');
    expect(page.text).toContain('frozen by hand');
    expect(page.button('data as of').getAttribute('href')).toContain(`editions/${edition.id}`);
  });

  it('sorts for whoever looks and changes nothing that is kept', async () => {
    const page = await opened();
    await page.press('True cost');
    const asked = page.asked('/api/v1/report-runs', 'POST');
    expect(asked.request.body).toMatchObject({ sort: { by: 'trueCost', direction: 'desc' } });
    asked.flush(aReportResult());
    await page.settle();
    page.http.expectNone(path);
  });

  it('is made by the clock of a zone, and says when next', async () => {
    const page = await opened();
    await page.press('Set a schedule');
    await settled(page);
    const dialog = page.find('mat-dialog-container');
    expect(dialog.textContent).toContain('Next: Mon');
    expect(dialog.textContent).toContain('09:00 (Asia/Shanghai)');
    await page.type('[formcontrolname=at]', '');
    expect(dialog.textContent).toContain('Something is missing');
    await page.type('[formcontrolname=at]', '07:30');
    expect(dialog.textContent).toContain('07:30 (Asia/Shanghai)');
    dialog.querySelector<HTMLElement>('[type=submit]')?.click();
    await page.settle();
    expect(page.asked(`${path}/schedule`, 'POST').request.body).toEqual({
      rhythm: { every: 'week', weekday: 1, at: '07:30', timeZone: 'Asia/Shanghai' },
      days: 7,
      format: 'pdf',
      language: 'en',
      paused: false,
    });
  });

  it('says when it is made next by the clock of its own zone, and names the zone', async () => {
    const rhythm = { every: 'day', at: '09:00', timeZone: 'Europe/Berlin' } as const;
    const schedule = { rhythm, days: 7, format: 'pdf', language: 'en', paused: false } as const;
    const page = await opened(aReportDesk({ schedule, nextRunAt: '2036-07-01T07:00:00Z' }));
    expect(page.text).toContain('Next: 1 Jul 2036 09:00 (Europe/Berlin)');
  });

  it('is by default made by the clock that its days go by', async () => {
    const page = await opened(aReportDesk({ spec: aReportSpec({ timeZone: 'America/New_York' }) }));
    await page.press('Set a schedule');
    await settled(page);
    expect(page.find<HTMLInputElement>('app-zone-field input').value).toBe('America/New_York');
    expect(page.find('mat-dialog-container').textContent).toContain('(America/New_York)');
  });

  it('gives a link this once, and closes one for good after asking', async () => {
    const page = await opened(aReportDesk({ links: [link] }));
    await page.press('Share');
    await settled(page);
    page.find('mat-dialog-container').querySelector<HTMLElement>('[type=submit]')?.click();
    await page.settle();
    const asked = page.asked(`${path}/links`, 'POST');
    expect(asked.request.body).toEqual({ days: 14, language: 'en' });
    asked.flush({ ...link, token: 'abc' });
    await page.settle();
    expect(page.find('mat-dialog-container code').textContent).toBe(`${location.origin}/share/report/abc`);
    await page.press('Done');
    await settled(page);
    await give(page, path, aReportDesk({ links: [link] }));
    await give(page, `${path}/editions`, { items: [], nextCursor: null });
    await page.press('Close');
    await settled(page);
    expect(page.find('mat-dialog-container').textContent).toContain('sees nothing from now on');
    page.find('mat-dialog-actions').querySelector<HTMLElement>('[matbutton=filled]')?.click();
    await page.settle();
    page.asked(`${path}/links/${link.id}`, 'DELETE');
  });

  it('gives an analyst the figures and no command', async () => {
    const page = await opened(aReportDesk(), { role: 'analyst' });
    const words = [...page.page.querySelectorAll('button')].map((one) => one.textContent?.trim());
    for (const word of ['Share', 'Set a schedule', 'Freeze it as it is now', 'Delete the report'])
      expect(words).not.toContain(word);
    expect(page.text).toContain('Explore');
  });

  it('says what failed, of the report and of its figures apart', async () => {
    const page = await openPage(ReportPage, `reports/${reportId}`, { route: 'reports/:reportId' });
    page.asked(path).flush({}, { status: 503, statusText: 'down' });
    await give(page, `${path}/editions`, { items: [], nextCursor: null });
    await page.press('Try again');
    await give(page, path, aReportDesk());
    await page.refuse('/api/v1/report-runs', 422, 'report-too-wide', 'POST');
    await page.settle();
    expect(page.text).toContain('October notes');
    expect(page.text).toContain('The report has too many groups');
  });
});

describe('an edition', () => {
  it('says that it is frozen, and is a file', async () => {
    const address = `reports/${reportId}/editions/${edition.id}`;
    const page = await openPage(EditionPage, address, { route: 'reports/:reportId/editions/:editionId' });
    await page.answer(`${path}/editions/${edition.id}`, anEdition());
    expect(page.text).toContain('nothing in it moves any more');
    expect(page.text).toContain('12,408');
    // What is frozen is not sorted either.
    expect(page.page.querySelector('thead button')).toBeNull();
    await page.press('Export');
    await page.press('PDF');
    const asked = page.asked(`${path}/editions/${edition.id}/file`);
    expect(asked.request.params.get('format')).toBe('pdf');
    expect(asked.request.params.get('language')).toBe('en');
  });
});
