import { Component, input, output } from '@angular/core';

/** One number of a rule set as it is typed; what is wrong with it stands right under it. */
@Component({
  selector: 'app-policy-field-input',
  template: `
    <span class="box" [class.changed]="changed()" [class.wrong]="fault()">
      <input
        [id]="key()"
        inputmode="decimal"
        autocomplete="off"
        [attr.aria-label]="label()"
        [attr.aria-invalid]="fault() ? true : null"
        [attr.aria-describedby]="fault() ? key() + '-fault' : null"
        [value]="value()"
        (input)="typed.emit($any($event.target).value)"
      />
      @if (unit()) {
        <span class="unit" aria-hidden="true">{{ unit() }}</span>
      }
    </span>
    @if (fault(); as words) {
      <span class="fault" [id]="key() + '-fault'">{{ words }}</span>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 2px;
      min-width: 0;
    }
    .box {
      display: flex;
      align-items: center;
      gap: 4px;
      padding-inline: 10px;
      border: 1px solid var(--pr-line-strong);
      border-radius: 8px;
      background: var(--pr-bg);
    }
    .box:focus-within {
      border-color: var(--pr-action);
      outline: 2px solid var(--pr-action);
      outline-offset: -1px;
    }
    .changed {
      border-color: var(--pr-action);
    }
    .wrong {
      border-color: var(--pr-stopped);
    }
    input {
      width: 100%;
      min-width: 40px;
      height: 34px;
      padding: 0;
      border: 0;
      outline: 0;
      background: none;
      color: var(--pr-ink);
      font: inherit;
      font-variant-numeric: tabular-nums;
      text-align: end;
    }
    .unit {
      flex: none;
      color: var(--pr-muted);
      font-size: 12px;
    }
    .fault {
      color: var(--pr-stopped);
      font-size: 12px;
      line-height: 1.35;
      text-align: start;
      white-space: normal;
    }
  `,
})
export class PolicyFieldInput {
  /** Id of the input; its fault is named after it. */
  readonly key = input.required<string>();
  readonly value = input.required<string>();
  readonly unit = input('');
  readonly label = input<string | null>(null);
  readonly fault = input<string | null>(null);
  readonly changed = input(false);
  readonly typed = output<string>();
}
