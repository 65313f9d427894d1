import { Component, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icons';

export type Tone = 'action' | 'passed' | 'stopped' | 'paid' | 'neutral';

/** A state in a word: colour says it, the shape of the icon and the word say it too. */
@Component({
  selector: 'app-chip',
  imports: [Icon],
  host: { '[class]': 'tone()' },
  template: `
    @if (icon(); as icon) {
      <app-icon [name]="icon" />
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      padding: 2px 9px 2px 7px;
      border-radius: 20px;
      background: var(--pr-basin);
      color: var(--pr-muted);
      font-size: 12px;
      font-weight: 600;
      line-height: 18px;
      white-space: nowrap;
      --icon-size: 15px;
    }
    :host(.action) {
      background: var(--pr-tint);
      color: var(--pr-action);
    }
    :host(.passed) {
      background: var(--pr-tint-passed);
      color: var(--pr-passed);
    }
    :host(.stopped) {
      background: var(--pr-tint-stopped);
      color: var(--pr-stopped);
    }
    :host(.paid) {
      background: var(--pr-tint-paid);
      color: var(--pr-paid-text);
    }
  `,
})
export class Chip {
  readonly tone = input<Tone>('neutral');
  readonly icon = input<IconName>();
}
