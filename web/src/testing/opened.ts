import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { ApplicationInitStatus, type EnvironmentProviders, type Provider, type Type } from '@angular/core';
import { type ComponentFixture, DeferBlockBehavior, TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import {
  type Data,
  provideRouter,
  Router,
  type Routes,
  withComponentInputBinding,
  withRouterConfig,
} from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { MembershipView, ProblemCode, Role, SessionView, WorkspaceKind } from '@poolrise/contracts';
import { provideTexts } from '../i18n/provide-texts';
import type { Language } from '../i18n/language';
import { approvalAsked } from '../app/approvals/approval-asked';
import { apiInterceptor } from '../app/session/api-interceptor';
import { Session } from '../app/session/session';

export const workspaceId = '11111111-0000-4000-8000-000000000001';

export function aMembership(role: Role = 'owner', workspaceKind: WorkspaceKind = 'brand'): MembershipView {
  return { workspaceId, workspaceName: 'Lin’s Tea', workspaceKind, role };
}

export function aSession(role: Role = 'owner', changes: Partial<SessionView> = {}): SessionView {
  return {
    setUp: true,
    demo: false,
    person: { id: '22222222-0000-4000-8000-000000000001', name: 'Lin', email: 'lin@tea.example' },
    memberships: [aMembership(role)],
    invitations: [],
    ...changes,
  };
}

interface Setting {
  /** the person's role in the workspace */
  role?: Role;
  language?: Language;
  session?: SessionView;
  /** the path of the route when it has parameters, as `notes/:noteId` */
  route?: string;
  /** what the route says of itself */
  data?: Data;
  providers?: (Provider | EnvironmentProviders)[];
}

/** The console without a page: texts loaded, a person signed in and standing in their workspace, no server. */
export async function theConsole({ role = 'owner', language = 'en', session, providers = [] }: Setting = {}) {
  localStorage.clear();
  localStorage.setItem('poolrise.language', language);
  TestBed.configureTestingModule({
    deferBlockBehavior: DeferBlockBehavior.Manual,
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor, approvalAsked])),
      provideHttpClientTesting(),
      provideRouter(
        [],
        withComponentInputBinding(),
        withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      ),
      provideTexts(),
      { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      ...providers,
    ],
  });
  await TestBed.inject(ApplicationInitStatus).donePromise;
  const http = TestBed.inject(HttpTestingController);
  const loaded = TestBed.inject(Session).load();
  http.expectOne('/api/v1/session').flush(session ?? aSession(role));
  await loaded;
  TestBed.inject(Session).enter(workspaceId);
  return http;
}

/** A page at an address of the workspace, as the router opens it. */
export async function openPage<T>(page: Type<T>, address: string, setting: Setting = {}): Promise<Opened> {
  const http = await theConsole(setting);
  const [path = ''] = address.split('?');
  const routes: Routes = [
    { path: `w/:workspaceId/${setting.route ?? path}`, component: page, data: setting.data ?? {} },
    { path: '**', children: [] },
  ];
  TestBed.inject(Router).resetConfig(routes);
  const harness = await RouterTestingHarness.create();
  // The page asks for its figures at once, and the router would wait for them: nobody awaits this.
  const opened = harness.navigateByUrl(`/w/${workspaceId}/${address}`);
  await opened;
  return new Opened(harness.fixture, http);
}

/** A page on screen and the server it talks to. */
export class Opened {
  constructor(
    readonly fixture: ComponentFixture<unknown>,
    readonly http: HttpTestingController,
  ) {}

  get page(): HTMLElement {
    return this.fixture.nativeElement as HTMLElement;
  }

  get text(): string {
    return (this.page.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  get address(): string {
    return TestBed.inject(Router).url.replace(`/w/${workspaceId}/`, '');
  }

  /** The request that is on its way to a path, whatever its query. */
  asked(path: string, method = 'GET'): TestRequest {
    TestBed.tick();
    return this.http.expectOne((request) => request.method === method && request.url.split('?')[0] === path);
  }

  /** The request that follows a pause in typing: however slow the machine, it comes. */
  async askedSoon(path: string, method = 'GET'): Promise<TestRequest> {
    for (let tries = 0; tries < 200; tries++) {
      TestBed.tick();
      const [request, ...others] = this.http.match(
        (one) => one.method === method && one.url.split('?')[0] === path,
      );
      if (request && !others.length) return request;
      if (request) throw new Error(`${path} was asked ${others.length + 1} times`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`nobody asked for ${path}`);
  }

  async answer(path: string, body: unknown, method = 'GET'): Promise<void> {
    this.asked(path, method).flush(body as object | null);
    await this.fixture.whenStable();
  }

  async refuse(
    path: string,
    status: number,
    code: ProblemCode,
    method = 'GET',
    more: object = {},
  ): Promise<void> {
    const problem = { type: 'about:blank', title: code, status, code, detail: '', remedy: '', ...more };
    this.asked(path, method).flush(problem, { status, statusText: code });
    await this.fixture.whenStable();
  }

  find<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = document.querySelector<E>(selector);
    if (!found) throw new Error(`nothing on screen fits ${selector}`);
    return found;
  }

  /** The button or link that says `words`, in the page or in what is open above it. */
  button(words: string): HTMLElement {
    const all = [...document.querySelectorAll<HTMLElement>('button, a, [role=option]')];
    const found = all.find((one) =>
      (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().includes(words),
    );
    if (!found) throw new Error(`no button says "${words}"`);
    return found;
  }

  async press(words: string): Promise<void> {
    this.button(words).click();
    await this.settle();
  }

  async type(selector: string, words: string): Promise<void> {
    const field = this.find<HTMLInputElement>(selector);
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await this.settle();
  }

  async key(key: string, target: EventTarget = document.activeElement ?? document): Promise<void> {
    // The CDK closes what is on top by the old number of Escape.
    const keyCode = key === 'Escape' ? 27 : 0;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true }));
    await this.settle();
  }

  /** Lets effects and promises run while a request may still be on its way. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) {
      TestBed.tick();
      await Promise.resolve();
      await new Promise((done) => setTimeout(done));
    }
    TestBed.tick();
  }
}
