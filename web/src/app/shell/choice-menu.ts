import { Component, input } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { T } from '../../i18n/t';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import type { Choice } from './choices';

/** A round button that opens a short list of which one is worn. */
@Component({
  selector: 'app-choice-menu',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, T],
  template: `
    <button class="pr-icon-button" type="button" [matMenuTriggerFor]="menu" [attr.aria-label]="label()">
      <app-icon [name]="icon()" />
    </button>
    <mat-menu #menu="matMenu" xPosition="before" [aria-label]="label()">
      @for (choice of choices(); track choice.key) {
        <button
          mat-menu-item
          type="button"
          role="menuitemradio"
          [attr.aria-checked]="choice.worn()"
          [attr.lang]="choice.lang"
          (click)="choice.choose()"
        >
          <span class="pr-choice"
            >{{ choice.name | t }}
            @if (choice.worn()) {
              <app-icon name="check" />
            }
          </span>
        </button>
      }
    </mat-menu>
  `,
})
export class ChoiceMenu {
  readonly label = input.required<string>();
  readonly icon = input.required<IconName>();
  readonly choices = input.required<Choice[]>();
}
