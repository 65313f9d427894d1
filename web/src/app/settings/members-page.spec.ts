import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import type { InvitationView, MemberView } from '@poolrise/contracts';
import { aSession, openPage, type Opened } from '../../testing/opened';
import MembersPage from './members-page';

const path = '/api/v1/members';
const lin: MemberView = {
  personId: '22222222-0000-4000-8000-000000000001',
  name: 'Lin',
  email: 'lin@tea.example',
  role: 'owner',
  joinedAt: '2026-11-01T00:00:00Z',
};
const maya: MemberView = {
  ...lin,
  personId: '22222222-0000-4000-8000-000000000002',
  name: 'Maya',
  email: 'maya@tea.example',
  role: 'finance',
};

const invitations = '/api/v1/invitations';
const invited: InvitationView = {
  id: '77777777-0000-4000-8000-000000000001',
  name: 'Maya',
  email: 'maya@tea.example',
  role: 'finance',
  invitedAt: '2026-11-20T00:00:00Z',
};
const pageOf = <T>(...items: T[]) => ({ items, nextCursor: null });

/** The page of an owner, with these members and invitations on it. */
async function withMembers(members: MemberView[], asked: InvitationView[] = []): Promise<Opened> {
  const opened = await openPage(MembersPage, 'settings/members');
  // Not one after the other: the page is at rest only when both have come.
  opened.asked(invitations).flush(pageOf(...asked));
  await opened.answer(path, pageOf(...members));
  return opened;
}

async function inviteMaya(opened: Opened): Promise<void> {
  await opened.press('Invite member');
  await opened.type('mat-dialog-container [formControlName=name]', 'Maya');
  await opened.type('mat-dialog-container [formControlName=email]', 'maya@tea.example');
  await opened.type('mat-dialog-container [formControlName=password]', 'a long sentence');
  const select = await TestbedHarnessEnvironment.documentRootLoader(opened.fixture).getHarness(
    MatSelectHarness,
  );
  await select.clickOptions({ text: 'Finance' });
  opened.find<HTMLFormElement>('mat-dialog-container form').dispatchEvent(new Event('submit'));
  await opened.settle();
}

async function chooseRole(opened: Opened, role: string): Promise<void> {
  opened.find<HTMLInputElement>(`mat-dialog-container input[value=${role}]`).click();
  await opened.settle();
  opened.find<HTMLFormElement>('mat-dialog-container form').dispatchEvent(new Event('submit'));
  await opened.settle();
}

