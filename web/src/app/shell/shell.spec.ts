import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { NoticePage, Role, WorkspaceKind } from '@poolrise/contracts';
import type { Language } from '../../i18n/language';
import { FakeStream } from '../../testing/fake-stream';
import { aMembership, aSession, Opened, theConsole, workspaceId } from '../../testing/opened';
import { HeadingFocus } from '../ui/heading-focus';
import { PageHeader } from '../ui/page-header';
import Shell from './shell';

@Component({
  selector: 'app-first-page',
  imports: [PageHeader],
  template: '<app-page-header title="First" />',
})
class FirstPage {}

@Component({
  selector: 'app-second-page',
  imports: [PageHeader],
  template: '<app-page-header title="Second" />',
})
class SecondPage {}

const notices: NoticePage = {
  unread: 1,
  nextCursor: null,
  asOf: '2026-11-23T06:02:11Z',
  items: [
    {
      id: 'n1',
      at: '2026-11-23T06:00:00Z',
      kind: 'note-passed',
      subjectId: '33333333-0000-4000-8000-000000000001',
      title: 'Cold brew tea',
      level: 3,
      name: null,
      levelName: { zh: '万级池', en: 'Ten thousand' },
      cents: null,
      reason: null,
      who: null,
      count: null,
      detail: null,
      unread: true,
    },
  ],
};

async function inside(
  role: Role = 'owner',
  language: Language = 'en',
  kind: WorkspaceKind = 'brand',
  found: NoticePage = notices,
) {
  FakeStream.install();
  const other = { workspaceId: 'w2', workspaceName: 'Second brand', workspaceKind: 'brand' as const, role };
  const session = aSession(role, { memberships: [aMembership(role, kind)] });
  const http = await theConsole({
    session: { ...session, memberships: [...session.memberships, other] },
    language,
  });
  TestBed.inject(Router).resetConfig([
    {
      path: 'w/:workspaceId',
      component: Shell,
      children: [
        { path: 'overview', component: FirstPage },
        { path: '**', component: SecondPage },
      ],
    },
    { path: '**', children: [] },
  ]);
  TestBed.inject(HeadingFocus).follow();
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(`/w/${workspaceId}/overview`);
  const opened = new Opened(harness.fixture, http);
  await opened.answer('/api/v1/notices', found);
  return opened;
}

const places = (opened: Opened) =>
  [...opened.page.querySelectorAll('nav a.place')].map((place) => place.textContent?.trim());

