import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { TodayThing } from '@poolrise/contracts';
import type { TodayUrgency } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Chip, type Tone } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { Format } from '../../ui/format';

const tones: Record<TodayUrgency, Tone> = {
  overdue: 'stopped',
  today: 'paid',
  soon: 'action',
  later: 'neutral',
};

/** What needs the desk, the most urgent first; each line leads to the page that deals with it. */
@Component({
  selector: 'app-things-card',
  imports: [Chip, EmptyState, MatButton, RouterLink, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'creatorDesk.things.title' | t }}</h2>
    @if (rows().length > 0) {
      <ul>
        @for (row of rows(); track row.id) {
          <li>
            <a [routerLink]="session.to(...row.place)">
              <span class="what">
                <small>{{ row.kindWord }}</small>
                <b>{{ row.title }}</b>
                @if (row.about) {
                  <small>{{ row.about }}</small>
                }
              </span>
              <span class="when">
                <app-chip [tone]="row.tone">{{ row.urgencyWord }}</app-chip>
                @if (row.lapses) {
                  <small>{{ row.lapses }}</small>
                }
              </span>
            </a>
          </li>
        }
      </ul>
      @if (more() > 0) {
        <p class="more">{{ texts.count('creatorDesk.things.more', more()) }}</p>
      }
    } @else {
      <app-empty-state
        icon="check-circle"
        [title]="'creatorDesk.things.none' | t"
        [text]="'creatorDesk.things.noneText' | t"
      >
        <a matButton="outlined" [routerLink]="session.to('orders', 'board')">{{
          'creatorDesk.things.board' | t
        }}</a>
      </app-empty-state>
    }
  `,
  styleUrl: './home-lines.scss',
})
export class ThingsCard {
  protected readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  private readonly format = inject(Format);
  readonly things = input.required<readonly TodayThing[]>();
  readonly more = input.required<number>();

  protected readonly rows = computed(() =>
    this.things().map((thing) => ({
      ...thing,
      title: thing.name ? this.texts.of(thing.name) : thing.title,
      kindWord: this.texts.say(`creatorDesk.things.kind.${thing.kind}`),
      urgencyWord: this.texts.say(`creatorDesk.things.urgency.${thing.urgency}`),
      tone: tones[thing.urgency],
      about: this.about(thing),
      lapses: this.lapses(thing),
    })),
  );

  private lapses({ lapsesAt, urgency }: TodayThing): string {
    if (lapsesAt === null) return '';
    const at = this.format.dateTime(lapsesAt);
    return this.texts.say(urgency === 'overdue' ? 'creatorDesk.things.since' : 'creatorDesk.things.by', {
      at,
    });
  }

  private about({ who, cents, missing, odds, state, kind }: TodayThing): string {
    if (missing !== null && odds !== null) {
      const said = { missing: this.format.number(missing), odds: this.format.percent(odds, 0) };
      return this.texts.say(missing > 0 ? 'creatorDesk.things.odds' : 'creatorDesk.things.judged', said);
    }
    if (kind === 'appeal-answered' && (state === 'upheld' || state === 'dismissed'))
      return this.texts.say(`violations.appeal.state.${state}`);
    return [who, cents === null ? null : this.format.money(cents)]
      .filter((part) => part !== null)
      .join(' · ');
  }
}
