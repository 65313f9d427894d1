import { Component, inject, input } from '@angular/core';
import type { ViolationRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Chip } from '../../ui/chip';

/** What was found in a note: the kind, the words, and the rule with its source. */
@Component({
  selector: 'app-found-in-note',
  imports: [Chip, T],
  template: `
    <p class="found">
      <strong>{{ texts.say(kindKey()) }}</strong>
      @if (of().words.length > 0) {
        <span class="label">{{ 'violations.words' | t }}</span>
        @for (word of of().words; track word) {
          <app-chip tone="paid">{{ word }}</app-chip>
        }
      }
    </p>
    @if (of().rule; as rule) {
      <p class="rule">
        {{ 'violations.rule' | t }} {{ texts.of(rule.rule) }}
        <span class="label">{{ 'violations.source' | t: { source: texts.of(rule.source) } }}</span>
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
    }
    .found {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      align-items: center;
    }
    .rule {
      max-width: 76ch;
      font-size: 13px;
    }
    .label {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
  `,
})
export class FoundInNote {
  protected readonly texts = inject(Texts);
  readonly of = input.required<Pick<ViolationRow, 'kind' | 'words' | 'rule'>>();
  protected readonly kindKey = () => `violations.kind.${this.of().kind}` as const;
}
