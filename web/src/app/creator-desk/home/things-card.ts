import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { TodayThing } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Chip, type Tone } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { Format } from '../../ui/format';
import { oddsText } from '../../ui/odds-text';

const tones = { overdue: 'stopped', today: 'paid', soon: 'action' } as const;

interface Sign {
  tone: Tone;
  word: string;
}

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
                @if (row.sign; as sign) {
                  <app-chip [tone]="sign.tone">{{ sign.word }}</app-chip>
                }
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
      kindWord: this.kindWord(thing),
      sign: this.sign(thing),
      about: this.about(thing),
      lapses: this.lapses(thing),
    })),
  );

  private kindWord({ kind, state, lapsesAt }: TodayThing): string {
    const step = kind === 'order-step' || kind === 'order-late';
    if (step && (state === 'draft-due' || state === 'outline-due'))
      return this.texts.say(`creatorDesk.things.step.${state}`);
    return this.texts.say(`creatorDesk.things.kind.${kind}`, {
      at: lapsesAt === null ? '' : this.format.dateTime(lapsesAt),
    });
  }

  /** What can wait has no sign: its date says enough. */
  private sign({ kind, urgency }: TodayThing): Sign | null {
    if (kind === 'near-verdict')
      return { tone: 'neutral', word: this.texts.say('creatorDesk.things.anyMoment') };
    if (urgency === 'later') return null;
    return { tone: tones[urgency], word: this.texts.say(`creatorDesk.things.urgency.${urgency}`) };
  }

  private lapses({ kind, lapsesAt, urgency }: TodayThing): string {
    // A topic's own words say by when.
    if (lapsesAt === null || kind === 'topic-closing') return '';
    const at = this.format.dateTime(lapsesAt);
    return this.texts.say(urgency === 'overdue' ? 'creatorDesk.things.since' : 'creatorDesk.things.by', {
      at,
    });
  }

  private about(thing: TodayThing): string {
    const { who, missing, odds, state, kind } = thing;
    if (missing !== null) {
      const passing =
        odds === null
          ? this.texts.say('creatorDesk.things.widest')
          : this.texts.say('creatorDesk.things.passing', { odds: oddsText(odds, this.format, 0) });
      const said = { missing: this.format.number(missing), odds: passing };
      return this.texts.say(missing > 0 ? 'creatorDesk.things.odds' : 'creatorDesk.things.judged', said);
    }
    if (kind === 'appeal-answered' && (state === 'upheld' || state === 'dismissed'))
      return this.texts.say(`violations.appeal.state.${state}`);
    return [who, this.money(thing)].filter((part) => part !== null).join(' · ');
  }

  /** Of an order it is what the creator gets, and said to be so; of a voucher it is what is left on it. */
  private money({ kind, cents, centsAtMost }: TodayThing): string | null {
    if (cents === null) return null;
    const money = this.format.money(cents);
    if (kind === 'voucher-expiring') return money;
    return this.texts.say(centsAtMost ? 'creatorDesk.things.netMost' : 'creatorDesk.things.net', { money });
  }
}
