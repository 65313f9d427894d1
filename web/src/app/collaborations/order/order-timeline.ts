import { Component, computed, inject, input } from '@angular/core';
import type { OrderView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Format } from '../../ui/format';
import { OrderWords } from '../order-words';

/** What was done, by whom and with which words, the latest first. */
@Component({
  selector: 'app-order-timeline',
  imports: [T],
  template: `
    <section class="pr-card">
      <h2>{{ 'orders.history.title' | t }}</h2>
      <ol>
        @for (step of steps(); track $index) {
          <li>
            <p>{{ step.sentence }}</p>
            @if (step.words) {
              <blockquote>{{ step.words }}</blockquote>
            }
            <small
              ><time [attr.datetime]="step.at" [title]="step.when">{{ step.when }}</time></small
            >
          </li>
        }
      </ol>
    </section>
  `,
  styles: `
    ol {
      margin: 10px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      position: relative;
      padding: 0 0 14px 18px;
      border-inline-start: 2px solid var(--pr-line);
    }
    li:last-child {
      padding-bottom: 0;
      border-color: transparent;
    }
    li::before {
      position: absolute;
      top: 6px;
      left: -5px;
      width: 8px;
      height: 8px;
      border-radius: 50%;
      background: var(--pr-line-strong);
      content: '';
    }
    li:first-child::before {
      background: var(--pr-action);
    }
    p {
      overflow-wrap: anywhere;
    }
    blockquote {
      margin: 4px 0;
      padding: 6px 10px;
      border-radius: 8px;
      background: var(--pr-basin);
      font-size: 13px;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    small {
      color: var(--pr-muted);
      font-size: 12px;
    }
  `,
})
export class OrderTimeline {
  private readonly format = inject(Format);
  private readonly words = inject(OrderWords);
  readonly view = input.required<OrderView>();

  protected readonly steps = computed(() =>
    this.view()
      .history.map((step) => ({
        at: step.at,
        when: this.format.dateTime(step.at),
        sentence: this.words.step(step, this.view()),
        words: step.words,
      }))
      .reverse(),
  );
}
