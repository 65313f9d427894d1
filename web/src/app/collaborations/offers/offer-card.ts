import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { OffersView, OfferView } from '@poolrise/contracts';
import type { OfferAspect } from '@poolrise/domain';
import type { TextKey } from '../../../i18n/text-key';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { VerifiedMark } from '../../professional/verified-mark';
import { Session } from '../../session/session';
import { Chip } from '../../ui/chip';
import { Format } from '../../ui/format';
import { MetricName } from '../../ui/metric-name';
import { RightsWords } from '../rights/rights-words';

interface Line {
  name: TextKey;
  value: string;
  /** in smaller letters below it */
  text?: string;
  aspect?: OfferAspect;
}
const stages = ['withSample', 'withOutline', 'withAdAudit'] as const;

/** One offer, part by part in the same order as every other one. */
@Component({
  selector: 'app-offer-card',
  imports: [Chip, MatButton, MetricName, RouterLink, T, VerifiedMark],
  template: `
    <header>
      <h2>{{ offer().order.name }}</h2>
      <p>
        {{ about() }}
        @if (offer().brandVerified) {
          <app-verified-mark />
        }
      </p>
    </header>
    <dl>
      @for (line of lines(); track line.name) {
        <div>
          <dt>
            @if (line.aspect === 'hourlyCents') {
              <app-metric-name metric="hourlyPay">{{ line.name | t }}</app-metric-name>
            } @else {
              {{ line.name | t }}
            }
          </dt>
          <dd [class.strong]="line.aspect === 'netLikelyCents' || line.aspect === 'hourlyCents'">
            {{ line.value }}
            @if (line.aspect && offer().best.includes(line.aspect)) {
              <app-chip tone="passed">{{ 'offers.best' | t }}</app-chip>
            }
            @if (line.text) {
              <small>{{ line.text }}</small>
            }
          </dd>
        </div>
      }
    </dl>
    @let mine = offer().order.waitsFor === 'creator';
    <a
      [matButton]="mine ? 'filled' : 'outlined'"
      [routerLink]="session.to('orders', offer().order.id)"
      [attr.aria-label]="(mine ? 'offers.openNamed' : 'offers.lookNamed') | t: { name: offer().order.name }"
      >{{ (mine ? 'offers.open' : 'offers.look') | t }}</a
    >
  `,
  styles: `
    :host,
    dl {
      display: contents;
    }
    header p {
      margin-top: 2px;
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    h2 {
      font-size: 16px;
      overflow-wrap: anywhere;
    }
    dl > div {
      padding: 10px 0;
      border-bottom: 1px solid var(--pr-line);
    }
    dt {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    dd {
      margin: 2px 0 0;
      font-variant-numeric: tabular-nums;
      overflow-wrap: anywhere;
    }
    .strong {
      font-size: 16px;
      font-weight: 650;
    }
    app-chip {
      margin-inline-start: 6px;
      vertical-align: 1px;
    }
    small {
      display: block;
      margin-top: 2px;
      color: var(--pr-muted);
      font-size: 12px;
      font-weight: 400;
    }
    a {
      margin-top: 14px;
    }
  `,
})
export class OfferCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly rights = inject(RightsWords);
  protected readonly session = inject(Session);

  readonly offer = input.required<OfferView>();
  readonly reads = input.required<OffersView['reads']>();

  protected readonly about = computed(() => {
    const { brandName, mode, noteType } = this.offer().order;
    return [
      brandName,
      this.texts.say(`orders.mode.${mode}`),
      this.texts.say(`orders.noteType.${noteType}`),
    ].join(' · ');
  });

  protected readonly lines = computed((): Line[] => {
    const { order, terms, protectionDays, hourlyCents } = this.offer();
    return [
      { name: 'offers.net', aspect: 'netLikelyCents', ...this.net() },
      {
        name: 'offers.hourly',
        aspect: 'hourlyCents',
        value:
          hourlyCents === null
            ? this.format.money(null)
            : this.texts.say('offers.perHour', { money: this.format.expectedMoney(hourlyCents) }),
      },
      { name: 'offers.work', aspect: 'hoursMost', ...this.work() },
      {
        name: 'offers.revisions',
        aspect: 'revisionsMost',
        value: this.texts.count('orderTerms.times', terms.revisionsMost),
      },
      {
        name: 'offers.protection',
        aspect: 'protectionDays',
        value: this.texts.count('offers.days', protectionDays),
        text: this.texts.say('offers.protectionText'),
      },
      { name: 'offers.rights', value: this.rights.all(terms.rights) },
      { name: 'offers.stages', value: this.stages() },
      { name: 'offers.draftDue', value: this.format.day(terms.draftDueAt) },
      {
        name: 'offers.answerBy',
        value: order.dueAt ? this.format.dateTime(order.dueAt) : this.format.money(null),
        text:
          order.waitsFor === 'creator'
            ? order.dueAt
              ? this.format.ago(order.dueAt)
              : ''
            : this.texts.say('offers.waitsForBrand'),
      },
    ];
  });

  private net(): { value: string; text?: string } {
    const { netLikelyCents, netMostCents, centsPerThousandReads, order } = this.offer();
    if (centsPerThousandReads === null) return { value: this.format.money(netLikelyCents) };
    const rate = this.format.roundMoney(centsPerThousandReads);
    const most = this.format.money(netMostCents);
    const reads = this.reads()[order.noteType];
    if (netLikelyCents === null || reads === null)
      return {
        value: this.texts.say('offers.upTo', { money: most }),
        text: this.texts.say('offers.readsUnknown', { rate }),
      };
    return {
      value: this.format.expectedMoney(netLikelyCents),
      text: this.texts.say('offers.byReads', { rate, money: most, reads: this.format.number(reads) }),
    };
  }

  private work(): { value: string; text: string } {
    const { hoursLeast, hoursMost, terms } = this.offer();
    if (hoursLeast === hoursMost)
      return {
        value: this.texts.say('offers.hoursOne', { n: this.hours(hoursLeast) }),
        text: this.texts.say('offers.workNone'),
      };
    return {
      value: this.texts.say('offers.hoursRange', {
        least: this.hours(hoursLeast),
        most: this.hours(hoursMost),
      }),
      text: this.texts.say('offers.workText', { n: terms.revisionsMost }),
    };
  }

  /** Whole hours stand without a decimal. */
  private hours(value: number): string {
    return this.format.decimal(value, Number.isInteger(value) ? 0 : 1);
  }

  private stages(): string {
    const { terms } = this.offer();
    const asked = stages
      .filter((stage) => terms[stage])
      .map((stage) => this.texts.say(`orderInvite.${stage}`));
    return asked.length
      ? asked.join(this.texts.chinese() ? '、' : ', ')
      : this.texts.say('offers.stagesNone');
  }
}
