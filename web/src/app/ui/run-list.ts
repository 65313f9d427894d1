import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import type { SimulationRow } from '@poolrise/contracts';
import type { TextKey } from '../../i18n/text-key';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from './format';
import { RunEntry } from './run-entry';

/** Something that the worker plays, by its name. */
export type NamedRun = Pick<SimulationRow, 'id' | 'state' | 'progress' | 'requestedBy' | 'requestedAt'> & {
  name: string;
};

/** What was asked of the worker, newest first: what is under way with its progress, what is done to look at again. */
@Component({
  selector: 'app-run-list',
  imports: [MatButton, MatProgressBar, RunEntry, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ heading() | t }}</h2>
    @if (rows().length === 0) {
      <p class="empty">{{ empty() | t }}</p>
    } @else {
      <ul>
        @for (run of rows(); track run.id) {
          <li>
            <app-run-entry
              [name]="run.name"
              [state]="run.state"
              [by]="run.by"
              [chosen]="chosen() === run.id"
              (choose)="choose.emit(run.id)"
            />
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
    .progress {
      display: flex;
      gap: 10px;
      align-items: center;
      padding: 0 8px;
    }
  `,
})
export class RunList {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly heading = input.required<TextKey>();
  readonly empty = input.required<TextKey>();
  readonly runs = input.required<readonly NamedRun[]>();
  readonly chosen = input<string | null>(null);
  readonly may = input.required<boolean>();
  readonly choose = output<string>();
  readonly cancelled = output<string>();

  protected readonly rows = computed(() =>
    this.runs().map((run) => ({
      ...run,
      by: this.texts.say('replay.runs.by', {
        who: run.requestedBy,
        at: this.format.dateTime(run.requestedAt),
      }),
      share: this.texts.say('replay.runs.progress', { share: this.format.percent(run.progress, 0) }),
    })),
  );
}
