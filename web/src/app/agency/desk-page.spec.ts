import type { AgencyTask, AgencyWorkload } from '@poolrise/contracts';
import { aMembership, aSession, openPage, type Opened } from '../../testing/opened';
import DeskPage from './desk-page';

const tasksPath = '/api/v1/agency/tasks';
const workloadPath = '/api/v1/agency/workload';
const client = { id: '55555555-0000-4000-8000-000000000001', name: 'Islet Coffee' };
const mei = { id: '55555555-0000-4000-8000-000000000002', name: 'Mei' };
const hoursFromNow = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

const task: AgencyTask = {
  kind: 'review',
  subject: 'order',
  subjectId: '55555555-0000-4000-8000-000000000003',
  client,
  campaign: null,
  name: 'Cold brew',
  creatorName: '小满',
  count: 1,
  since: hoursFromNow(-31),
  dueAt: hoursFromNow(-7),
  platformDueAt: hoursFromNow(41),
  urgency: 'overdue',
  owner: null,
};
const workload: AgencyWorkload = {
  people: [
    { person: null, campaigns: 0, open: 1, soon: 0, overdue: 1 },
    { person: mei, campaigns: 2, open: 0, soon: 0, overdue: 0 },
  ],
  total: { open: 1, soon: 0, overdue: 1 },
  kept: [
    { days: 30, inTime: 3, of: 4, share: 0.75 },
    { days: 90, inTime: 0, of: 0, share: null },
  ],
  hours: [{ kind: 'review', hours: 24, fromDay: null }],
  clients: [{ ...client, people: [mei] }],
  asOf: hoursFromNow(0),
};
const pageOf = (...items: AgencyTask[]) => ({ items, nextCursor: null, asOf: hoursFromNow(0) });

const open = (role: 'owner' | 'analyst' = 'owner'): Promise<Opened> =>
  openPage(DeskPage, 'clients/desk', {
    session: aSession(role, { memberships: [aMembership(role, 'agency')] }),
  });
async function filled(role: 'owner' | 'analyst' = 'owner', ...items: AgencyTask[]): Promise<Opened> {
  const opened = await open(role);
  opened.asked(workloadPath).flush(workload);
  opened.asked(tasksPath).flush(pageOf(...items));
  await opened.settle();
  return opened;
}

describe('the desk of an agency', () => {
  it('says first what is overdue, and leads to where it is done', async () => {
    const opened = await filled('owner', task);
    expect(opened.text).toContain('1 task is overdue');
    expect(opened.text).toContain('overdue since 7 hours ago');
    expect(opened.text).toContain('platform decides in 2 days');
    expect(opened.button('Review a draft: Cold brew').getAttribute('href')).toBe(
      `/w/${client.id}/orders/${task.subjectId}`,
    );
    expect(opened.text).toContain('3 of 4');
    expect(opened.text).toContain('no draft yet');
  });

  it('gives a task to somebody of the room', async () => {
    const opened = await filled('owner', task);
    await opened.press('Give “Cold brew” to somebody');
    opened.find('.mat-mdc-menu-panel [role=menuitem]').click();
    await opened.settle();
    const asked = opened.asked('/api/v1/agency/assignments', 'POST');
    expect(asked.request.body).toEqual({
      clientId: client.id,
      subject: 'order',
      subjectId: task.subjectId,
      personId: mei.id,
    });
    asked.flush({ owner: mei });
    await opened.settle();
    opened.asked(workloadPath).flush(workload);
    opened.asked(tasksPath).flush(pageOf({ ...task, owner: mei }));
    await opened.settle();
    expect(opened.button('Give “Cold brew” to somebody: Mei')).toBeTruthy();
  });

  it('leaves giving and hours to those who may', async () => {
    const opened = await filled('analyst', task);
    expect(opened.page.querySelector('app-assign-menu')).toBeNull();
    expect(opened.text).not.toContain('Change');
  });

  it('says that nothing waits, and fails with a way to try again', async () => {
    const opened = await open();
    expect(opened.page.querySelector('[aria-busy=true]')).not.toBeNull();
    opened.asked(workloadPath).flush(workload);
    await opened.refuse(tasksPath, 503, 'unavailable');
    await opened.press('Try again');
    await opened.answer(tasksPath, pageOf());
    expect(opened.text).toContain('Nothing waits');
  });
});
