import { Component, computed, input } from '@angular/core';

/** The picture of a note; where it has none, its hue and the first letters of its title. Decorative. */
@Component({
  selector: 'app-note-cover',
  host: {
    'aria-hidden': 'true',
    '[style.--cover-hue]': 'hue()',
    '[style.--cover-width.px]': 'width()',
  },
  template: `
    @if (url(); as url) {
      <img alt="" loading="lazy" decoding="async" [src]="url" />
    } @else {
      {{ letters() }}
    }
  `,
  styles: `
    :host {
      display: grid;
      flex: none;
      place-items: center;
      width: var(--cover-width);
      aspect-ratio: 3 / 4;
      border-radius: calc(var(--cover-width) / 5);
      background: light-dark(hsl(var(--cover-hue) 42% 84%), hsl(var(--cover-hue) 26% 28%));
      color: light-dark(hsl(var(--cover-hue) 48% 24%), hsl(var(--cover-hue) 46% 88%));
      font-size: calc(var(--cover-width) * 0.36);
      font-weight: 600;
      line-height: 1;
      overflow: hidden;
      white-space: nowrap;
    }
    img {
      width: 100%;
      height: 100%;
      object-fit: cover;
    }
  `,
})
export class NoteCover {
  readonly hue = input.required<number>();
  readonly title = input.required<string>();
  readonly url = input<string | null>(null);
  /** in pixels; the height follows the 3:4 of a cover */
  readonly width = input(28);

  protected readonly letters = computed(() => {
    const letters = [...this.title().replace(/[^\p{L}\p{N}]/gu, '')];
    return letters.slice(0, /\p{Script=Han}/u.test(letters[0] ?? '') ? 1 : 2).join('');
  });
}
