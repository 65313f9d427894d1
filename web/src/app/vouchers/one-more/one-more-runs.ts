import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import type { OneMoreRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { RunEntry } from '../../ui/run-entry';

/** The questions asked before, the newest first: those under way with their progress, those answered to look at again. */
@Component({
  selector: 'app-one-more-runs',
  imports: [MatButton, MatProgressBar, RunEntry, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'oneMore.runs.heading' | t }}</h2>
    @if (rows().length === 0) {
      <p class="empty">{{ 'oneMore.runs.empty' | t }}</p>
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
                    {{ 'oneMore.runs.cancel' | t }}
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
export class OneMoreRuns {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly runs = input.required<readonly OneMoreRow[]>();
  readonly chosen = input<string | null>(null);
  readonly may = input.required<boolean>();
  readonly choose = output<string>();
  readonly cancelled = output<string>();

  protected readonly rows = computed(() =>
    this.runs().map((run) => ({
      ...run,
      name: this.texts.say('oneMore.runs.name', { voucher: run.voucherName, note: run.title }),
      by: this.texts.say('oneMore.runs.by', {
        who: run.requestedBy,
        at: this.format.dateTime(run.requestedAt),
      }),
      share: this.texts.say('oneMore.runs.progress', { share: this.format.percent(run.progress, 0) }),
    })),
  );
}
