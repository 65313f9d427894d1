import { Component, computed, input, output } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { T } from '../../i18n/t';
import { Icon } from './icon';

export interface FilterChoice {
  value: string;
  label: string;
}

/** One filter of a list as a chip: its name while it is off, its value while it is on. */
@Component({
  selector: 'app-filter-menu',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, T],
  template: `
    <button
      class="pr-filter"
      type="button"
      [class.is-on]="!always() && value() !== undefined"
      [matMenuTriggerFor]="menu"
    >
      @if (always()) {
        {{ 'common.labelled' | t: { label: label(), value: chosen()?.label ?? '' } }}
      } @else if (chosen(); as chosen) {
        <span class="pr-only-screen-reader">{{ label() }}:</span> {{ chosen.label }}
      } @else {
        {{ label() }}
      }
      <app-icon name="arrow-down-small" />
    </button>
    <mat-menu #menu="matMenu" [aria-label]="label()">
      @if (!always()) {
        <button
          mat-menu-item
          type="button"
          role="menuitemradio"
          [attr.aria-checked]="value() === undefined"
          (click)="choose.emit(undefined)"
        >
          <span class="pr-choice"
            >{{ 'common.all' | t }}
            @if (value() === undefined) {
              <app-icon name="check" />
            }
          </span>
        </button>
      }
      @for (choice of choices(); track choice.value) {
        <button
          mat-menu-item
          type="button"
          role="menuitemradio"
          [attr.aria-checked]="value() === choice.value"
          (click)="choose.emit(choice.value)"
        >
          <span class="pr-choice"
            >{{ choice.label }}
            @if (value() === choice.value) {
              <app-icon name="check" />
            }
          </span>
        </button>
      }
    </mat-menu>
  `,
  styles: `
    .pr-filter {
      --icon-size: 16px;
      padding-inline-end: 8px;
      white-space: nowrap;
    }
  `,
})
export class FilterMenu {
  readonly label = input.required<string>();
  readonly choices = input.required<FilterChoice[]>();
  readonly value = input<string>();
  /** one of the choices always holds, as with an order: there is no "all" */
  readonly always = input(false);
  readonly choose = output<string | undefined>();

  protected readonly chosen = computed(() => this.choices().find((choice) => choice.value === this.value()));
}
