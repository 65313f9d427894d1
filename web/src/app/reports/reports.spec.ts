import type { ReportRow } from '@poolrise/contracts';
import { aReportResult, noteId, reportId } from '../../testing/a-report';
import { give } from '../../testing/give';
import { openPage } from '../../testing/opened';
import { costSpec } from './costs/cost-spec';
import CostsPage from './costs/costs-page';
import NoteCostPage from './costs/note-cost-page';
import SharedReportsPage from './desk/shared-reports-page';
import ReportsPage from './reports-page';

const row: ReportRow = {
  id: reportId,
  name: 'October notes',
  dimensions: ['note'],
  metrics: ['impressions', 'trueCost'],
  nextRunAt: null,
  createdBy: 'Mei',
  updatedAt: '2026-11-02T00:00:00Z',
};
const template = {
  id: 'post-notes',
  moment: 'post',
  name: { zh: '投后：逐篇结算', en: 'After: note by note' },
  question: { zh: '每篇笔记多少钱？', en: 'What did each note truly cost?' },
  spec: costSpec(30, new Date()),
  source: 'agencies',
};
const pageOf = <T>(...items: T[]) => ({ items, nextCursor: null });

describe('the page of reports', () => {
  it('lists what is kept, and what one can start from by the moment of a campaign', async () => {
    const opened = await openPage(ReportsPage, 'reports');
    await give(opened, '/api/v1/reports', pageOf(row));
    await give(opened, '/api/v1/report-templates', { items: [template] });
    expect(opened.text).toContain('October notes');
    expect(opened.text).toContain('by Note · 2 metrics');
    expect(opened.text).toContain('After the campaign');
    const start = opened.button('Note by note') as HTMLAnchorElement;
    expect(start.textContent).not.toContain('After:');
    expect(start.getAttribute('href')).toContain('reports/new?template=post-notes');
  });

  it('says in Chinese what to do when nothing is kept', async () => {
    const opened = await openPage(ReportsPage, 'reports', { language: 'zh-CN' });
    await give(opened, '/api/v1/reports', pageOf());
    await give(opened, '/api/v1/report-templates', { items: [template] });
    expect(opened.text).toContain('还没有保存的报告');
    expect(opened.text).toContain('逐篇结算');
  });

  it('says what failed of each, and tries again', async () => {
    const opened = await openPage(ReportsPage, 'reports');
    opened.asked('/api/v1/reports').flush({}, { status: 503, statusText: 'down' });
    await give(opened, '/api/v1/report-templates', { items: [template] });
    await opened.press('Try again');
    await give(opened, '/api/v1/reports', pageOf(row));
    expect(opened.text).toContain('October notes');
  });
});

describe('what was shared with those who look on', () => {
  it('is a list of their own', async () => {
    const opened = await openPage(SharedReportsPage, 'shared-reports', { role: 'client_viewer' });
    const period = { from: '2026-10-01', to: '2026-10-31' };
    const shared = { id: reportId, name: 'October notes', asOf: '2026-11-01T02:00:00Z', period };
    await opened.answer('/api/v1/shared-reports', pageOf(shared));
    expect(opened.text).toContain('1 Oct to 31 Oct');
  });
});

describe('true cost', () => {
  it('stands note by note, unknown with a sign of its own, and leads to the parts', async () => {
    const opened = await openPage(CostsPage, 'reports/costs');
    const asked = opened.asked('/api/v1/report-runs', 'POST');
    expect(asked.request.body).toMatchObject({ dimensions: ['note'], choice: { cost: 'true' } });
    asked.flush(aReportResult());
    await opened.settle();
    expect(opened.text).toContain('≈ 9,000');
    expect(opened.text).toContain('≥ ¥3,200.00');
    expect(opened.button('一杯好茶').getAttribute('href')).toContain(`reports/costs/${noteId}`);
  });

  it('of one note names the parts that nobody knows, and gives no total', async () => {
    const opened = await openPage(NoteCostPage, `reports/costs/${noteId}`, {
      route: 'reports/costs/:noteId',
    });
    await give(opened, `/api/v1/note-costs/${noteId}`, {
      parts: [
        { key: 'quote', state: 'known', cents: 300_000 },
        { key: 'fee', state: 'estimated', cents: 30_000 },
        { key: 'ads', state: 'unknown', cents: null },
        { key: 'boosts', state: 'known', cents: 0 },
        { key: 'vouchers', state: 'known', cents: 0 },
      ],
      totalCents: null,
      atLeastCents: 330_000,
      state: 'unknown',
    });
    await give(opened, '/api/v1/report-runs', aReportResult(), 'POST');
    expect(opened.text).toContain('It cost ¥3,300.00 at the least; not known: Ads.');
    expect(opened.text).toContain('≈ ¥300.00');
    expect(opened.text).toContain('≥ ¥3,300.00');
    expect(opened.page.querySelector('h1')?.textContent).toContain('一杯好茶');
  });
});
