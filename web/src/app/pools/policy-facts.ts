import { Component, input } from '@angular/core';
import type { PolicyFact } from './policy-words';
import { PolicyTerm } from './policy-term';

/** Constants of a rule set under each other, each with its definition on hover and focus. */
@Component({
  selector: 'app-policy-facts',
  imports: [PolicyTerm],
  template: `
    <dl>
      @for (fact of facts(); track fact.name) {
        <dt>
          <app-policy-term [about]="fact.about">{{ fact.name }}</app-policy-term>
        </dt>
        <dd>{{ fact.value }}</dd>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 4px 20px;
      margin: 6px 0 0;
      font-size: 13px;
    }
    dt {
      color: var(--pr-muted);
    }
    dd {
      margin: 0;
      font-variant-numeric: tabular-nums;
      text-align: end;
    }
  `,
})
export class PolicyFacts {
  readonly facts = input.required<readonly PolicyFact[]>();
}
