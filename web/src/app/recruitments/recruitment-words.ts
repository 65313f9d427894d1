import { inject, Service } from '@angular/core';
import type { BoardView, RecruitmentRow, RecruitmentView } from '@poolrise/contracts';
import type { ApplicationState } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import { RightsWords } from '../collaborations/rights/rights-words';
import { CreatorWords } from '../creators/ui/creator-words';
import type { Tone } from '../ui/chip';
import { Format } from '../ui/format';

type Described = Pick<
  RecruitmentRow,
  | 'state'
  | 'closedBecause'
  | 'noteType'
  | 'category'
  | 'quoteLeastCents'
  | 'quoteMostCents'
  | 'applyUntil'
  | 'selectUntil'
  | 'wanted'
>;
type Opened = Pick<RecruitmentView | BoardView, 'terms' | 'requirements' | 'language'> & Described;

export interface Fact {
  name: string;
  value: string;
}

/** What a recruitment asks and how far it is, in words. */
@Service()
export class RecruitmentWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly creators = inject(CreatorWords);
  private readonly rights = inject(RightsWords);

  state({ state, closedBecause }: Described): string {
    return closedBecause
      ? this.texts.say(`recruitments.ended.${closedBecause}`)
      : this.texts.say(`recruitments.state.${state}`);
  }

  tone({ state, closedBecause }: Described): Tone {
    if (state === 'open') return 'action';
    if (state === 'selecting') return 'paid';
    return closedBecause === 'filled' ? 'passed' : 'neutral';
  }

  about({ noteType, category }: Described): string {
    return this.texts.say('recruitments.about', {
      type: this.texts.say(`orders.noteType.${noteType}`),
      category: this.texts.say(`common.category.${category}`),
    });
  }

  quote({ quoteLeastCents, quoteMostCents }: Described): string {
    const least = this.format.roundMoney(quoteLeastCents);
    const most = this.format.roundMoney(quoteMostCents);
    return quoteLeastCents === quoteMostCents
      ? this.texts.say('recruitments.fixed', { money: least })
      : this.texts.say('recruitments.quoteRange', { least, most });
  }

  /** Until when something is to be done about it. */
  until({ state, applyUntil, selectUntil }: Described): { word: string; at: string } {
    return {
      word: this.texts.say(`recruitments.until.${state}`),
      at: state === 'selecting' ? selectUntil : applyUntil,
    };
  }

  lead(view: RecruitmentView): string {
    const { state, closedBecause, selected, wanted, waiting, applied } = view;
    return this.texts.say(`recruitments.lead.${closedBecause ?? (state as 'open' | 'selecting')}`, {
      until: this.format.dateTime(this.until(view).at),
      selected,
      wanted,
      waiting,
      applied,
    });
  }

  /** What is agreed if an order comes of it. */
  terms(view: Opened): Fact[] {
    const { texts } = this;
    const { withSample, withOutline, withAdAudit, effectMode, protectionDays, draftDays } = view.terms;
    const extras = [
      ...(withSample ? [texts.say('orders.brief.sample')] : []),
      ...(withOutline ? [texts.say('orders.brief.outline')] : []),
      ...(withAdAudit ? [texts.say('orders.brief.adAudit')] : []),
      ...(effectMode ? [texts.say('orders.brief.effect')] : []),
    ];
    return [
      { name: texts.say('recruitments.brief.quote'), value: this.quote(view) },
      {
        name: texts.say('recruitments.brief.wanted'),
        value: texts.count('recruitments.brief.people', view.wanted),
      },
      { name: texts.say('orders.brief.kind'), value: this.about(view) },
      {
        name: texts.say('orders.brief.language'),
        value: texts.say(`orders.brief.languages.${view.language}`),
      },
      {
        name: texts.say('recruitments.brief.draft'),
        value: texts.count('recruitments.brief.draftDays', draftDays),
      },
      {
        name: texts.say('orders.brief.protection'),
        value: texts.count('orders.brief.days', protectionDays),
      },
      {
        name: texts.say('orders.brief.extras'),
        value: extras.length ? this.creators.joined(extras) : texts.say('orders.brief.none'),
      },
      { name: texts.say('usageRights.title'), value: this.rights.all(view.terms.rights) },
    ];
  }

  /** Who may apply. */
  requirements({ requirements }: Opened): Fact[] {
    const { texts } = this;
    const any = texts.say('recruitments.brief.any');
    return [
      { name: texts.say('recruitments.brief.followers'), value: this.followers(requirements) ?? any },
      {
        name: texts.say('recruitments.brief.categories'),
        value: requirements.categories.length
          ? this.creators.values('category', requirements.categories)
          : any,
      },
      {
        name: texts.say('recruitments.brief.health'),
        value: texts.say('recruitments.brief.healthAtLeast', {
          level: this.creators.value('health', requirements.health),
        }),
      },
      {
        name: texts.say('recruitments.brief.credibility'),
        value: requirements.withoutUnusual ? texts.say('recruitments.brief.credible') : any,
      },
    ];
  }

  private followers({ followersLeast: least, followersMost: most }: Opened['requirements']): string | null {
    const [from, to] = [this.format.number(least), this.format.number(most)];
    if (least !== null && most !== null) return this.texts.say('recruitments.brief.between', { from, to });
    if (least !== null) return this.texts.say('recruitments.brief.from', { n: from });
    return most === null ? null : this.texts.say('recruitments.brief.to', { n: to });
  }
}

export const applicationTone = (state: ApplicationState): Tone => {
  if (state === 'selected') return 'passed';
  if (state === 'shortlisted') return 'paid';
  return state === 'applied' ? 'action' : 'neutral';
};
