import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import type { OrderView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { FactList } from '../../ui/fact-list';
import { Format } from '../../ui/format';
import { RightsWords } from '../rights/rights-words';
import { contentOfBrief } from '../templates/template-draft';

/** What the brand asked for, and what was agreed beside the price. */
@Component({
  selector: 'app-brief-card',
  imports: [FactList, MatButton, T],
  template: `
    <section class="pr-card">
      <h2>{{ 'orders.brief.title' | t }}</h2>
      <p class="brief">{{ view().brief }}</p>
      <app-fact-list [facts]="facts()" />
      @if (view().side === 'brand' && session.may('write:orders')) {
        <button class="save" matButton type="button" (click)="save()">
          {{ 'briefTemplates.saveAs' | t }}
        </button>
      }
    </section>
  `,
  styles: `
    .save {
      margin: 10px 0 -6px -12px;
    }
    .brief {
      max-width: 72ch;
      margin: 10px 0 14px;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class BriefCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly rights = inject(RightsWords);
  private readonly dialogs = inject(MatDialog);
  protected readonly session = inject(Session);
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
      {
        name: texts.say('orderTerms.revisions'),
        value: texts.count('orderTerms.times', terms.revisionsMost),
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

  /** The brief of this order, to be used again. */
  protected async save(): Promise<void> {
    const { name, brief, category, language, noteType, terms, offer, rules } = this.view();
    const { withSample, withOutline, withAdAudit, effectMode, revisionsMost, rights } = terms;
    const content = contentOfBrief(brief, {
      ...{ category, language, noteType, withSample, withOutline, withAdAudit, effectMode, rights },
      protectionDays: offer.protectionDays,
      revisionsMost: revisionsMost === rules.rejectionsMost ? null : revisionsMost,
    });
    const { writtenTemplate } = await import('../templates/template-dialog');
    await writtenTemplate(this.dialogs, { name: name.slice(0, 60), content, template: null });
  }

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
