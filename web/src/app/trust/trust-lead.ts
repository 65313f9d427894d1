import { Component, input } from '@angular/core';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';

/** `plain` is neither: a finding that nobody aimed at and nobody has to mend. */
export type LeadTone = 'good' | 'bad' | 'plain' | 'unknown';

/** The finding of a page of trust in one sentence, and what it means. */
@Component({
  selector: 'app-trust-lead',
  imports: [Icon],
  host: { class: 'pr-card', '[class]': 'tone()' },
  template: `
    <app-icon [name]="icons[tone()]" />
    <div>
      <p>{{ lead() }}</p>
      <p>{{ meaning() }}</p>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      gap: 14px;
      margin-bottom: 16px;
    }
    app-icon {
      --icon-size: 24px;
      color: var(--pr-muted);
    }
    :host(.good) app-icon {
      color: var(--pr-passed);
    }
    :host(.bad) app-icon {
      color: var(--pr-stopped);
    }
    p:first-child {
      font-size: 16px;
      font-weight: 600;
      line-height: 1.5;
    }
    p + p {
      margin-top: 2px;
      color: var(--pr-muted);
    }
  `,
})
export class TrustLead {
  protected readonly icons: Record<LeadTone, IconName> = {
    good: 'check-circle',
    bad: 'error',
    plain: 'check-circle',
    unknown: 'pending',
  };
  readonly tone = input.required<LeadTone>();
  readonly lead = input.required<string>();
  readonly meaning = input.required<string>();
}
