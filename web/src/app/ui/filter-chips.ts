import { Component, input, output } from '@angular/core';

/** A few choices side by side of which one holds; what is projected stands after them. */
@Component({
  selector: 'app-filter-chips',
  host: { role: 'group', '[attr.aria-label]': 'label()' },
  template: `
    @for (choice of choices(); track choice) {
      <button
        type="button"
        class="pr-filter"
        [attr.aria-pressed]="choice === chosen()"
        (click)="choose.emit(choice)"
      >
        {{ word()(choice) }}
      </button>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
  `,
})
export class FilterChips<Choice> {
  /** What the choice is about, for those who do not see it. */
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly word = input.required<(choice: Choice) => string>();
  readonly chosen = input.required<Choice>();
  readonly choose = output<Choice>();
}
