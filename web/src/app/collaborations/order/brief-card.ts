import { Component, computed, inject, input } from '@angular/core';
import type { OrderView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { RightsWords } from '../rights/rights-words';

/** What the brand asked for, and what was agreed beside the price. */
@Component({
  selector: 'app-brief-card',
  imports: [T],
  template: `
    <section class="pr-card">
      <h2>{{ 'orders.brief.title' | t }}</h2>
      <p class="brief">{{ view().brief }}</p>
      <dl>
        @for (fact of facts(); track fact.name) {
          <div>
            <dt>{{ fact.name }}</dt>
            <dd>{{ fact.value }}</dd>
          </div>
        }
      </dl>
    </section>
  `,
  styles: `
    .brief {
      max-width: 72ch;
      margin: 10px 0 14px;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
      gap: 10px 16px;
      margin: 0;
      padding-top: 12px;
      border-top: 1px solid var(--pr-line);
    }
    dt {
      color: var(--pr-muted);
      font-size: 12px;
    }
    dd {
      margin: 0;
    }
  `,
})
export class BriefCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly rights = inject(RightsWords);
  readonly view = input.required<OrderView>();

  protected readonly facts = computed(() => {
    const { texts, format } = this;
    const { terms, noteType, category, language, draftDueAt, offer } = this.view();
    const facts = [
      { name: texts.say('orders.brief.kind'), value: texts.say(`orders.noteType.${noteType}`) },
      { name: texts.say('orders.brief.category'), value: texts.say(`common.category.${category}`) },
      { name: texts.say('orders.brief.language'), value: texts.say(`orders.brief.languages.${language}`) },
      { name: texts.say('orders.brief.draftDue'), value: format.dateTime(draftDueAt) },
      {
        name: texts.say('orders.brief.protection'),
        value: texts.count('orders.brief.days', offer.protectionDays),
      },
      { name: texts.say('orders.brief.extras'), value: this.extras() },
      { name: texts.say('usageRights.title'), value: this.rights.all(terms.rights) },
    ];
    if (terms.centsPerThousandReads !== null)
      facts.push({
        name: texts.say('orders.brief.perThousand'),
        value: texts.say('orders.brief.perThousandText', {
          money: format.roundMoney(terms.centsPerThousandReads),
        }),
      });
    return facts;
  });

  private extras(): string {
    const { withSample, withOutline, withAdAudit, effectMode } = this.view().terms;
    const chosen = [
      withSample && this.texts.say('orders.brief.sample'),
      withOutline && this.texts.say('orders.brief.outline'),
      withAdAudit && this.texts.say('orders.brief.adAudit'),
      effectMode && this.texts.say('orders.brief.effect'),
    ].filter((word) => word !== false);
    return chosen.join(this.texts.chinese() ? '、' : ', ') || this.texts.say('orders.brief.none');
  }
}
