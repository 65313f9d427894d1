import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { ReceivedInvitation, SessionView } from '@poolrise/contracts';
import { aSession, openPage, type Opened } from '../../testing/opened';
import { Session } from '../session/session';
import { AccountMenu } from '../shell/account-menu';
import { WorkspaceSwitcher } from '../shell/workspace-switcher';
import SignInPage from '../sign-in/sign-in-page';

@Component({
  selector: 'app-bar',
  imports: [AccountMenu, WorkspaceSwitcher],
  template: '<app-workspace-switcher /><app-account-menu />',
})
class Bar {}

const invitation: ReceivedInvitation = {
  id: '77777777-0000-4000-8000-000000000001',
  workspaceName: 'Muyu Skincare',
  workspaceKind: 'brand',
  role: 'analyst',
  invitedBy: 'Su Mu',
};
const muyu = {
  workspaceId: '11111111-0000-4000-8000-000000000002',
  workspaceName: 'Muyu Skincare',
  workspaceKind: 'brand',
  role: 'analyst',
} as const;
const joined: SessionView = aSession('owner', { memberships: [...aSession().memberships, muyu] });

const dialog = () => document.querySelector('mat-dialog-container');

/** Presses a button whose dialog comes with the first use, and waits for it. */
async function pressAndWait(opened: Opened, words: string): Promise<void> {
  await opened.press(words);
  for (let turn = 0; turn < 200 && !dialog(); turn++) await opened.settle();
}
async function submit(opened: Opened): Promise<void> {
  opened.find<HTMLFormElement>('mat-dialog-container form').dispatchEvent(new Event('submit'));
  await opened.settle();
}

describe('changing one’s password', () => {
  const path = '/api/v1/password';
  async function filledIn(current: string, next: string) {
    const opened = await openPage(Bar, 'overview');
    await opened.press('Account of Lin');
    await pressAndWait(opened, 'Change password');
    await opened.type('[formControlName=currentPassword]', current);
    await opened.type('[formControlName=newPassword]', next);
    await submit(opened);
    return opened;
  }

  it('says that it was done and what it did to other devices', async () => {
    const opened = await filledIn('spring-tea-2026', 'a cup before noon');
    expect(opened.button('Changing it').getAttribute('aria-disabled')).toBe('true');
    const asked = opened.asked(path, 'POST');
    expect(asked.request.body).toEqual({
      currentPassword: 'spring-tea-2026',
      newPassword: 'a cup before noon',
    });
    asked.flush(null, { status: 204, statusText: 'done' });
    await opened.settle();
    expect(document.body.textContent).toContain('your other devices are signed out');
  });

  it('marks the field when the present password is wrong, and keeps the person signed in', async () => {
    const opened = await filledIn('a guess', 'a cup before noon');
    await opened.refuse(path, 403, 'current-password-wrong', 'POST', { field: '/currentPassword' });
    await opened.settle();
    expect(opened.find('mat-dialog-container mat-error').textContent).toContain('current password is wrong');
    expect(TestBed.inject(Session).person()).not.toBeNull();
  });

  it('asks for a longer one before it asks the server', async () => {
    const opened = await filledIn('spring-tea-2026', 'short');
    expect(dialog()?.textContent).toContain('At least 10 characters');
    opened.http.expectNone(path);
  });
});

describe('a new workspace', () => {
  const path = '/api/v1/workspaces';
  async function named(name: string) {
    const opened = await openPage(Bar, 'overview');
    await opened.press('Workspace: Lin’s Tea');
    await pressAndWait(opened, 'New workspace');
    await opened.type('mat-dialog-container [formControlName=name]', name);
    opened.find<HTMLInputElement>('mat-dialog-container label:last-of-type input').click();
    await submit(opened);
    return opened;
  }

  it('is founded from the switcher, and entered', async () => {
    const opened = await named('Xiaoman’s desk');
    const asked = opened.asked(path, 'POST');
    expect(asked.request.body).toEqual({ name: 'Xiaoman’s desk', kind: 'creator' });
    asked.flush({ ...muyu, role: 'owner' }, { status: 201, statusText: 'created' });
    await opened.settle();
    opened.asked('/api/v1/session').flush(joined);
    await opened.settle();
    expect(TestBed.inject(Router).url).toBe(`/w/${muyu.workspaceId}/overview`);
  });

  it('says why there can be no more', async () => {
    const opened = await named('One too many');
    await opened.refuse(path, 409, 'too-many-workspaces', 'POST');
    await opened.settle();
    expect(opened.find('mat-dialog-container [role=alert]').textContent).toContain('as many workspaces as');
  });
});

describe('an invitation', () => {
  const session = aSession('owner', { invitations: [invitation] });

  it('is announced at the workspaces, and accepted there', async () => {
    const opened = await openPage(Bar, 'overview', { session });
    await opened.press('1 invitation');
    // The switcher itself says so too: the entry of its menu is the second.
    const entries = [...document.querySelectorAll<HTMLElement>('[mat-menu-item]')];
    entries.find((entry) => entry.textContent?.includes('1 invitation'))?.click();
    for (let turn = 0; turn < 200 && !dialog(); turn++) await opened.settle();
    expect(dialog()?.textContent).toContain('Su Mu invites you as Analyst');
    await opened.press('Join Muyu Skincare');
    opened.asked(`/api/v1/invitations/${invitation.id}/accept`, 'POST').flush(muyu);
    await opened.settle();
    opened.asked('/api/v1/session').flush(joined);
    await opened.settle();
    expect(TestBed.inject(Router).url).toBe(`/w/${muyu.workspaceId}/overview`);
  });

  it('waits at the door of somebody who belongs nowhere, who may decline it', async () => {
    const nowhere = { ...session, memberships: [] };
    const opened = await openPage(SignInPage, 'sign-in', { session: nowhere });
    expect(opened.text).toContain('Muyu Skincare');
    expect(opened.button('New workspace')).toBeTruthy();
    await opened.press('Decline the invitation of Muyu Skincare');
    await opened.answer(`/api/v1/invitations/${invitation.id}/decline`, null, 'POST');
    await opened.settle();
    opened.asked('/api/v1/session').flush({ ...nowhere, invitations: [] });
    await opened.settle();
    expect(opened.text).not.toContain('Muyu Skincare');
  });

  it('that was taken back meanwhile is said to be gone', async () => {
    const opened = await openPage(SignInPage, 'sign-in', { session: { ...session, memberships: [] } });
    await opened.press('Join Muyu Skincare');
    await opened.refuse(`/api/v1/invitations/${invitation.id}/accept`, 404, 'not-found', 'POST');
    await opened.settle();
    expect(opened.find('app-invitations-list [role=alert]').textContent).toContain('It is not here');
  });
});
