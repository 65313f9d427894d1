import { Component, computed, inject, input } from '@angular/core';
import type { RaceState } from '@poolrise/contracts';
import { Texts } from '../../i18n/texts';
import { Chip, type Tone } from '../ui/chip';
import type { IconName } from '../ui/icons';

/** The state of a race; running ones wear the colour of paid reach. */
@Component({
  selector: 'app-race-badge',
  imports: [Chip],
  template: `<app-chip [tone]="look().tone" [icon]="look().icon">{{ words() }}</app-chip>`,
})
export class RaceBadge {
  private readonly texts = inject(Texts);
  readonly state = input.required<RaceState>();
  protected readonly look = computed(() => looks[this.state()]);
  protected readonly words = computed(() => this.texts.say(`races.state.${this.state()}`));
}

const looks: Record<RaceState, { tone: Tone; icon: IconName }> = {
  running: { tone: 'paid', icon: 'boosts' },
  waiting: { tone: 'stopped', icon: 'wallet' },
  ended: { tone: 'neutral', icon: 'done-all' },
};
