import { Component, computed, input } from '@angular/core';

/** A sentence in which `*stars*` print strong: the words and their order stay one text that can be translated. */
@Component({
  selector: 'app-emphasis',
  // An element for every part: a blank of the template beside a bare text would stand between Chinese words.
  template: `@for (part of parts(); track $index) {
    @if ($odd) {
      <b>{{ part }}</b>
    } @else {
      <span>{{ part }}</span>
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
