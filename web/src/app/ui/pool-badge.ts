import { Component, computed, inject, input } from '@angular/core';
import type { ClimbState } from '@poolrise/contracts';
import { Texts } from '../../i18n/texts';
import { Chip, type Tone } from './chip';

/** Where a note is in its life and on which level; `levels` is how many the policy has above the guaranteed one. */
@Component({
  selector: 'app-pool-badge',
  imports: [Chip],
  template: `<app-chip [tone]="tone()" [icon]="state()">{{ words() }}</app-chip>`,
})
export class PoolBadge {
  private readonly texts = inject(Texts);
  readonly state = input.required<ClimbState>();
  readonly level = input<number>();
  readonly levels = input<number>();

  protected readonly tone = computed(() => tones[this.state()]);
  protected readonly words = computed(() => {
    const state = this.texts.say(`common.noteState.${this.state()}`);
    const level = this.level();
    const levels = this.levels();
    const placed = this.state() === 'climbing' || this.state() === 'stopped';
    if (!placed || level === undefined || levels === undefined) return state;
    return this.texts.say('common.atLevel', { state, level, levels });
  });
}

const tones: Record<ClimbState, Tone> = {
  climbing: 'action',
  pending: 'neutral',
  stopped: 'neutral',
  limited: 'paid',
  rejected: 'stopped',
};
