import { Component, inject, input, output } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { metrics } from '@poolrise/domain';
import { Texts } from '../../../i18n/texts';
import { Icon } from '../../ui/icon';
import { type ColumnId, columnIds, isMetric } from './creator-columns';

/** Which figures and facts stand beside a creator. */
@Component({
  selector: 'app-column-picker',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <button class="pr-filter" type="button" [matMenuTriggerFor]="picker">
      <app-icon name="columns" />{{ label() }}
    </button>
    <mat-menu #picker="matMenu" xPosition="before" [aria-label]="label()">
      @for (id of offered(); track id) {
        <button
          mat-menu-item
          type="button"
          role="menuitemcheckbox"
          [attr.aria-checked]="columns().includes(id)"
          (click)="$event.stopPropagation(); toggle(id)"
        >
          <span class="pr-choice"
            >{{ name(id) }}
            @if (columns().includes(id)) {
              <app-icon name="check" />
            }
          </span>
        </button>
      }
    </mat-menu>
  `,
  styles: `
    .pr-filter {
      --icon-size: 17px;
    }
  `,
})
export class ColumnPicker {
  private readonly texts = inject(Texts);
  readonly columns = input.required<readonly ColumnId[]>();
  /** figures alone, as on cards */
  readonly figuresOnly = input(false);
  readonly choose = output<string>();

  protected label(): string {
    return this.texts.say(this.figuresOnly() ? 'creators.finder.figures' : 'creators.finder.columns');
  }

  protected offered(): readonly ColumnId[] {
    return this.figuresOnly() ? columnIds.filter(isMetric) : columnIds;
  }

  protected name(id: ColumnId): string {
    return isMetric(id) ? this.texts.of(metrics[id]) : this.texts.say(`creators.finder.column.${id}`);
  }

  protected toggle(id: ColumnId): void {
    const shown = this.columns();
    const next = columnIds.filter((one) => (one === id ? !shown.includes(one) : shown.includes(one)));
    if (next.length > 0) this.choose.emit(next.join(','));
  }
}
