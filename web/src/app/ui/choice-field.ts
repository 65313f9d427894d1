import { Component, input, output } from '@angular/core';

/** One of a few, from a list that unfolds. */
@Component({
  selector: 'app-choice-field',
  template: `
    <label>
      {{ label() }}
      <select #list class="pr-field" [name]="name()" (change)="choose.emit(choices()[list.selectedIndex]!)">
        @for (one of choices(); track one) {
          <option [value]="one" [selected]="one === chosen()">{{ word()(one) }}</option>
        }
      </select>
    </label>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
      margin-top: 12px;
    }
    label {
      display: grid;
      gap: 4px;
      font-size: 13px;
    }
    .pr-field {
      width: 100%;
    }
    @media (max-width: 959px) {
      .pr-field {
        font-size: 16px;
      }
    }
  `,
})
export class ChoiceField<One extends string> {
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly choices = input.required<readonly One[]>();
  readonly word = input.required<(one: One) => string>();
  readonly chosen = input.required<One>();
  readonly choose = output<One>();
}
