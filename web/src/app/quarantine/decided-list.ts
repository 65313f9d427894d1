import { Component, inject, input } from '@angular/core';
import type { QuarantineRow, QuarantineState } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Chip, type Tone } from '../ui/chip';
import { Format } from '../ui/format';
import { EvidenceText } from './evidence-text';

const tones: Record<QuarantineState, Tone> = {
  open: 'stopped',
  releasing: 'action',
  released: 'passed',
  discarded: 'neutral',
};

/** Traffic that was decided about: what became of it, by whom and why. */
@Component({
  selector: 'app-decided-list',
  imports: [Chip, T],
  template: `
    <ul [attr.aria-label]="'quarantine.decided' | t">
      @for (row of rows(); track row.id) {
        <li>
          <p class="name">
            <b>{{ row.applicationName }}</b>
            <app-chip [tone]="tones[row.state]">{{ stateWord(row.state) }}</app-chip>
          </p>
          <p>{{ evidence.sentence(row.evidence) }}</p>
          <p class="outcome">{{ outcome(row) }}</p>
          @if (row.state === 'releasing') {
            <progress [max]="row.held.events" [value]="gone(row)" [attr.aria-label]="outcome(row)"></progress>
          }
          @if (row.answer; as answer) {
            <p class="by">
              {{
                'quarantine.by'
                  | t: { name: answer.decidedBy, ago: format.ago(answer.decidedAt), reason: answer.reason }
              }}
            </p>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      gap: 4px;
      padding: 12px 0;
      border-top: 1px solid var(--pr-line);
      overflow-wrap: anywhere;
    }
    li:first-child {
      padding-top: 0;
      border-top: 0;
    }
    li:last-child {
      padding-bottom: 0;
    }
    .name {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 10px;
      align-items: center;
    }
    .outcome {
      font-variant-numeric: tabular-nums;
    }
    .by {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    progress {
      width: min(100%, 360px);
      height: 6px;
      accent-color: var(--pr-action);
    }
  `,
})
export class DecidedList {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly evidence = inject(EvidenceText);
  readonly rows = input.required<QuarantineRow[]>();
  protected readonly tones = tones;

  protected stateWord(state: QuarantineState): string {
    return this.texts.say(`quarantine.state.${state}`);
  }

  protected gone({ released: { counted, repeated, orphaned } }: QuarantineRow): number {
    return counted + repeated + orphaned;
  }

  protected outcome(row: QuarantineRow): string {
    const number = (value: number) => this.format.number(value);
    const { events } = row.held;
    if (row.state === 'discarded')
      return this.texts.count('quarantine.discarded', events, {}, number(events));
    if (row.state === 'releasing')
      return this.texts.say('quarantine.progress', { done: number(this.gone(row)), all: number(events) });
    const { counted, repeated, orphaned } = row.released;
    return this.texts.say('quarantine.outcome', {
      counted: number(counted),
      repeated: number(repeated),
      orphaned: number(orphaned),
    });
  }
}
