import { Component, inject, input, model, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Texts } from '../../i18n/texts';

const windows = [1, 3, 7, 14];

/** The head of a card that tries rules on the last days: what it does, over how many, and the button that asks. */
@Component({
  selector: 'app-over-days',
  imports: [MatButton],
  template: `
    <div class="words">
      <h2>{{ heading() }}</h2>
      <p class="pr-muted">{{ text() }}</p>
    </div>
    <div class="ask">
      <select class="pr-field" [attr.aria-label]="label()" [value]="days()" (change)="choose($event)">
        @for (n of windows; track n) {
          <option [value]="n" [selected]="n === days()">
            {{ texts.count('policyDesk.preview.days', n) }}
          </option>
        }
      </select>
      <button matButton="outlined" type="button" [disabled]="busy()" disabledInteractive (click)="ask.emit()">
        {{ go() }}
      </button>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: start;
      gap: 10px 16px;
    }
    .ask {
      display: flex;
      gap: 8px;
      align-items: center;
    }
    .words {
      flex: 1 1 260px;
      font-size: 13px;
    }
    h2 {
      font-size: 14px;
      font-weight: 650;
    }
  `,
})
export class OverDays {
  protected readonly texts = inject(Texts);
  protected readonly windows = windows;
  readonly heading = input.required<string>();
  readonly text = input.required<string>();
  /** names the choice of days */
  readonly label = input.required<string>();
  readonly go = input.required<string>();
  readonly busy = input.required<boolean>();
  readonly days = model.required<number>();
  readonly ask = output();

  protected choose(event: Event): void {
    this.days.set(Number((event.target as HTMLSelectElement).value));
  }
}
