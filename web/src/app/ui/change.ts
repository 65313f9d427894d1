import { Component, computed, inject, input } from '@angular/core';
import { Texts } from '../../i18n/texts';
import { Format } from './format';
import { Icon } from './icon';

/**
 * A figure against an earlier one, as a share. Not coloured: whether more is better depends on the metric and the reader.
 */
@Component({
  selector: 'app-change',
  imports: [Icon],
  template: `
    @if (change(); as change) {
      <app-icon [name]="change.icon" /><span class="pr-only-screen-reader">{{ change.spoken }}</span
      ><span aria-hidden="true">{{ change.shown }}</span>
    } @else {
      {{ texts.say('common.noComparison') }}
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 3px;
      font-variant-numeric: tabular-nums;
      --icon-size: 15px;
    }
  `,
})
export class Change {
  private readonly format = inject(Format);
  protected readonly texts = inject(Texts);
  readonly value = input.required<number | null>();
  readonly previous = input.required<number | null>();

  protected readonly change = computed(() => {
    const value = this.value();
    const previous = this.previous();
    if (value === null || previous === null || previous === 0) return null;

    const ratio = value / previous - 1;
    // A figure that more than doubled is no more exact for its decimals.
    const share = this.format.percent(Math.abs(ratio), Math.abs(ratio) < 1 ? 1 : 0);
    if (Math.abs(ratio) < 0.0005)
      return { icon: 'trend-flat', shown: '0%', spoken: this.texts.say('common.same') } as const;
    return ratio > 0
      ? ({ icon: 'up', shown: share, spoken: this.texts.say('common.up', { share }) } as const)
      : ({ icon: 'down', shown: share, spoken: this.texts.say('common.down', { share }) } as const);
  });
}
