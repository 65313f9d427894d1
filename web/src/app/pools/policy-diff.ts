import { Component, inject, input } from '@angular/core';
import type { PolicyChange } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { PolicyPaths } from './policy-paths';

/** What differs between two versions: field, old, new. */
@Component({
  selector: 'app-policy-diff',
  imports: [T],
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
        @for (change of changes(); track change.path) {
          <tr>
            <th scope="row">{{ paths.name(change.path) }}</th>
            <td class="pr-number before">{{ paths.value(change.path, change.before) }}</td>
            <td class="pr-number after">{{ paths.value(change.path, change.after) }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    tbody th {
      color: var(--pr-ink);
      font-weight: 500;
      text-align: start;
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
}
