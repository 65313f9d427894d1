import { HttpClient } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import { type Ability, can, type FirstRun, type SessionView, type SignIn } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

const lastWorkspace = 'poolrise.workspace';
const nobody: SessionView = { setUp: true, demo: false, person: null, memberships: [], invitations: [] };

/** Who is signed in, and in which workspace they stand. */
@Service()
export class Session {
  private readonly http = inject(HttpClient);
  private readonly view = signal<SessionView>(nobody);
  private readonly standing = signal<string | null>(null);

  /** Set while the installation did not say who we are. */
  readonly failure = signal<unknown>(null);
  readonly setUp = computed(() => this.view().setUp);
  readonly demo = computed(() => this.view().demo);
  readonly person = computed(() => this.view().person);
  readonly memberships = computed(() => this.view().memberships);
  readonly invitations = computed(() => this.view().invitations);
  readonly workspaceId = this.standing.asReadonly();
  readonly workspace = computed(
    () => this.memberships().find((one) => one.workspaceId === this.standing()) ?? null,
  );

  /** Never rejects: a failure is kept in `failure` and shown by the app. */
  async load(): Promise<void> {
    try {
      this.view.set(await firstValueFrom(this.http.get<SessionView>('/api/v1/session')));
      this.failure.set(null);
    } catch (error) {
      this.failure.set(error);
    }
  }

  async signIn(ask: SignIn): Promise<void> {
    this.view.set(await firstValueFrom(this.http.post<SessionView>('/api/v1/session', ask)));
  }

  async firstRun(ask: FirstRun): Promise<void> {
    this.view.set(await firstValueFrom(this.http.post<SessionView>('/api/v1/first-run', ask)));
  }

  async signOut(everywhere = false): Promise<void> {
    await firstValueFrom(this.http.delete<void>(everywhere ? '/api/v1/sessions' : '/api/v1/session'));
    this.forget();
  }

  /** The cookie ended somewhere else; nothing is asked of the api. */
  forget(): void {
    this.view.update((view) => ({ ...view, person: null, memberships: [], invitations: [] }));
  }

  enter(workspaceId: string): void {
    this.standing.set(workspaceId);
    localStorage.setItem(lastWorkspace, workspaceId);
  }

  /** Where this person left off, else their first workspace. */
  preferredWorkspaceId(): string | null {
    const last = localStorage.getItem(lastWorkspace);
    const known = this.memberships().find((one) => one.workspaceId === last) ?? this.memberships()[0];
    return known?.workspaceId ?? null;
  }

  /** False outside a workspace. Reads signals, so menus and buttons follow a switch of workspace. */
  may(ability: Ability): boolean {
    const workspace = this.workspace();
    return workspace !== null && can(workspace.role, ability, workspace.workspaceKind);
  }

  /** Router commands to the first page of a workspace: a creator's desk begins with what it has to do. */
  first(workspaceId: string): string[] {
    const kind = this.memberships().find((one) => one.workspaceId === workspaceId)?.workspaceKind;
    return ['/w', workspaceId, kind === 'creator' ? 'desk' : 'overview'];
  }

  /** Router commands to a page of the present workspace: `to('notes', id)`. */
  to(...segments: string[]): string[] {
    return ['/w', this.standing() ?? '', ...segments];
  }
}
