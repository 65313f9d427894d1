import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { PolicyChange } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { PolicyPaths } from './policy-paths';

/** What differs between two versions: field, old, new. */
@Component({
  selector: 'app-policy-diff',
  imports: [MatButton, T],
  template: `
    <table class="pr-table">
      <thead>
        <tr>
          <th scope="col">{{ 'policyDesk.field' | t }}</th>
          <th scope="col" class="pr-number">{{ 'policyDesk.before' | t }}</th>
          <th scope="col" class="pr-number">{{ 'policyDesk.after' | t }}</th>
        </tr>
      </thead>
      <tbody>
        @for (change of shown(); track change.path) {
          <tr>
            <th scope="row">{{ paths.name(change.path) }}</th>
            <td class="pr-number before">{{ paths.value(change.path, change.before) }}</td>
            <td class="pr-number after">{{ paths.value(change.path, change.after) }}</td>
          </tr>
        }
      </tbody>
    </table>
    @if (changes().length > shown().length) {
      <button matButton type="button" (click)="whole.set(true)">
        {{ 'policyDesk.all' | t: { n: changes().length } }}
      </button>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    tbody th {
      color: var(--pr-ink);
      font-weight: 500;
      text-align: start;
      white-space: normal;
    }
    td {
      min-width: 52px;
      overflow-wrap: anywhere;
      white-space: normal;
    }
    .before {
      color: var(--pr-muted);
    }
    .after {
      font-weight: 650;
    }
  `,
})
export class PolicyDiff {
  protected readonly paths = inject(PolicyPaths);
  readonly changes = input.required<readonly PolicyChange[]>();
  /** Two rule sets of different origin differ in half a hundred fields; the first ones are enough to see that. */
  protected readonly whole = signal(false);
  protected readonly shown = computed(() => (this.whole() ? this.changes() : this.changes().slice(0, 12)));
}
