import { Component, inject, input } from '@angular/core';
import type { JoinedCreator } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { ObservedWords } from '../observed-words';
import { FileCreatorWords } from './creator-words';

/** What files say of a creator in words, each with its source, and other words beside it. */
@Component({
  selector: 'app-creator-facts',
  imports: [T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'observedCreators.facts.heading' | t }}</h2>
    <dl>
      @for (fact of joined().facts; track fact.fact) {
        <div>
          <dt>{{ said.field(fact.fact) }}</dt>
          <dd>
            {{ fact.text }} <small>{{ words.source(fact.source) }} · {{ words.day(fact.day) }}</small>
            @for (other of fact.others; track other.source) {
              <small class="also">{{
                'observedCreators.facts.also' | t: { source: words.source(other.source), text: other.text }
              }}</small>
            }
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      gap: 8px;
      margin: 10px 0 0;
    }
    dt {
      color: var(--pr-muted);
      font-size: 12px;
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    small {
      color: var(--pr-muted);
      font-size: 11.5px;
    }
    .also {
      display: block;
    }
  `,
})
export class CreatorFacts {
  protected readonly words = inject(ObservedWords);
  protected readonly said = inject(FileCreatorWords);
  readonly joined = input.required<JoinedCreator>();
}
