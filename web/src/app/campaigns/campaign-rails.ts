import { Component, computed, inject, input } from '@angular/core';
import type { CampaignView } from '@poolrise/contracts';
import { campaignRails } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { FigureGrid } from '../ui/figure-grid';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { MetricName } from '../ui/metric-name';
import { Scrolls } from '../ui/scrolls';
import { ShareBar } from '../ui/share-bar';
import { CampaignWords } from './campaign-words';

/** The budget by where it goes: what should be out by now, and what is. */
@Component({
  selector: 'app-campaign-rails',
  imports: [AppLineage, FigureGrid, MetricName, Scrolls, ShareBar, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'campaigns.page.rails' | t }}</h2>
    <div [appScrolls]="'campaigns.page.rails' | t">
      <table class="pr-table">
        <thead>
          <tr>
            <th scope="col">{{ 'campaigns.page.railName' | t }}</th>
            <th scope="col" class="pr-number">{{ 'campaigns.page.budget' | t }}</th>
            <th scope="col" class="pr-number">
              <app-metric-name metric="plannedSpend">{{ 'campaigns.page.plannedNow' | t }}</app-metric-name>
            </th>
            <th scope="col" class="pr-number">
              <app-metric-name metric="committedSpend">{{ 'campaigns.page.actualNow' | t }}</app-metric-name>
            </th>
          </tr>
        </thead>
        <tbody appFigureGrid>
          @for (row of rows(); track row.rail) {
            <tr>
              <th scope="row">
                {{ row.name }}<small>{{ row.hint }}</small>
              </th>
              <td class="pr-number">
                <span appLineage="budget">{{ format.roundMoney(row.budgetCents) }}</span>
              </td>
              <td class="pr-number">
                <span appLineage="plannedSpend">{{ format.roundMoney(row.plannedCents) }}</span>
              </td>
              <td class="pr-number">
                <span appLineage="committedSpend">{{ format.roundMoney(row.actualCents) }}</span>
                <app-share-bar [part]="row.actualCents" [whole]="row.budgetCents" />
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    @if (held(); as held) {
      <p class="pr-muted">{{ held }}</p>
    }
  `,
  styles: `
    th[scope='row'] {
      min-width: 150px;
      color: var(--pr-ink);
      font-weight: 550;
      white-space: normal;
    }
    small {
      display: block;
      max-width: 34ch;
      color: var(--pr-muted);
      font-weight: 400;
    }
    app-share-bar {
      min-width: 90px;
      margin-top: 4px;
    }
    p {
      margin-top: 10px;
      font-size: 13px;
    }
  `,
})
export class CampaignRails {
  private readonly texts = inject(Texts);
  private readonly words = inject(CampaignWords);
  protected readonly format = inject(Format);

  readonly campaign = input.required<CampaignView>();

  protected readonly rows = computed(() =>
    campaignRails.map((rail) => ({
      rail,
      name: this.words.rail(rail),
      hint: this.texts.say(`campaigns.railHint.${rail}`),
      ...this.campaign().byRail[rail],
    })),
  );
  protected readonly held = computed(() => {
    const { heldCents, paidCents } = this.campaign();
    if (heldCents + paidCents === 0) return '';
    return this.texts.say('campaigns.page.held', {
      held: this.format.money(heldCents),
      paid: this.format.money(paidCents),
    });
  });
}
