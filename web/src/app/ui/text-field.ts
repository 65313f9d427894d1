import { Component, computed, input, output } from '@angular/core';

let fields = 0;

/** A line, a text or a day to be typed; below it what it is for, or what is wrong with it. */
@Component({
  selector: 'app-text-field',
  template: `
    <label [for]="id">{{ label() }}</label>
    @if (rows()) {
      <textarea
        #text
        [id]="id"
        class="pr-field"
        [name]="name()"
        [rows]="rows()"
        [attr.maxlength]="most()"
        [attr.aria-invalid]="fault() !== null || null"
        [attr.aria-describedby]="words() ? wordsId : null"
        [value]="value()"
        (input)="typed.emit(text.value)"
      ></textarea>
    } @else {
      <input
        #line
        [id]="id"
        class="pr-field"
        autocomplete="off"
        [name]="name()"
        [type]="kind() === 'date' || kind() === 'time' ? kind() : 'text'"
        [attr.inputmode]="mode()"
        [attr.maxlength]="most()"
        [attr.aria-invalid]="fault() !== null || null"
        [attr.aria-describedby]="words() ? wordsId : null"
        [readonly]="fixed()"
        [value]="value()"
        (input)="typed.emit(line.value)"
      />
    }
    @if (words(); as words) {
      <p [id]="wordsId" [class.fault]="fault()">{{ words }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
      margin-top: 12px;
    }
    label {
      display: block;
      margin-bottom: 4px;
      font-size: 13px;
    }
    .pr-field {
      display: block;
      width: 100%;
    }
    textarea {
      height: auto;
      padding-block: 8px;
      resize: vertical;
    }
    p {
      margin-top: 4px;
      color: var(--pr-muted);
      font-size: 12px;
    }
    .fault {
      color: var(--pr-stopped);
      font-size: 12.5px;
    }
    @media (max-width: 959px) {
      .pr-field {
        font-size: 16px;
      }
    }
  `,
})
export class TextField {
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  /** what is typed: money, whole numbers, a day as `YYYY-MM-DD`, a time as `HH:mm`, or words */
  readonly kind = input<'text' | 'decimal' | 'numeric' | 'date' | 'time'>('text');
  /** lines of a longer text; 0 is one line */
  readonly rows = input(0);
  /** letters */
  readonly most = input<number | null>(null);
  /** to be read alone */
  readonly fixed = input(false);
  readonly hint = input<string>('');
  readonly fault = input<string | null>(null);
  readonly typed = output<string>();

  protected readonly id = `text-field-${++fields}`;
  protected readonly wordsId = `${this.id}-words`;
  protected readonly words = computed(() => this.fault() ?? this.hint());
  protected readonly mode = computed(() => {
    const kind = this.kind();
    return kind === 'decimal' || kind === 'numeric' ? kind : null;
  });
}
