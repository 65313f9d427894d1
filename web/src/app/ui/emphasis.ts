import { Component, computed, input } from '@angular/core';

/** A sentence in which `*stars*` print strong: the words and their order stay one text that can be translated. */
@Component({
  selector: 'app-emphasis',
  template: `@for (part of parts(); track $index) {
    @if ($odd) {
      <b>{{ part }}</b>
    } @else {
      {{ part }}
    }
  }`,
  styles: `
    b {
      font-weight: 650;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class Emphasis {
  readonly text = input.required<string>();
  protected readonly parts = computed(() => this.text().split('*'));
}
