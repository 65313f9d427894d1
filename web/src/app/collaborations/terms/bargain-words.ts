import { inject, Service } from '@angular/core';
import type { OfferTermsView, OrderStep } from '@poolrise/contracts';
import { type Bargain, type BargainPart, changedParts } from '@poolrise/domain';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { RightsWords } from '../rights/rights-words';

/** What one offer put on the table, as far as it was written down then. */
const bargainIn = ({ quoteCents, protectionDays, terms }: OrderStep): Partial<Bargain> => ({
  ...(quoteCents !== null && { quoteCents }),
  ...(protectionDays !== null && { protectionDays }),
  ...(terms && { ...terms, draftDueAt: Date.parse(terms.draftDueAt) }),
});

/** What of an offer is not as it was in the one before, in words; the price is said by itself. */
@Service()
export class BargainWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly rights = inject(RightsWords);

  changes(before: OrderStep | undefined, after: OrderStep): string[] {
    if (!before) return [];
    const [was, is] = [bargainIn(before), bargainIn(after)];
    return changedParts(was, is)
      .filter((part) => part !== 'quoteCents')
      .map((part) => this.change(part, was as Bargain, is as Bargain));
  }

  private change(part: Exclude<BargainPart, 'quoteCents'>, was: Bargain, is: Bargain): string {
    if (part === 'withSample' || part === 'withOutline' || part === 'withAdAudit')
      return this.texts.say(is[part] ? 'orderTerms.with' : 'orderTerms.without', {
        stage: this.texts.say(`orderInvite.${part}`),
      });
    return this.texts.say(`orderTerms.change.${part}`, {
      from: this.said(part, was),
      to: this.said(part, is),
    });
  }

  private said(part: 'protectionDays' | 'rights' | 'revisionsMost' | 'draftDueAt', of: Bargain): string {
    if (part === 'rights') return this.rights.all(of.rights as OfferTermsView['rights']);
    if (part === 'draftDueAt') return this.format.day(new Date(of.draftDueAt).toISOString());
    if (part === 'protectionDays') return this.texts.count('orders.brief.days', of.protectionDays);
    return this.texts.count('orderTerms.times', of.revisionsMost);
  }
}
