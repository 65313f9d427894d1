import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PickView, PlanView, PortfolioView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { ProposeLink } from '../proposals/propose-link';
import { AddToListMenu } from '../shortlists/add-to-list-menu';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { BoostsCard } from './boosts-card';
import { BriefWords } from './brief-words';
import { FrontierPlot } from './frontier-plot';
import { boostCentsMax } from './plan-draft';
import { AppLineage } from '../ui/lineage';
import { FigureGrid } from '../ui/figure-grid';
import { MetricName } from '../ui/metric-name';

/** A plan: what it reaches in one sentence, each pick with why and with the next best, and what other budgets reach. What else is said of it stands before the picks. */
@Component({
  selector: 'app-plan-result',
  imports: [
    AddToListMenu,
    AppLineage,
    BoostsCard,
    Chip,
    FigureGrid,
    FrontierPlot,
    Icon,
    MetricName,
    ProposeLink,
    RouterLink,
    T,
  ],
  templateUrl: './plan-result.html',
  styleUrl: './plan-result.scss',
})
export class PlanResult {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  private readonly words = inject(BriefWords);
  readonly portfolio = input.required<PortfolioView>();
  readonly plan = input.required<PlanView>();
  readonly pin = output<string>();
  readonly exclude = output<string>();

  protected readonly pickIds = computed(() => this.plan().picks.map(({ creatorId }) => creatorId));
  private readonly creators = computed(() => new Map(this.portfolio().creators.map((one) => [one.id, one])));

  protected readonly sentence = computed(() => {
    const { net, picks, spentCents } = this.plan();
    const { target, wishes } = this.portfolio();
    const reached = this.texts.say(
      wishes.counting === 'followers' ? 'matching.plan.followersOf' : 'matching.plan.readersOf',
      { target: this.words.target(target) },
    );
    return this.texts.say('matching.plan.sentence', {
      money: this.format.roundMoney(spentCents),
      people: this.people(net.people),
      error: this.format.percent(net.people > 0 ? (net.high - net.low) / 2 / net.people : 0),
      target: reached,
      n: picks.length,
      last: this.people(picks.at(-1)?.adds.people ?? 0),
    });
  });
  protected readonly interval = computed(() => {
    const { net, sampleShare } = this.plan();
    return this.texts.say('matching.plan.interval', {
      low: this.people(net.low),
      high: this.people(net.high),
      share: this.format.percent(sampleShare),
    });
  });
  protected readonly shadow = computed(() => {
    const { shadowPrice } = this.plan();
    if (!shadowPrice) return this.texts.say('matching.plan.shadowNone');
    const key = shadowPrice.move === 'boost' ? 'matching.plan.shadowBoost' : 'matching.plan.shadow';
    return this.texts.say(key, {
      people: this.people(shadowPrice.readersPerThousandYuan),
      money: this.format.roundMoney(shadowPrice.furtherCents),
      name: this.nameOf(shadowPrice.creatorId),
    });
  });
  protected readonly perThousand = computed(() => {
    const { spentCents, net } = this.plan();
    return this.format.money(net.people > 0 ? Math.round((spentCents * 1_000) / net.people) : null);
  });

  protected readonly boostMostCents = computed(() => boostCentsMax(this.portfolio().wishes));

  /** What boosts add to one pick, with the interval. */
  protected boostAdds({ readers, low, high }: NonNullable<PickView['boost']>): string {
    return this.texts.say('matching.plan.boosts.adds', {
      people: this.people(readers),
      low: this.people(low),
      high: this.people(high),
    });
  }

  protected people(count: number): string {
    return this.format.number(Math.round(count));
  }

  protected nameOf(id: string): string {
    return this.creators().get(id)?.name ?? '–';
  }

  protected about(id: string): string {
    const creator = this.creators().get(id);
    if (!creator) return '';
    const followers = this.texts.say('matching.match.followers', {
      n: this.format.compact(creator.followers),
    });
    return `${this.texts.of(creator.tier)} · ${followers}`;
  }

  protected why({ mustHave, binding }: PickView): string {
    if (mustHave) return this.texts.say('matching.plan.because.must');
    if (!binding) return this.texts.say('matching.plan.because.best');
    return this.texts.say(`matching.plan.because.${binding.rule}`, { name: this.nameOf(binding.creatorId) });
  }

  protected swap({ swap }: PickView): string {
    if (!swap) return this.texts.say('matching.plan.swapNone');
    const sign = (value: number, text: string): string => (value > 0 ? `+${text}` : text);
    return this.texts.say('matching.plan.swapText', {
      name: this.nameOf(swap.creatorId),
      people: sign(swap.readers, this.people(swap.readers)),
      money: sign(swap.cents, this.format.roundMoney(swap.cents)),
    });
  }

  protected tiersOf(keys: readonly string[]): string {
    const names = new Map(this.portfolio().tiers.map((tier) => [tier.key, this.texts.of(tier.name)]));
    return keys.map((key) => names.get(key) ?? key).join(this.texts.say('matching.and'));
  }
}
