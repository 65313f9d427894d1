import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RaceArmView, RaceView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { Chip, type Tone } from '../ui/chip';
import { FigureGrid } from '../ui/figure-grid';
import { Format } from '../ui/format';
import type { IconName } from '../ui/icons';
import { AppLineage } from '../ui/lineage';
import { MetricName } from '../ui/metric-name';
import { NoteCover } from '../ui/note-cover';
import { armColours, ArmLetter } from './arm-letter';
import { type ArmWord, armWord } from './race-words';
import { RateInterval } from './rate-interval';

const looks: Record<ArmWord, { tone: Tone; icon: IconName }> = {
  won: { tone: 'passed', icon: 'passed' },
  leads: { tone: 'passed', icon: 'climbing' },
  runs: { tone: 'action', icon: 'boosts' },
  behind: { tone: 'neutral', icon: 'stopped' },
  lost: { tone: 'neutral', icon: 'stopped' },
  closed: { tone: 'stopped', icon: 'limited' },
  first: { tone: 'neutral', icon: 'pending' },
};

/** The notes of a race side by side: money by round, what was counted, the rate with its interval, and the verdict. */
@Component({
  selector: 'app-arms-table',
  imports: [AppLineage, ArmLetter, Chip, FigureGrid, MetricName, NoteCover, RateInterval, RouterLink, T],
  templateUrl: './arms-table.html',
  styleUrl: './arms-table.scss',
})
export class ArmsTable {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly colours: readonly string[] = armColours;
  readonly race = input.required<RaceView>();

  protected readonly rows = computed(() => {
    const race = this.race();
    return race.arms.map((arm, place) => {
      const word = armWord(race, arm);
      return { arm, place, word, look: looks[word], shares: sharesOf(race, arm) };
    });
  });
  /** one scale for all notes, from nothing to the highest end of an interval */
  protected readonly scale = computed(() =>
    Math.max(0, ...this.race().arms.map(({ verdict }) => verdict?.rate.high ?? 0)),
  );
  protected rateText({ verdict }: RaceArmView): string {
    if (!verdict) return this.format.percent(null);
    const digits = verdict.rate.mid < 0.02 ? 2 : 1;
    const [mid, low, high] = [verdict.rate.mid, verdict.rate.low, verdict.rate.high].map((rate) =>
      this.format.percent(rate, digits),
    );
    return this.texts.say('races.page.interval', { mid: mid ?? '', low: low ?? '', high: high ?? '' });
  }
}

/** Its part of each round's money; 0 where it sat out. */
function sharesOf(race: RaceView, arm: RaceArmView): { round: number; share: number }[] {
  return race.roundsBegun.map(({ number, budgetCents, boosts }) => ({
    round: number,
    share: (boosts.find(({ noteId }) => noteId === arm.noteId)?.budgetCents ?? 0) / budgetCents,
  }));
}
