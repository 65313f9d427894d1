import { Component, computed, inject, input } from '@angular/core';
import type { PolicyView } from '@poolrise/contracts';
import { markNames, marks, metrics, type PoolGate, type PoolPolicy } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Chip } from '../ui/chip';
import { Format } from '../ui/format';
import { Scrolls } from '../ui/scrolls';
import { DeliveryCurve } from './delivery-curve';
import { PolicyFacts } from './policy-facts';
import { PolicyTerm } from './policy-term';
import { PolicyWords } from './policy-words';
import { TrafficClock } from './traffic-clock';

const kinds = ['click', 'like', 'collect', 'comment', 'share', 'follow'] as const;

/** One rule set with every constant in it; a spec holds that none is left out. */
@Component({
  selector: 'app-policy-card',
  imports: [Chip, DeliveryCurve, PolicyFacts, PolicyTerm, Scrolls, T, TrafficClock],
  host: { class: 'pr-card' },
  templateUrl: './policy-card.html',
  styleUrl: './policy-card.scss',
})
export class PolicyCard {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = new PolicyWords(this.texts, this.format);
  readonly policy = input.required<PolicyView>();

  protected readonly kinds = kinds;
  protected readonly levelColumns = ['target', 'window', 'audience', 'passHere'] as const;
  /** The api sends the document of the domain as it is stored; the contract leaves it open for other programs. */
  protected readonly rules = computed(() => this.policy().document as unknown as PoolPolicy);
  protected readonly name = computed(() => {
    const key = `policies.name.${this.rules().name}`;
    return this.texts.knows(key) ? this.texts.say(key) : this.rules().name;
  });
  protected readonly mark = computed(() => {
    const known = marks.find((mark) => mark === this.rules().mark);
    return known ? `${known} · ${this.texts.of(markNames[known])}` : this.rules().mark;
  });
  protected readonly neverEarly = computed(() => {
    const { clearPassAt, clearStopAt } = this.rules().verdict;
    return clearPassAt >= 1 && clearStopAt <= 0;
  });
  /** The categories of the rule set; what answers for the rest comes last. */
  protected readonly rates = computed(() => {
    const { default: others, ...named } = this.rules().prior.categoryRates;
    return [
      ...Object.entries(named).map(([category, rates]) => ({
        category,
        name: this.categoryName(category),
        rates,
      })),
      { category: 'default', name: this.texts.say('policies.otherCategory'), rates: others },
    ];
  });

  protected asksFor(gate: PoolGate): string {
    const asked = {
      level: gate.level,
      metric: this.texts.of(metrics[gate.metric]),
      atLeast: this.format.metric(gate.metric, gate.atLeast),
    };
    return gate.noteType
      ? this.texts.say('policies.gateOf', { ...asked, type: this.noteTypeName(gate.noteType) })
      : this.texts.say('policies.gate', asked);
  }

  private noteTypeName(type: NonNullable<PoolGate['noteType']>): string {
    const name = this.texts.say(`common.noteType.${type}`);
    return this.texts.chinese() ? name : `${name.toLowerCase()}s`;
  }

  private categoryName(category: string): string {
    const key = `common.category.${category}`;
    return this.texts.knows(key) ? this.texts.say(key) : category;
  }
}
