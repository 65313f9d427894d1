import { computed, inject, Service, signal } from '@angular/core';
import { Session } from '../session/session';

export const comparedMax = 5;
export const comparedMin = 2;

export interface Pick {
  id: string;
  name: string;
}

/**
 * Creators picked for a comparison. They outlive a change of filters, since a shortlist comes from several searches, and
 * never a change of workspace.
 */
@Service()
export class Picks {
  private readonly session = inject(Session);
  private readonly kept = signal<{ workspaceId: string | null; picks: readonly Pick[] }>({
    workspaceId: null,
    picks: [],
  });

  readonly all = computed(() =>
    this.kept().workspaceId === this.session.workspaceId() ? this.kept().picks : [],
  );
  readonly full = computed(() => this.all().length >= comparedMax);
  private readonly ids = computed(() => new Set(this.all().map(({ id }) => id)));

  has(id: string): boolean {
    return this.ids().has(id);
  }

  toggle({ id, name }: Pick): void {
    if (this.has(id)) this.set(this.all().filter((pick) => pick.id !== id));
    else if (!this.full()) this.set([...this.all(), { id, name }]);
  }

  set(picks: readonly Pick[]): void {
    this.kept.set({ workspaceId: this.session.workspaceId(), picks: picks.slice(0, comparedMax) });
  }
}
