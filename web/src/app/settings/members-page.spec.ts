import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import type { MemberView } from '@poolrise/contracts';
import { openPage, type Opened } from '../../testing/opened';
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

async function addMaya(opened: Opened): Promise<void> {
  await opened.press('Add member');
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

describe('the members page', () => {
  it('waits with rows of the final height', async () => {
    const opened = await openPage(MembersPage, 'settings/members');
    expect(opened.page.querySelector('[aria-busy=true]')).not.toBeNull();
    opened.asked(path);
  });

  it('shows who is who, and which one is you', async () => {
    const opened = await openPage(MembersPage, 'settings/members');
    await opened.answer(path, { items: [lin, maya], nextCursor: null });
    expect(opened.text).toContain('Lin (you)');
    expect(opened.text).toContain('Finance the wallet and its journal, tops up');
  });

  it('says what failed and tries again', async () => {
    const opened = await openPage(MembersPage, 'settings/members');
    await opened.refuse(path, 403, 'role-too-low');
    expect(opened.text).toContain('Your role may not do this');
    await opened.press('Try again');
    await opened.answer(path, { items: [lin], nextCursor: null });
    expect(opened.text).toContain('lin@tea.example');
  });

  it('adds a member with a role and shows the new row', async () => {
    const opened = await openPage(MembersPage, 'settings/members');
    await opened.answer(path, { items: [lin], nextCursor: null });
    await addMaya(opened);
    const asked = opened.asked(path, 'POST');
    expect(asked.request.body).toEqual({
      name: 'Maya',
      email: 'maya@tea.example',
      role: 'finance',
      password: 'a long sentence',
    });
    asked.flush(maya, { status: 201, statusText: 'created' });
    await opened.settle();
    await opened.answer(path, { items: [lin, maya], nextCursor: null });
    expect(opened.text).toContain('maya@tea.example');
    expect(document.body.textContent).toContain('Maya was added');
  });

  it('keeps the form open and marks the field when the e-mail is taken', async () => {
    const opened = await openPage(MembersPage, 'settings/members');
    await opened.answer(path, { items: [lin], nextCursor: null });
    await addMaya(opened);
    await opened.refuse(path, 409, 'email-taken', 'POST', { field: '/email' });
    await opened.settle();
    const dialogs = await TestbedHarnessEnvironment.documentRootLoader(opened.fixture).getAllHarnesses(
      MatDialogHarness,
    );
    expect(await dialogs[0]?.getText()).toContain('already a member');
  });

  it('does not offer what only an owner may do', async () => {
    const opened = await openPage(MembersPage, 'settings/members', { role: 'marketer' });
    await opened.answer(path, { items: [lin], nextCursor: null });
    expect(opened.text).not.toContain('Add member');
    expect(opened.text).toContain('Only an owner adds members.');
  });
});
