import { Component, computed, inject, input } from '@angular/core';
import type { StressDesk, StressTestView } from '@poolrise/contracts';
import { stressDefaults, type StressReport } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { StressPlot } from './stress-plot';
import { StressWords } from './stress-words';

type Remedy = StressReport['remedies'][number];
const dayMs = 86_400_000;

/** What a stress test found: the headline, the distribution, and what it means for reach, spend and dates. */
@Component({
  selector: 'app-stress-result',
  imports: [AppLineage, StressPlot, T],
  templateUrl: './stress-result.html',
  styleUrl: './stress-result.scss',
})
export class StressResult {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(StressWords);
  readonly test = input.required<StressTestView>();
  readonly report = input.required<StressReport>();
  readonly window = input.required<StressDesk['window']>();

  private readonly names = computed(() => new Map(this.test().creators.map(({ id, name }) => [id, name])));

  protected readonly headline = computed(() => {
    const { draws, readers, promised } = this.report();
    return this.texts.say('matching.stress.headline', {
      draws: this.format.number(draws),
      p50: this.words.people(readers.p50),
      p5: this.words.people(readers.p5),
      promised: this.words.people(promised),
    });
  });

  protected readonly short = computed(() => {
    const { short, line } = this.report();
    const { targetReaders, shortBelow } = this.test().asked;
    const what =
      targetReaders === null
        ? this.texts.say('matching.stress.ofPlan', { share: this.format.percent(shortBelow, 0) })
        : this.texts.say('matching.stress.ofTarget');
    const about = { share: this.format.percent(short.share), line: this.words.people(line), what };
    return this.texts.say(
      short.successes > 0 ? 'matching.stress.short' : 'matching.stress.shortNever',
      about,
    );
  });

  protected readonly worstShare = computed(() => {
    const { readers, promised } = this.report();
    return this.format.percent(promised > 0 ? readers.p5 / promised : null, 0);
  });

  /** Whole yuan: a simulation knows no cents. */
  protected yuan(cents: number): string {
    return this.format.roundMoney(Math.round(cents / 100) * 100);
  }

  protected hangs({ creatorId, lost, lostShare, out }: StressReport['hangsOn'][number]): string {
    const loses = this.texts.say('matching.stress.hangsRow', {
      name: this.nameOf(creatorId),
      people: this.words.people(lost),
      share: this.format.percent(lostShare),
    });
    const then = out.short.visible
      ? this.texts.say('matching.stress.hangsShort', { points: this.format.decimal(100 * out.short.mean) })
      : this.texts.say('matching.stress.hangsSame');
    return this.texts.chinese() ? loses + then : `${loses} ${then}`;
  }

  protected remedy(remedy: Remedy): string {
    switch (remedy.act) {
      case 'hold-reserve':
        return this.texts.say('matching.stress.remedy.hold-reserve', {
          name: this.nameOf(remedy.creatorId),
          money: this.format.roundMoney(remedy.priceCents),
        });
      case 'keep-money-back':
        return this.texts.say('matching.stress.remedy.keep-money-back', {
          name: this.nameOf(remedy.creatorId),
          money: this.format.roundMoney(remedy.cents),
        });
      case 'publish-earlier':
        return this.texts.say('matching.stress.remedy.publish-earlier', {
          days: remedy.days,
          day: this.format.day(this.daysBefore(this.test().asked.settings.late.slackDays + remedy.days)),
        });
    }
  }

  /** What a remedy does; where neither readers nor the chance visibly change, that alone. */
  protected does({ effect }: Remedy): string {
    const { readers, short } = effect;
    if (!readers.visible && !short.visible) return this.texts.say('matching.stress.none');
    return this.texts.say('matching.stress.remedyEffect', {
      readers: readers.visible
        ? this.texts.say('matching.stress.remedyReaders', {
            mean: this.words.people(readers.mean),
            low: this.words.people(readers.low),
            high: this.words.people(readers.high),
          })
        : this.texts.say('matching.stress.readersSame'),
      short: this.words.points(short),
    });
  }

  protected readonly basis = computed(() => {
    const { ownSpreads, publishers } = this.test();
    const { draws, seed } = this.report();
    const { from, to } = this.window();
    return [
      this.texts.say('matching.stress.spreadOwn', {
        own: ownSpreads,
        all: publishers,
        usual: this.format.decimal(stressDefaults.readsSpread),
      }),
      this.texts.say('matching.stress.leftOut', {
        from: this.format.wholeDay(from),
        to: this.format.wholeDay(to),
      }),
      this.texts.say('matching.stress.noise', { draws: this.format.number(draws), seed }),
    ];
  });

  /** So many days before the window closes. */
  private daysBefore(days: number): string {
    return new Date(Date.parse(`${this.window().to}T12:00:00+08:00`) - days * dayMs).toISOString();
  }

  private nameOf(id: string): string {
    return this.names().get(id) ?? '–';
  }
}
