import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import type { SimulationRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Chip, type Tone } from '../../ui/chip';
import { Format } from '../../ui/format';
import { replayName } from './replay-words';

/** The replays of a note, newest first: those under way with their progress, those done to look at again. */
@Component({
  selector: 'app-replay-runs',
  imports: [Chip, MatButton, MatProgressBar, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'replay.runs.heading' | t }}</h2>
    @if (rows().length === 0) {
      <p class="empty">{{ 'replay.runs.empty' | t }}</p>
    } @else {
      <ul>
        @for (run of rows(); track run.id) {
          <li>
            <button
              type="button"
              class="run"
              [attr.aria-pressed]="chosen() === run.id"
              (click)="choose.emit(run.id)"
            >
              <span class="name">{{ run.name }}</span>
              <app-chip [tone]="tones[run.state]">{{ words[run.state] | t }}</app-chip>
              <small>{{ run.by }}</small>
            </button>
            @if (run.state === 'running' || run.state === 'waiting') {
              <div class="progress">
                <mat-progress-bar
                  [mode]="run.state === 'waiting' ? 'indeterminate' : 'determinate'"
                  [value]="100 * run.progress"
                  [attr.aria-label]="run.share"
                />
                @if (may()) {
                  <button matButton type="button" (click)="cancelled.emit(run.id)">
                    {{ 'replay.runs.cancel' | t }}
                  </button>
                }
              </div>
            }
          </li>
        }
      </ul>
    }
  `,
  styles: `
    .empty {
      margin-top: 8px;
      color: var(--pr-muted);
    }
    ul {
      margin: 8px -8px 0;
      padding: 0;
      list-style: none;
    }
    .run {
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
      text-align: start;
      cursor: pointer;
    }
    .run:hover {
      background: var(--pr-hover);
    }
    .run[aria-pressed='true'] {
      background: var(--pr-tint);
    }
    .name {
      font-weight: 600;
      font-size: 13px;
    }
    small {
      grid-column: 1 / -1;
      color: var(--pr-muted);
      font-size: 12px;
    }
    .progress {
      display: flex;
      gap: 10px;
      align-items: center;
      padding: 0 8px;
    }
  `,
})
export class ReplayRuns {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly runs = input.required<readonly SimulationRow[]>();
  readonly chosen = input<string | null>(null);
  readonly may = input.required<boolean>();
  readonly choose = output<string>();
  readonly cancelled = output<string>();

  protected readonly tones: Record<SimulationRow['state'], Tone> = {
    waiting: 'neutral',
    running: 'action',
    done: 'passed',
    failed: 'stopped',
    cancelled: 'neutral',
  };
  protected readonly words = {
    waiting: 'replay.runs.state.waiting',
    running: 'replay.runs.state.running',
    done: 'replay.runs.state.done',
    failed: 'replay.runs.state.failed',
    cancelled: 'replay.runs.state.cancelled',
  } as const satisfies Record<SimulationRow['state'], string>;
  protected readonly rows = computed(() =>
    this.runs().map((run) => ({
      ...run,
      name: replayName(run, this.texts, this.format),
      by: this.texts.say('replay.runs.by', {
        who: run.requestedBy,
        at: this.format.dateTime(run.requestedAt),
      }),
      share: this.texts.say('replay.runs.progress', { share: this.format.percent(run.progress, 0) }),
    })),
  );
}
