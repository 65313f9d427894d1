import { inject, Service } from '@angular/core';
import { Session } from '../session/session';
import type { Hit } from './palette-item';

const kept = 6;

/** What was opened from the palette lately, by workspace, in this browser. */
@Service()
export class Recent {
  private readonly session = inject(Session);

  list(): Hit[] {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(this.key()) ?? '[]');
      return Array.isArray(stored) ? (stored as Hit[]) : [];
    } catch {
      // Written by another version, or by hand: recent things are a comfort, not a record.
      return [];
    }
  }

  add(hit: Hit): void {
    const others = this.list().filter((one) => one.id !== hit.id);
    localStorage.setItem(this.key(), JSON.stringify([hit, ...others].slice(0, kept)));
  }

  private key(): string {
    return `poolrise.recent.${this.session.workspaceId()}`;
  }
}
