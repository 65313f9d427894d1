import { afterNextRender, Component, type ElementRef, inject, input, viewChild } from '@angular/core';
import { HeadingFocus } from './heading-focus';

/**
 * The top of a page: its one `h1`, a line about it, and the actions that matter (projected with `actions`).
 * `[cover]` projects a picture before the title, `[meta]` a line of chips and facts below it.
 */
@Component({
  selector: 'app-page-header',
  template: `
    <ng-content select="[cover]" />
    <div class="words">
      <h1 #heading tabindex="-1">{{ title() }}</h1>
      @if (text(); as text) {
        <p>{{ text }}</p>
      }
      <ng-content select="[meta]" />
    </div>
    <div class="actions"><ng-content select="[actions]" /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 12px 16px;
      margin-bottom: 18px;
    }
    .words {
      flex: 1 1 320px;
      min-width: 0;
    }
    h1 {
      font-size: 21px;
      font-weight: 650;
      line-height: 1.35;
      letter-spacing: -0.005em;
      overflow-wrap: anywhere;
    }
    p {
      color: var(--pr-muted);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .actions:empty {
      display: none;
    }
    @media (max-width: 719px) {
      .words {
        flex-basis: 180px;
      }
      /* A sentence beside a button would be a column of single words. */
      .words:has(p) {
        flex-basis: 100%;
      }
      h1 {
        font-size: 19px;
      }
    }
  `,
})
export class PageHeader {
  readonly title = input.required<string>();
  readonly text = input<string>();
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    const focus = inject(HeadingFocus);
    afterNextRender(() => focus.claim(this.heading().nativeElement));
  }
}
