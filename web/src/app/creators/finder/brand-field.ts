import { Component, computed, effect, input, linkedSignal, output } from '@angular/core';
import { T } from '../../../i18n/t';

/** Typing pauses this long before the list follows, in milliseconds. */
const pause = 350;

/** Leaves out who has worked with a brand. */
@Component({
  selector: 'app-brand-field',
  imports: [T],
  template: `
    <input
      type="text"
      autocomplete="off"
      maxlength="60"
      [attr.aria-label]="label()"
      [placeholder]="'creators.finder.brandHint' | t"
      [value]="typed()"
      (input)="typed.set($any($event.target).value)"
    />
  `,
  styleUrl: './range-field.scss',
  styles: `
    input {
      width: 100%;
    }
  `,
})
export class BrandField {
  readonly label = input.required<string>();
  readonly value = input<string>();
  readonly choose = output<string | undefined>();

  private readonly asked = computed(() => this.value() ?? '');
  protected readonly typed = linkedSignal<string, string>({
    source: this.asked,
    computation: (now, before) => (before?.value.trim() === now ? before.value : now),
  });

  constructor() {
    effect((onCleanup) => {
      const brand = this.typed().trim();
      if (brand === this.asked()) return;
      const timer = setTimeout(() => this.choose.emit(brand || undefined), pause);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
