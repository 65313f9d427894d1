import type { ClientConflicts, ClientRow } from '@poolrise/contracts';
import { aMembership, aSession, openPage, type Opened } from '../../testing/opened';
import ClientsPage from './clients-page';

const path = '/api/v1/clients';
const islet: ClientRow = {
  id: '55555555-0000-4000-8000-000000000001',
  name: 'Islet Coffee',
  category: 'food',
  brands: ['Islet'],
  foundedAt: '2026-11-01T00:00:00Z',
  role: 'owner',
  inside: { members: 2, viewers: 1, proposals: 3, unanswered: 4, toReplace: 1, lastAnswerAt: null },
};
const closed: ClientRow = {
  ...islet,
  id: '55555555-0000-4000-8000-000000000002',
  name: 'Meadow',
  role: null,
  inside: null,
};
const conflicts: ClientConflicts = {
  days: 30,
  items: [
    {
      creatorId: '77777777-0000-4000-8000-000000000001',
      creatorName: '小满',
      category: 'food',
      places: [
        {
          clientId: islet.id,
          clientName: 'Islet Coffee',
          subjectId: 'a',
          subjectName: 'Spring',
          stage: 'approved',
          at: '2026-11-20T00:00:00Z',
        },
        {
          clientId: closed.id,
          clientName: 'Meadow',
          subjectId: 'b',
          subjectName: 'Tasting',
          stage: 'proposed',
          at: '2026-11-19T00:00:00Z',
        },
      ],
    },
  ],
};

const open = (role: 'owner' | 'marketer' = 'owner') =>
  openPage(ClientsPage, 'clients', {
    session: aSession(role, { memberships: [aMembership(role, 'agency')] }),
  });

async function withClients(...items: ClientRow[]): Promise<Opened> {
  const opened = await open();
  // Not at rest before the conflicts have come as well.
  opened.asked(path).flush({ items });
  await opened.settle();
  return opened;
}

describe('the clients page', () => {
  it('shows what waits in a room, and of a closed one the name', async () => {
    const opened = await withClients(islet, closed);
    await opened.answer('/api/v1/client-conflicts', conflicts);
    expect(opened.text).toContain('2 of the team · 1 of the client');
    expect(opened.text).toContain('You were not let into this room');
    expect(opened.page.querySelectorAll('a[href$="/proposals"]')).toHaveLength(1);
  });

  it('names the creators that two clients of a category share', async () => {
    const opened = await withClients(islet, closed);
    await opened.answer('/api/v1/client-conflicts', conflicts);
    expect(opened.text).toContain('小满 (Food)');
    expect(opened.text).toContain('approved');
    await opened.press('7 days');
    const asked = opened.asked('/api/v1/client-conflicts');
    expect(asked.request.url).toContain('days=7');
    asked.flush({ days: 7, items: [] });
    await opened.settle();
    expect(opened.text).toContain('No conflict within 7 days.');
  });

  it('waits, fails and tries again', async () => {
    const opened = await open();
    expect(opened.page.querySelector('[aria-busy=true]')).not.toBeNull();
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    await opened.answer(path, { items: [] });
    expect(opened.text).toContain('No clients yet');
  });

  it('leaves founding to owners', async () => {
    const opened = await open('marketer');
    await opened.answer(path, { items: [] });
    expect(opened.text).toContain('Ask an owner of the agency');
    expect(opened.text).not.toContain('New client');
  });

  it('founds a room', async () => {
    const opened = await withClients();
    await opened.press('New client');
    await opened.settle();
    await opened.type('mat-dialog-container [formControlName=name]', 'Islet Coffee');
    await opened.type('mat-dialog-container [formControlName=brands]', 'Islet，青屿');
    opened.find<HTMLFormElement>('mat-dialog-container form').dispatchEvent(new Event('submit'));
    const asked = opened.asked(path, 'POST');
    expect(asked.request.body).toMatchObject({ name: 'Islet Coffee', brands: ['Islet', '青屿'] });
    asked.flush(islet);
    await opened.settle();
    opened.asked('/api/v1/session').flush(aSession());
    opened.asked(path).flush({ items: [islet] });
    await opened.settle();
    expect(opened.text).toContain('Islet Coffee');
    opened.asked('/api/v1/client-conflicts');
  });
});