describe('the shell', () => {
  it('offers the places that the role opens', async () => {
    expect(places(await inside('owner'))).toEqual([
      'Overview',
      'Notes',
      'Creators',
      'Shortlists',
      'Match',
      'Boosts',
      'Proposals',
      'Campaigns',
      'Orders',
      'Imports',
      'Observed notes',
      'Reports',
      'Wallet',
      'Vouchers',
      'Approvals',
      'Policies',
      'Trust',
      'Settings',
    ]);
  });

  it('hides the wallet from an analyst', async () => {
    expect(places(await inside('analyst'))).toEqual([
      'Overview',
      'Notes',
      'Creators',
      'Shortlists',
      'Match',
      'Boosts',
      'Proposals',
      'Campaigns',
      'Orders',
      'Imports',
      'Observed notes',
      'Reports',
      'Approvals',
      'Policies',
      'Trust',
      'Settings',
    ]);
  });

  it('offers the review to people of the platform alone', async () => {
    expect(places(await inside('operator', 'en', 'platform'))).toContain('Review');
    TestBed.resetTestingModule();
    expect(places(await inside('operator'))).not.toContain('Review');
  });

  it('tells what a reviewer decided and why, and keeps money from those who do not see the wallet', async () => {
    const [verdict] = notices.items;
    if (!verdict) throw new Error('there is no notice');
    const review = {
      ...verdict,
      id: 'n2',
      kind: 'review-limited',
      name: null,
      levelName: null,
      reason: 'A promise',
    } as const;
    const stopped = { ...verdict, id: 'n3', kind: 'boost-stopped', levelName: null, cents: null } as const;
    const opened = await inside('analyst', 'en', 'brand', { ...notices, items: [review, stopped] });
    await opened.press('Notices');
    const menu = [...document.querySelectorAll('.notice')].map((one) =>
      one.textContent?.replace(/\s+/g, ' '),
    );
    expect(menu[0]).toContain('Limited by the review');
    expect(menu[0]).toContain('A promise');
    expect(menu[1]).toMatch(/Boost stopped ?Cold brew tea/);
    expect(opened.button('Limited by the review').getAttribute('href')).toContain('/notes/');
  });

  it('tells what a client said to a proposal, and leads there', async () => {
    const verdict = notices.items[0];
    if (!verdict) throw new Error('no notice to start from');
    const ofProposal = { ...verdict, level: null, levelName: null, who: '苏青', title: 'Spring launch' };
    const items = [
      { ...ofProposal, id: 'n4', kind: 'proposal-answered', count: 1, reason: 'from Chengdu' } as const,
      { ...ofProposal, id: 'n5', kind: 'proposal-answered', count: 3 } as const,
      { ...ofProposal, id: 'n6', kind: 'proposal-commented', reason: 'A week earlier' } as const,
    ];
    const opened = await inside('marketer', 'en', 'brand', { ...notices, items });
    await opened.press('Notices');
    const menu = [...document.querySelectorAll('.notice')].map(({ textContent }) => textContent);
    expect(menu[0]).toContain('苏青 answered 1 creator');
    expect(menu[0]).toContain('from Chengdu');
    expect(menu[1]).toContain('苏青 answered 3 creators');
    expect(menu[2]).toContain('A week earlier');
    expect(opened.button('苏青 commented').getAttribute('href')).toContain('/proposals/');
  });

  it('says where one is', async () => {
    const opened = await inside();
    expect(opened.find('nav a[aria-current=page]').textContent).toContain('Overview');
  });

  it('puts the focus on the heading of another page, and skips to it on demand', async () => {
    const opened = await inside();
    await TestBed.inject(Router).navigateByUrl(`/w/${workspaceId}/notes`);
    await opened.settle();
    expect(document.activeElement?.tagName).toBe('H1');
    expect(document.activeElement?.textContent).toBe('Second');
    await opened.press('Skip to the page');
    expect(document.activeElement?.id).toBe('page');
  });

  it('leaves the focus where it is when only a filter changes', async () => {
    const opened = await inside();
    const bell = opened.find('.bell');
    bell.focus();
    await TestBed.inject(Router).navigateByUrl(`/w/${workspaceId}/overview?state=stopped`);
    await opened.settle();
    expect(document.activeElement).toBe(bell);
  });

  it('goes to places with two keys, and not while a person types', async () => {
    const opened = await inside();
    await opened.key('g', document.body);
    await opened.key('n', document.body);
    expect(opened.address).toBe('notes');
    const field = document.createElement('input');
    opened.page.append(field);
    await opened.key('g', field);
    await opened.key('o', field);
    expect(opened.address).toBe('notes');
  });

  it('counts unread notices and says what happened', async () => {
    const opened = await inside();
    await opened.press('Notices: 1 unread notice');
    expect(document.body.textContent).toContain('Passed Ten thousand');
    expect(opened.button('Cold brew tea').getAttribute('href')).toContain('/notes/33333333');
  });

  it('marks all notices as read', async () => {
    const opened = await inside();
    await opened.press('Notices: 1 unread notice');
    await opened.press('Mark all as read');
    await opened.answer('/api/v1/notices/seen', null, 'POST');
    await opened.settle();
    await opened.answer('/api/v1/notices', { ...notices, unread: 0 });
    expect(opened.find('.bell').getAttribute('aria-label')).toBe('Notices');
  });

  it('tells quietly that live updates are interrupted', async () => {
    const opened = await inside();
    FakeStream.last.onerror?.();
    await opened.settle();
    expect(opened.find('[role=status]').textContent).toContain('Live updates are interrupted');
  });

  it('switches the language at once, and remembers it', async () => {
    const opened = await inside();
    await opened.press('Language');
    await opened.press('中文');
    expect(places(opened)[0]).toBe('概览');
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(localStorage.getItem('poolrise.language')).toBe('zh-CN');
  });

  it('wears the chosen theme', async () => {
    const opened = await inside();
    await opened.press('Theme');
    await opened.press('Dark');
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });

  it('opens another workspace by its own address', async () => {
    const opened = await inside();
    await opened.press('Workspace: Lin’s Tea');
    expect(opened.button('Second brand').getAttribute('href')).toBe('/w/w2/overview');
  });
});
