import { Component, computed, inject, input, output } from '@angular/core';
import type { SimulationState } from '@poolrise/contracts';
import { Texts } from '../../i18n/texts';
import { Chip, type Tone } from './chip';

/** One replay in a list of them, to be chosen: what was tried, how far it is, and who asked when. */
@Component({
  selector: 'app-run-entry',
  imports: [Chip],
  template: `
    <button type="button" [attr.aria-pressed]="chosen()" (click)="choose.emit()">
      <span>{{ name() }}</span>
      <app-chip [tone]="tones[state()]">{{ stateWord() }}</app-chip>
      <small>{{ by() }}</small>
    </button>
  `,
  styles: `
    button {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 10px;
      align-items: center;
      width: 100%;
      padding: 8px;
      border: 0;
      border-radius: var(--pr-radius-small);
      background: none;
      color: inherit;
      font-size: 13px;
      text-align: start;
      cursor: pointer;
    }
    button:hover {
      background: var(--pr-hover);
    }
    button[aria-pressed='true'] {
      background: var(--pr-tint);
    }
    span {
      font-weight: 600;
    }
    small {
      grid-column: 1 / -1;
      color: var(--pr-muted);
      font-size: 12px;
    }
  `,
})
export class RunEntry {
  private readonly texts = inject(Texts);
  readonly name = input.required<string>();
  readonly state = input.required<SimulationState>();
  readonly by = input.required<string>();
  readonly chosen = input.required<boolean>();
  readonly choose = output();

  protected readonly tones: Record<SimulationState, Tone> = {
    waiting: 'neutral',
    running: 'action',
    done: 'passed',
    failed: 'stopped',
    cancelled: 'neutral',
  };
  protected readonly stateWord = computed(() => this.texts.say(`common.simulationState.${this.state()}`));
}
