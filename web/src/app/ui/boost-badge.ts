import { Component, computed, inject, input } from '@angular/core';
import type { BoostState } from '@poolrise/contracts';
import { Texts } from '../../i18n/texts';
import { Chip, type Tone } from './chip';
import type { IconName } from './icons';

/** The state of a boost; running ones wear the colour of paid reach. */
@Component({
  selector: 'app-boost-badge',
  imports: [Chip],
  template: `<app-chip [tone]="look().tone" [icon]="look().icon">{{ words() }}</app-chip>`,
})
export class BoostBadge {
  private readonly texts = inject(Texts);
  readonly state = input.required<BoostState>();

  protected readonly look = computed(() => looks[this.state()]);
  protected readonly words = computed(() => this.texts.say(`common.boostState.${this.state()}`));
}

const looks: Record<BoostState, { tone: Tone; icon: IconName }> = {
  scheduled: { tone: 'neutral', icon: 'pending' },
  running: { tone: 'paid', icon: 'boosts' },
  completed: { tone: 'passed', icon: 'passed' },
  stopped: { tone: 'neutral', icon: 'stopped' },
};