describe('the members page', () => {
  it('waits with rows of the final height', async () => {
    const opened = await openPage(MembersPage, 'settings/members');
    expect(opened.page.querySelector('[aria-busy=true]')).not.toBeNull();
    opened.asked(path);
    opened.asked(invitations);
  });

  it('shows who is who, and which one is you', async () => {
    const opened = await withMembers([lin, maya]);
    expect(opened.text).toContain('Lin (you)');
    expect(opened.text).toContain('Finance the wallet and its journal, tops up');
  });

  it('says what failed and tries again', async () => {
    const opened = await openPage(MembersPage, 'settings/members');
    opened.asked(invitations).flush(pageOf());
    await opened.refuse(path, 403, 'role-too-low');
    expect(opened.text).toContain('Your role may not do this');
    await opened.press('Try again');
    await opened.answer(path, pageOf(lin));
    expect(opened.text).toContain('lin@tea.example');
  });

  it('brings more people when there are more than a page holds', async () => {
    const opened = await openPage(MembersPage, 'settings/members');
    opened.asked(invitations).flush(pageOf());
    await opened.answer(path, { items: [lin], nextCursor: 'next' });
    expect(opened.text).not.toContain('maya@tea.example');
    await opened.press('Load more');
    opened.asked(path).flush({ items: [lin], nextCursor: 'next' });
    await opened.settle();
    const second = opened.asked(path);
    expect(second.request.params.get('cursor')).toBe('next');
    second.flush(pageOf(maya));
    await opened.settle();
    expect(opened.text).toContain('maya@tea.example');
    expect(opened.text).not.toContain('Load more');
  });

  it('invites a person in a role and shows who has not come yet', async () => {
    const opened = await withMembers([lin]);
    expect(opened.text).not.toContain('not here yet');
    await inviteMaya(opened);
    const asked = opened.asked(invitations, 'POST');
    expect(asked.request.body).toEqual({
      name: 'Maya',
      email: 'maya@tea.example',
      role: 'finance',
      password: 'a long sentence',
    });
    asked.flush(invited, { status: 201, statusText: 'created' });
    await opened.settle();
    await opened.answer(invitations, pageOf(invited));
    expect(opened.text).toContain('Invited, not here yet');
    expect(opened.text).toContain('maya@tea.example');
    expect(document.body.textContent).toContain('Maya was invited');
  });

  it('keeps the form open and marks the field when the e-mail is taken', async () => {
    const opened = await withMembers([lin]);
    await inviteMaya(opened);
    await opened.refuse(invitations, 409, 'email-taken', 'POST', { field: '/email' });
    await opened.settle();
    const dialogs = await TestbedHarnessEnvironment.documentRootLoader(opened.fixture).getAllHarnesses(
      MatDialogHarness,
    );
    expect(await dialogs[0]?.getText()).toContain('already a member');
  });

  it('offers the roles that this kind of workspace has', async () => {
    const opened = await withMembers([lin, maya]);
    await opened.press('Change role of Maya');
    const roles = [...document.querySelectorAll<HTMLInputElement>('mat-dialog-container input')];
    expect(roles.map(({ value }) => value)).toEqual([
      'owner',
      'marketer',
      'analyst',
      'finance',
      'client_viewer',
    ]);
    expect(roles.find(({ checked }) => checked)?.value).toBe('finance');
  });

  it('gives a member another role and shows it', async () => {
    const opened = await withMembers([lin, maya]);
    await opened.press('Change role of Maya');
    await chooseRole(opened, 'analyst');
    const asked = opened.asked(`${path}/${maya.personId}/role`, 'POST');
    expect(asked.request.body).toEqual({ role: 'analyst' });
    asked.flush({ ...maya, role: 'analyst' });
    await opened.settle();
    await opened.answer(path, pageOf(lin, { ...maya, role: 'analyst' as const }));
    expect(opened.text).toContain('Analyst reads everything but the wallet');
    expect(document.body.textContent).toContain('Maya: Analyst from now on');
  });

  it('tells the last owner why she cannot step down', async () => {
    const opened = await withMembers([lin]);
    await opened.press('Change role of Lin');
    expect(document.body.textContent).toContain('This is you');
    await chooseRole(opened, 'analyst');
    await opened.refuse(`${path}/${lin.personId}/role`, 409, 'last-owner', 'POST', {
      field: 'path.personId',
    });
    await opened.settle();
    expect(opened.find('mat-dialog-container [role=alert]').textContent).toContain(
      'This is the last owner. Make another member an owner first.',
    );
  });

  it('removes a member only after asking', async () => {
    const opened = await withMembers([lin, maya]);
    await opened.press('Remove Maya');
    opened.http.expectNone({ method: 'DELETE' });
    opened.find('mat-dialog-container .mat-mdc-unelevated-button').click();
    await opened.answer(`${path}/${maya.personId}`, null, 'DELETE');
    await opened.settle();
    await opened.answer(path, pageOf(lin));
    expect(opened.text).not.toContain('maya@tea.example');
    expect(document.body.textContent).toContain('Maya was removed');
  });

  it('shows the way out to somebody who removed herself', async () => {
    const opened = await withMembers([lin, { ...maya, role: 'owner' }]);
    await opened.press('Remove Lin');
    opened.find('mat-dialog-container .mat-mdc-unelevated-button').click();
    await opened.answer(`${path}/${lin.personId}`, null, 'DELETE');
    await opened.settle();
    await opened.answer('/api/v1/session', aSession('owner', { memberships: [] }));
    await opened.settle();
    expect(opened.address).toBe('/');
  });

  it('takes an invitation back after asking', async () => {
    const opened = await withMembers([lin], [invited]);
    await opened.press('Take back the invitation of Maya');
    opened.find('mat-dialog-container .mat-mdc-unelevated-button').click();
    await opened.answer(`${invitations}/${invited.id}`, null, 'DELETE');
    await opened.settle();
    await opened.answer(invitations, pageOf());
    expect(opened.text).not.toContain('maya@tea.example');
  });

  it('does not offer what only an owner may do', async () => {
    const opened = await openPage(MembersPage, 'settings/members', { role: 'marketer' });
    await opened.answer(path, pageOf(lin));
    opened.http.expectNone(invitations);
    for (const words of ['Invite member', 'Change role', 'Remove']) expect(opened.text).not.toContain(words);
    expect(opened.text).toContain('Only an owner invites and removes members.');
  });
});
