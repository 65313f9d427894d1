import { Component, computed, inject, input } from '@angular/core';
import type { PolicyView } from '@poolrise/contracts';
import { markNames, marks, metrics, type PoolGate, type PoolPolicy } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Chip } from '../ui/chip';
import { Format } from '../ui/format';

const weightKinds = ['click', 'like', 'collect', 'comment', 'share', 'follow'] as const;

/** One rule set: its levels, how it judges, what events are worth, and who says so. */
@Component({
  selector: 'app-policy-card',
  imports: [Chip, T],
  host: { class: 'pr-card' },
  templateUrl: './policy-card.html',
  styleUrl: './policy-card.scss',
})
export class PolicyCard {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly policy = input.required<PolicyView>();

  protected readonly weightKinds = weightKinds;
  /** The api sends the document of the domain as it is stored; the contract leaves it open for other programs. */
  protected readonly rules = computed(() => this.policy().document as unknown as PoolPolicy);
  protected readonly name = computed(() => {
    const key = `policies.name.${this.policy().name}`;
    return this.texts.knows(key) ? this.texts.say(key) : this.policy().name;
  });
  protected readonly mark = computed(() => {
    const known = marks.find((mark) => mark === this.policy().mark);
    return known ? `${known} · ${this.texts.of(markNames[known])}` : this.policy().mark;
  });
  protected readonly verdict = computed(() => {
    const { passAt, clearPassAt, clearStopAt, minSampleShare } = this.rules().verdict;
    const at = (chance: number) => ({ at: this.format.percent(chance, 0) });
    const early = [
      ...(clearPassAt < 1 ? [this.texts.say('policies.earlyPass', at(clearPassAt))] : []),
      ...(clearStopAt > 0 ? [this.texts.say('policies.earlyStop', at(clearStopAt))] : []),
    ];
    const sample = this.texts.say('policies.sample', { share: this.format.percent(minSampleShare, 0) });
    return [
      this.texts.say('policies.pass', at(passAt)),
      ...(early.length > 0 ? [...early, sample] : [this.texts.say('policies.noEarly')]),
    ];
  });

  protected asksFor(gate: PoolGate): string {
    return this.texts.say('policies.gate', {
      level: gate.level,
      metric: this.texts.of(metrics[gate.metric]),
      atLeast: this.format.metric(gate.metric, gate.atLeast),
    });
  }
}
