import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import type { DeskClimb } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Format } from '../../ui/format';
import { oddsText } from '../../ui/odds-text';

/** Notes on their way up, and how far each is to its next verdict. */
@Component({
  selector: 'app-climbing-card',
  imports: [MatButton, MatProgressBar, RouterLink, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'creatorDesk.climbing.title' | t }}</h2>
    <p class="text">{{ 'creatorDesk.climbing.text' | t }}</p>
    @if (rows().length > 0) {
      <ul>
        @for (row of rows(); track row.note.id) {
          <li>
            <a [routerLink]="session.to('notes', row.note.id)">
              <span>
                <b [attr.lang]="row.note.language">{{ row.note.title }}</b>
                <small class="number">{{ row.at }}</small>
                <mat-progress-bar [value]="row.percent" [attr.aria-label]="row.at" />
              </span>
              <small class="number">{{ row.odds }}</small>
            </a>
          </li>
        }
      </ul>
    } @else {
      <p class="more">{{ 'creatorDesk.climbing.none' | t }}</p>
    }
    <a matButton [routerLink]="session.to('notes')">{{ 'creatorDesk.climbing.all' | t }}</a>
  `,
  styleUrl: './home-lines.scss',
})
export class ClimbingCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly climbing = input.required<readonly DeskClimb[]>();

  protected readonly rows = computed(() =>
    this.climbing().map(({ note, impressions, nextCheckAt, odds }) => ({
      note,
      percent: Math.min(100, (100 * impressions) / Math.max(1, nextCheckAt)),
      at: this.texts.say('creatorDesk.climbing.at', {
        level: note.levelName ? this.texts.of(note.levelName) : String(note.level),
        impressions: this.format.number(impressions),
        next: this.format.number(nextCheckAt),
      }),
      odds:
        odds === null
          ? this.texts.say('creatorDesk.climbing.widest')
          : this.texts.say('creatorDesk.climbing.odds', { odds: oddsText(odds, this.format, 0) }),
    })),
  );
}
