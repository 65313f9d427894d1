import { Component, inject, input } from '@angular/core';
import type { ProposalAnswer } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Format } from '../ui/format';
import { VerdictChip } from './verdict-chip';

/** What clients said, in the order in which they said it. */
@Component({
  selector: 'app-answers-list',
  imports: [T, VerdictChip],
  template: `
    <ul [attr.aria-label]="label()">
      @for (answer of answers(); track answer.id) {
        <li>
          <span class="who">
            @if (answer.verdict) {
              <app-verdict-chip [verdict]="answer.verdict" />
            }
            {{ 'share.said' | t: { name: answer.name, ago: format.ago(answer.at) } }}
            @if (answer.carried) {
              <small>· {{ 'proposals.item.carried' | t }}</small>
            }
          </span>
          @if (answer.comment) {
            <p>{{ answer.comment }}</p>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 8px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .who {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 8px;
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    p {
      margin-top: 2px;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class AnswersList {
  protected readonly format = inject(Format);
  readonly answers = input.required<readonly ProposalAnswer[]>();
  readonly label = input.required<string>();
}
