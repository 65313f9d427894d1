import { Component, computed, DestroyRef, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ClimbView, NoteSeries } from '@poolrise/contracts';
import { rails } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Emphasis } from '../../ui/emphasis';
import { Format } from '../../ui/format';
import { LivesChart } from './lives-chart';

const hourMs = 3_600_000;
/** How long an hour lasts when the life is played. */
const playMs = 120;

/** The life of a note hour by hour: what its counts, its level and its verdicts were then. */
@Component({
  selector: 'app-life-scrubber',
  imports: [Emphasis, LivesChart, MatButton, T],
  host: { class: 'pr-card' },
  template: `
    <h2>
      {{ 'replay.scrub.heading' | t }} <small>{{ 'replay.scrub.hint' | t }}</small>
    </h2>
    @if (hours().length === 0) {
      <p class="empty">{{ 'replay.scrub.empty' | t }}</p>
    } @else {
      <app-lives-chart [lines]="lines()" [cursor]="at()" [label]="'replay.scrub.chart' | t" />
      <div class="controls">
        <button matButton="outlined" type="button" (click)="toggle()">
          {{ (playing() ? 'replay.scrub.pause' : 'replay.scrub.play') | t }}
        </button>
        <input
          type="range"
          min="0"
          step="1"
          [max]="hours().length - 1"
          [value]="at()"
          [attr.aria-label]="'replay.scrub.slider' | t"
          [attr.aria-valuetext]="hourWord()"
          (input)="move($event)"
        />
      </div>
      <p class="hour">{{ hourWord() }}</p>
      <p class="then"><app-emphasis [text]="then()" /></p>
      <p class="hour">{{ verdicts() }}</p>
    }
  `,
  styles: `
    app-lives-chart {
      margin-top: 12px;
    }
    .controls {
      display: flex;
      gap: 14px;
      align-items: center;
      margin-top: 12px;
    }
    input {
      flex: 1;
      min-width: 0;
      height: 28px;
      accent-color: var(--pr-action);
    }
    .hour,
    .empty {
      margin-top: 6px;
      color: var(--pr-muted);
      font-size: 13px;
      font-variant-numeric: tabular-nums;
    }
    .then {
      margin-top: 4px;
      font-size: 15px;
      line-height: 1.55;
    }
  `,
})
export class LifeScrubber {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly climb = input.required<ClimbView>();
  readonly series = input.required<NoteSeries>();

  /** The hours from the publication on; the last of them is under way. */
  protected readonly hours = computed(() => {
    const born = Math.floor(Date.parse(this.climb().note.publishedAt) / hourMs) * hourMs;
    const { hours, impressions } = this.series();
    const shown = hours.some((_, at) => rails.some((rail) => (impressions[rail][at] ?? 0) > 0));
    return shown ? hours.flatMap((hour, at) => (Date.parse(hour) >= born ? [{ hour, at }] : [])) : [];
  });
  protected readonly at = linkedSignal(() => Math.max(0, this.hours().length - 1));
  protected readonly playing = signal(false);
  private timer: ReturnType<typeof setInterval> | undefined;

  private readonly soFar = computed(() => {
    const { impressions, reads } = this.series();
    let [organic, paid, opened] = [0, 0, 0];
    return this.hours().map(({ at }) => {
      for (const rail of rails) {
        if (rail === 'paid') paid += impressions[rail][at] ?? 0;
        else organic += impressions[rail][at] ?? 0;
        opened += reads[rail][at] ?? 0;
      }
      return { organic, paid, opened };
    });
  });
  protected readonly lines = computed(() => [
    {
      name: this.texts.say('replay.result.figures.impressions'),
      colour: 'var(--pr-organic)',
      values: this.soFar().map(({ organic, paid }) => organic + paid),
    },
  ]);

  private readonly end = computed(() => {
    const hour = this.hours()[this.at()];
    return hour ? Date.parse(hour.hour) + hourMs : 0;
  });
  private readonly given = computed(() =>
    this.climb()
      .verdicts.filter(({ at, outcome }) => outcome !== 'wait' && Date.parse(at) < this.end())
      .toSorted((a, b) => a.level - b.level),
  );
  protected readonly hourWord = computed(() =>
    this.texts.say('replay.scrub.hour', {
      hour: this.format.number(this.at() + 1),
      hours: this.format.number(this.hours().length),
      at: this.format.dateTime(this.hours()[this.at()]?.hour ?? null),
    }),
  );
  protected readonly then = computed(() => {
    const counts = this.soFar()[this.at()] ?? { organic: 0, paid: 0, opened: 0 };
    const level = this.given().at(-1)?.toLevel ?? 0;
    const name = this.climb().basins.find((basin) => basin.level === level)?.name;
    return this.texts.say('replay.scrub.then', {
      impressions: this.format.number(counts.organic),
      paid: this.format.number(counts.paid),
      reads: this.format.number(counts.opened),
      level,
      name: name ? this.texts.of(name) : '',
    });
  });
  protected readonly verdicts = computed(() => {
    const said = this.given().flatMap(({ outcome, levelName }) =>
      outcome === 'wait'
        ? []
        : [this.texts.say(`replay.scrub.verdict.${outcome}`, { name: this.texts.of(levelName) })],
    );
    const list = said.length
      ? said.join(this.texts.chinese() ? '，' : ', ')
      : this.texts.say('replay.scrub.none');
    return this.texts.say('replay.scrub.verdicts', { list });
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => clearInterval(this.timer));
  }

  protected move(event: Event): void {
    this.pause();
    this.at.set(Number((event.target as HTMLInputElement).value));
  }

  /** Plays from here, or from the beginning when it stands at the end. */
  protected toggle(): void {
    if (this.playing()) return this.pause();
    if (this.at() >= this.hours().length - 1) this.at.set(0);
    this.playing.set(true);
    this.timer = setInterval(() => {
      if (this.at() >= this.hours().length - 1) this.pause();
      else this.at.update((hour) => hour + 1);
    }, playMs);
  }

  private pause(): void {
    clearInterval(this.timer);
    this.playing.set(false);
  }
}
