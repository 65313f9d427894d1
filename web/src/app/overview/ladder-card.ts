import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OverviewView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';

/** How many notes stand on each level, the highest on top; every bar and every state leads to its notes. */
@Component({
  selector: 'app-ladder-card',
  imports: [AppLineage, RouterLink, T],
  host: { class: 'pr-card' },
  template: `
    <h2>
      {{ 'overview.ladder.title' | t }} <small>{{ 'overview.ladder.hint' | t }}</small>
    </h2>
    <p class="key">
      <span><i class="climbing"></i>{{ 'overview.ladder.climbing' | t }}</span>
      <span><i class="stopped"></i>{{ 'overview.ladder.stopped' | t }}</span>
    </p>
    <ul class="rows">
      @for (row of rows(); track row.level) {
        <li>
          <a
            [routerLink]="session.to('notes')"
            [queryParams]="{ level: row.level }"
            [appLineage]="['notesClimbing', 'notesStopped']"
          >
            <span class="pr-only-screen-reader">{{ row.spoken }}</span>
            <span class="name" aria-hidden="true"
              ><b>{{ row.name }}</b> <small>L{{ row.level }}</small></span
            >
            <span class="track" aria-hidden="true">
              <i class="climbing" [style.width.%]="row.climbingShare"></i>
              <i class="stopped" [style.width.%]="row.stoppedShare"></i>
            </span>
            <span class="figures" aria-hidden="true"
              ><b>{{ format.number(row.climbing) }}</b
              ><span>{{ format.number(row.stopped) }}</span></span
            >
          </a>
        </li>
      }
    </ul>
    <ul class="states">
      @for (one of named(); track one.state) {
        <li>
          <a appLineage="notesInState" [routerLink]="session.to('notes')" [queryParams]="{ state: one.state }"
            ><b>{{ format.number(one.notes) }}</b> {{ one.name }}</a
          >
        </li>
      }
    </ul>
  `,
  styleUrl: './ladder-card.scss',
})
export class LadderCard {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly ladder = input.required<OverviewView['ladder']>();
  readonly states = input.required<OverviewView['states']>();

  protected readonly rows = computed(() => {
    const most = Math.max(1, ...this.ladder().map((row) => row.climbing + row.stopped));
    return [...this.ladder()].reverse().map((row) => {
      const name = this.texts.of(row.name);
      return {
        ...row,
        name,
        climbingShare: (100 * row.climbing) / most,
        stoppedShare: (100 * row.stopped) / most,
        spoken: this.texts.say('overview.ladder.row', { ...row, name }),
      };
    });
  });

  protected readonly named = computed(() =>
    this.states()
      .filter((one) => one.notes > 0)
      .map((one) => ({ ...one, name: this.texts.say(`common.noteState.${one.state}`) })),
  );
}
