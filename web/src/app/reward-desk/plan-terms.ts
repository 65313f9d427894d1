import { Component, computed, inject, input } from '@angular/core';
import type { RewardPlanTerms } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Format } from '../ui/format';
import { PlanWords } from './plan-words';

/** A plan in the words in which a creator reads it. */
@Component({
  selector: 'app-plan-terms',
  imports: [T],
  template: `
    @let it = terms();
    <p class="name">{{ words.name(it.name) }}</p>
    <p class="window">
      {{ 'rewardDesk.window' | t: { from: format.dateTime(it.opensAt), to: format.dateTime(it.closesAt) } }}
    </p>
    <p class="summary">{{ words.name(it.summary) }}</p>
    <dl>
      <div>
        <dt>{{ 'rewardDesk.preview.who' | t }}</dt>
        @for (line of rules(); track line) {
          <dd>{{ line }}</dd>
        }
      </div>
      <div>
        <dt>{{ 'rewardDesk.preview.todo' | t }}</dt>
        @for (task of it.tasks; track $index) {
          <dd>{{ words.task(task) }}</dd>
        }
      </div>
      <div>
        <dt>{{ 'rewardDesk.preview.gift' | t }}</dt>
        @for (reward of it.rewards; track $index) {
          <dd>{{ words.gift(reward) }}</dd>
        }
      </div>
    </dl>
    <p class="late">{{ words.late(it) }}</p>
  `,
  styles: `
    .name {
      font-weight: 650;
      overflow-wrap: anywhere;
    }
    .window,
    .late {
      margin-top: 2px;
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    .summary {
      margin-top: 8px;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
      gap: 10px 20px;
      margin: 12px 0;
      padding-top: 12px;
      border-top: 1px solid var(--pr-line);
    }
    dt {
      margin-bottom: 2px;
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class PlanTerms {
  protected readonly words = inject(PlanWords);
  protected readonly format = inject(Format);
  readonly terms = input.required<RewardPlanTerms>();
  protected readonly rules = computed(() => this.words.rules(this.terms().eligibility));
}
