import type { AgencyMonthSums, AgencyStatement } from '@poolrise/contracts';
import { aMembership, aSession, openPage, type Opened } from '../../testing/opened';
import MonthPage from './month-page';

const clientId = '55555555-0000-4000-8000-000000000001';
const path = `/api/v1/clients/${clientId}/statement`;
const sums: AgencyMonthSums = {
  spentCents: 550_000,
  mediaCents: 550_000,
  creatorCents: 500_000,
  platformCents: 50_000,
  feeCents: 344_000,
  adjustmentCents: 0,
  rebateExpectedCents: 75_000,
  rebateReceivedCents: 75_000,
  rebatePassedCents: 37_500,
  totalCents: 856_500,
  marginCents: 381_500,
};
const month: AgencyStatement = {
  client: { id: clientId, name: 'Islet Coffee' },
  month: '2026-10',
  state: 'open',
  closing: null,
  scheme: { percentBasisPoints: 800, retainerCents: 300_000, rebateShareBasisPoints: 5_000 },
  fees: [],
  sums,
  marginShare: 381_500 / 856_500,
  lines: [
    {
      kind: 'order',
      subjectId: '55555555-0000-4000-8000-000000000009',
      name: 'Spring tea',
      campaignName: null,
      spentCents: 550_000,
      chargedCents: 550_000,
      creatorCents: 500_000,
      rebateExpectedCents: 75_000,
      rebateReceivedCents: 0,
    },
  ],
  linesTotal: 1,
  closedAt: null,
  closedBy: null,
  sentAt: null,
  asOf: '2026-11-26T10:00:00Z',
};

async function opened(view: AgencyStatement, role: 'owner' | 'finance' = 'owner'): Promise<Opened> {
  const page = await openPage(MonthPage, `clients/${clientId}/statement?month=2026-10`, {
    route: 'clients/:clientId/statement',
    session: aSession(role, { memberships: [aMembership(role, 'agency')] }),
  });
  await page.answer(path, view);
  return page;
}

describe('a month of a client', () => {
  it('says what is due, line by line, and what stays with the agency', async () => {
    const page = await opened(month);
    expect(page.text).toContain('¥8,565.00 are due');
    expect(page.text).toContain('Cooperation order Spring tea');
    expect(page.text).toContain('¥3,815.00');
    expect(page.text).toContain('8% of spend · ¥3,000 a month · 50% of rebates handed on');
  });

  it('is closed at the total that was seen, and says when that has moved', async () => {
    const page = await opened(month);
    await page.press('Close the month');
    await page.settle();
    expect(page.find('mat-dialog-container').textContent).toContain(
      'Close 2026-10 of Islet Coffee at ¥8,565.00',
    );
    page.find<HTMLFormElement>('mat-dialog-container form').dispatchEvent(new Event('submit'));
    const asked = page.asked(`${path}/close`, 'POST');
    expect(asked.request.body).toEqual({ month: '2026-10', totalCents: 856_500 });
    const problem = { type: '', title: '', status: 409, code: 'statement-moved-on', detail: '', remedy: '' };
    asked.flush(problem, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.find('mat-dialog-container').textContent).toContain('adds up to another sum by now');
  });

  it('is sent once it is closed', async () => {
    const page = await opened({
      ...month,
      state: 'closed',
      closing: 'month-closed',
      closedAt: '2026-11-02T03:00:00Z',
      closedBy: 'Zhou',
    });
    expect(page.text).toContain('Closed by Zhou');
    expect(page.text).not.toContain('Close the month');
    await page.press('Send to the client');
    expect(page.asked(`${path}/send`, 'POST').request.body).toEqual({ month: '2026-10' });
  });

  it('says why it cannot be closed', async () => {
    const page = await opened({ ...month, state: 'running', closing: 'month-not-over' });
    expect(page.text).toContain('It can be closed after its last day');
    expect(page.text).not.toContain('Close the month');
  });
});
