import { TestBed } from '@angular/core/testing';
import { HttpClient } from '@angular/common/http';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { SessionView } from '@poolrise/contracts';
import { aSession, theConsole, workspaceId } from '../../testing/opened';
import { Freshness } from '../live/freshness';
import { entering, home, member, notSetUp, signedOut } from './guards';
import { Session } from './session';

const foreign = '99999999-0000-4000-8000-000000000009';
const outside = aSession('owner', { person: null, memberships: [] });
const notYet = aSession('owner', { setUp: false, person: null, memberships: [] });

/** Where one arrives who asks for an address. */
async function arrive(address: string, session: SessionView): Promise<string> {
  await theConsole({ session });
  TestBed.inject(Router).resetConfig([
    { path: '', pathMatch: 'full', canActivate: [home], children: [] },
    {
      path: 'w/:workspaceId',
      canMatch: [member],
      canActivate: [entering],
      children: [{ path: '**', children: [] }],
    },
    { path: 'sign-in', canActivate: [signedOut], children: [] },
    { path: 'first-run', canActivate: [notSetUp], children: [] },
    { path: '**', children: [] },
  ]);
  await (await RouterTestingHarness.create()).navigateByUrl(address);
  return TestBed.inject(Router).url;
}

describe('the doors', () => {
  it.each([
    ['/', aSession(), `/w/${workspaceId}/overview`],
    ['/', outside, '/sign-in'],
    ['/', notYet, '/first-run'],
    ['/sign-in', aSession(), `/w/${workspaceId}/overview`],
    ['/sign-in', notYet, '/first-run'],
    ['/first-run', outside, '/sign-in'],
    [`/w/${workspaceId}/notes?state=stopped`, aSession(), `/w/${workspaceId}/notes?state=stopped`],
    [`/w/${workspaceId}/notes`, notYet, '/first-run'],
  ])('lead from %s', async (address, session, to) => {
    expect(await arrive(address, session)).toBe(to);
  });

  it('bring a signed-out person back to where they wanted to go', async () => {
    const url = await arrive(`/w/${workspaceId}/notes?state=stopped`, outside);
    expect(TestBed.inject(Router).parseUrl(url).queryParams).toEqual({
      return: `/w/${workspaceId}/notes?state=stopped`,
    });
  });

  it('make a foreign workspace look like one that does not exist', async () => {
    await arrive(`/w/${foreign}/notes`, aSession());
    expect(TestBed.inject(Session).workspaceId()).not.toBe(foreign);
  });
});

describe('a call of the api', () => {
  it('names the workspace, and a command says that it is ours', async () => {
    const http = await theConsole();
    TestBed.inject(HttpClient).post('/api/v1/notices/seen', {}).subscribe();
    const { headers } = http.expectOne('/api/v1/notices/seen').request;
    expect(headers.get('x-workspace')).toBe(workspaceId);
    expect(headers.get('x-requested-with')).toBe('poolrise');
  });

  it('tells no other host anything', async () => {
    const http = await theConsole();
    TestBed.inject(HttpClient).get('https://elsewhere.example/').subscribe();
    expect(http.expectOne('https://elsewhere.example/').request.headers.keys()).toEqual([]);
  });

  it('signs a person out when their session ended elsewhere, and remembers the page', async () => {
    const http = await theConsole();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    TestBed.inject(HttpClient)
      .get('/api/v1/notes')
      .subscribe({ error: () => undefined });
    http.expectOne('/api/v1/notes').flush(null, { status: 401, statusText: 'not signed in' });
    expect(TestBed.inject(Session).person()).toBeNull();
    expect(navigate).toHaveBeenCalledWith(['/sign-in'], { queryParams: { return: '/' } });
  });

  it('makes the figures on screen as fresh as its answer', async () => {
    const http = await theConsole();
    expect(TestBed.inject(Freshness).asOf()).toBeNull();
    TestBed.inject(HttpClient).get('/api/v1/notes').subscribe();
    http.expectOne('/api/v1/notes').flush({});
    expect(TestBed.inject(Freshness).asOf()).toBeInstanceOf(Date);
  });
});

describe('a person in a workspace', () => {
  it('may what the role may', async () => {
    await theConsole({ role: 'finance' });
    const session = TestBed.inject(Session);
    expect([session.may('top-up:wallet'), session.may('launch:boosts')]).toEqual([true, false]);
  });

  it('keeps the failure to load for the app to show', async () => {
    const http = await theConsole();
    const loaded = TestBed.inject(Session).load();
    http.expectOne('/api/v1/session').error(new ProgressEvent('error'));
    await loaded;
    expect(TestBed.inject(Session).failure()).not.toBeNull();
  });
});
