import { Component, computed, inject, input } from '@angular/core';
import { type ClaimEffect, type ClaimFinding, decidingShare } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { claimScale, isShare, onAxis } from './claim-scale';
import { ClaimWords } from './claim-words';

interface EffectRow {
  name: string;
  effect: ClaimEffect;
  sentence: string;
  low: number;
  estimate: number;
  high: number;
}

/** So close to an end, in per cent of the width, a label stands beside its line instead of below it. */
const edge = 10;

/** Effects with their intervals on one axis with zero; shaded is what is too small to be seen. The table says the same. */
@Component({
  selector: 'app-effect-axis',
  imports: [T],
  templateUrl: './effect-axis.html',
  styleUrl: './effect-axis.scss',
})
export class EffectAxis {
  private readonly texts = inject(Texts);
  protected readonly words = inject(ClaimWords);
  readonly finding = input.required<ClaimFinding>();

  protected readonly edge = edge;
  private readonly effects = computed(() => {
    const { effect, effectOnAll } = this.finding();
    return [effect, effectOnAll].filter((one) => one !== null);
  });
  private readonly scale = computed(() => {
    const { claim, smallestSeen } = this.finding();
    return claimScale(claim, this.effects(), smallestSeen);
  });
  protected readonly rows = computed((): EffectRow[] => {
    const { claim, effect } = this.finding();
    const { at } = this.scale();
    return this.effects().map((one) => {
      const name = this.texts.say(one === effect ? `claims.axis.${claim}` : 'claims.axis.onAll');
      return {
        name,
        effect: one,
        sentence: this.texts.say('claims.axis.sentence', {
          name,
          n: this.words.figure(claim, one.estimate),
          low: this.words.figure(claim, one.low),
          high: this.words.figure(claim, one.high),
        }),
        low: at(onAxis(claim, one.low)),
        estimate: at(onAxis(claim, one.estimate)),
        high: at(onAxis(claim, one.high)),
      };
    });
  });
  protected readonly zero = computed(() => this.scale().at(0));
  protected readonly unseen = computed(() => {
    const { claim, smallestSeen } = this.finding();
    if (smallestSeen === null) return null;
    const edge = this.scale().at(onAxis(claim, smallestSeen));
    return { left: Math.min(edge, this.zero()), width: Math.abs(edge - this.zero()) };
  });
  protected readonly ticks = computed(() => {
    const { claim } = this.finding();
    const { from, to, at } = this.scale();
    // An end that lies close to zero leaves its label to zero.
    const clearOfZero = (value: number): boolean => value === 0 || Math.abs(at(value) - at(0)) > 1.5 * edge;
    const values = isShare(claim) ? [0, decidingShare, 1] : [from, 0, to].filter(clearOfZero);
    return values.map((value) => ({
      at: at(value),
      label: isShare(claim) ? this.words.figure(claim, value) : this.words.change(value),
      says: this.meaning(value),
    }));
  });

  private meaning(value: number): string {
    if (!isShare(this.finding().claim)) return value === 0 ? this.texts.say('claims.axis.none') : '';
    if (value === 0) return this.texts.say('claims.axis.nothing');
    return value === 1 ? this.texts.say('claims.axis.everything') : '';
  }
}
