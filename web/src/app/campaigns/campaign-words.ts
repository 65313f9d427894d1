import { inject, Service } from '@angular/core';
import type { CampaignRow, CampaignView } from '@poolrise/contracts';
import type { BoundKind, CampaignMetric, CampaignRail, CampaignState } from '@poolrise/domain';
import { metrics } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import type { Tone } from '../ui/chip';
import { Format } from '../ui/format';

type Detail = Readonly<Record<string, string | number | null>>;

const tones: Readonly<Record<CampaignState, Tone>> = {
  draft: 'neutral',
  planned: 'action',
  live: 'passed',
  paused: 'paid',
  ended: 'neutral',
};
export const stateTone = (state: CampaignState): Tone => tones[state];

/** How campaigns are spoken of. */
@Service()
export class CampaignWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  state(state: CampaignState): string {
    return this.texts.say(`campaigns.state.${state}`);
  }

  rail(rail: CampaignRail): string {
    return this.texts.say(`campaigns.rail.${rail}`);
  }

  range({ startsAt, endsAt }: Pick<CampaignRow, 'startsAt' | 'endsAt'>): string {
    if (!startsAt || !endsAt) return this.texts.say('campaigns.noFlights');
    return this.span(startsAt, endsAt);
  }

  /** Days, the last one included: what ends at midnight does not touch the day that begins there. */
  span(from: string, to: string): string {
    const last = new Date(Date.parse(to) - 1);
    return this.texts.say('campaigns.range', { from: this.format.day(from), to: this.format.day(last) });
  }

  pace({ state, pace }: Pick<CampaignRow, 'state' | 'pace'>): string {
    const word = state === 'draft' || state === 'planned' ? 'not-started' : pace.state;
    const cents = word === 'over' ? pace.actualCents : Math.abs(pace.offCents);
    return this.texts.say(`campaigns.pace.${word}`, { money: this.format.roundMoney(cents) });
  }

  /** The one sentence that a marketer reads first. */
  headline(view: CampaignView): string {
    const { state, pace, startsAt, budgetCents } = view;
    if (state === 'draft')
      return this.texts.say(startsAt ? 'campaigns.headline.draft' : 'campaigns.headline.draftEmpty');
    const word = state === 'planned' ? 'not-started' : state === 'ended' ? 'over' : pace.state;
    return this.texts.say(`campaigns.headline.${word}`, {
      at: this.format.dateTime(startsAt),
      budget: this.format.roundMoney(budgetCents),
      planned: this.format.roundMoney(pace.plannedCents),
      actual: this.format.roundMoney(pace.actualCents),
      money: this.format.roundMoney(Math.abs(pace.offCents)),
    });
  }

  /** ≤ ¥5 */
  bound(metric: CampaignMetric, comparison: BoundKind, value: number): string {
    return this.texts.say(comparison === 'at-least' ? 'campaigns.atLeast' : 'campaigns.atMost', {
      value: this.format.metric(metric, value),
    });
  }

  /** What an alert says; `kind` as the api names it. */
  alert(kind: string, detail: Detail): string {
    const key = `campaigns.alert.${kind}`;
    if (!this.texts.knows(key)) return kind;
    const text = (name: string) => String(detail[name] ?? '');
    const number = (name: string) => Number(detail[name] ?? 0);
    const metric = text('metric') as CampaignMetric;
    return this.texts.say(key, {
      title: text('title'),
      flight: text('flight'),
      percent: text('percent'),
      cents: this.format.roundMoney(number('cents')),
      level: this.texts.of({ zh: text('zh'), en: text('en') }),
      dueAt: detail['dueAt'] ? this.format.dateTime(text('dueAt')) : '',
      ...(metric && {
        metric: this.texts.of(metrics[metric]),
        value: this.format.metric(metric, number('value')),
        bound: this.bound(metric, text('comparison') as BoundKind, number('bound')),
      }),
    });
  }
}
