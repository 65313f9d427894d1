import { Component, input } from '@angular/core';

/** A name and what it is, in words. */
export interface Fact {
  name: string;
  value: string;
}

/** Facts beside each other, as many in a row as there is room for. */
@Component({
  selector: 'app-fact-list',
  template: `
    <dl>
      @for (fact of facts(); track fact.name) {
        <div>
          <dt>{{ fact.name }}</dt>
          <dd>{{ fact.value }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
      gap: 10px 16px;
      margin: 0;
      padding-top: 12px;
      border-top: 1px solid var(--pr-line);
    }
    dt {
      color: var(--pr-muted);
      font-size: 12px;
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class FactList {
  readonly facts = input.required<readonly Fact[]>();
}
