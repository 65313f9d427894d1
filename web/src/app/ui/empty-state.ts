import { Component, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icons';

/** Nothing to show yet: what will stand here, and the one thing to do about it (the projected button). */
@Component({
  selector: 'app-empty-state',
  imports: [Icon],
  template: `
    <app-icon [name]="icon()" />
    <h2>{{ title() }}</h2>
    @if (text(); as text) {
      <p>{{ text }}</p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: 6px;
      padding: 44px 20px;
      text-align: center;
    }
    app-icon {
      --icon-size: 26px;
      box-sizing: content-box;
      padding: 12px;
      margin-bottom: 6px;
      border-radius: 14px;
      background: var(--pr-tint);
      color: var(--pr-action);
    }
    h2 {
      font-size: 15px;
      font-weight: 650;
    }
    p {
      max-width: 46ch;
      margin-bottom: 10px;
      color: var(--pr-muted);
      text-wrap: balance;
    }
  `,
})
export class EmptyState {
  readonly icon = input.required<IconName>();
  readonly title = input.required<string>();
  readonly text = input<string>();
}
