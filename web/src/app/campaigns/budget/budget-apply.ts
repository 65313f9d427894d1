import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { BudgetPlanView } from '@poolrise/contracts';
import { campaignRails } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Refusal } from '../../problems/refusal';
import { FigureGrid } from '../../ui/figure-grid';
import { Format } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';
import { Scrolls } from '../../ui/scrolls';
import { ShareBar } from '../../ui/share-bar';
import { CampaignWords } from '../campaign-words';
import { BudgetWords } from './budget-words';

/** Rails as they are and as the plan has them, and the button that makes the one the other. */
@Component({
  selector: 'app-budget-apply',
  imports: [AppLineage, FigureGrid, MatButton, Refusal, Scrolls, ShareBar, T],
  template: `
    <h2>{{ 'budgets.split.title' | t }}</h2>
    <div [appScrolls]="'budgets.split.title' | t">
      <table class="pr-table">
        <thead>
          <tr>
            <th scope="col">{{ 'budgets.split.rail' | t }}</th>
            <th scope="col" class="pr-number">{{ 'budgets.split.gone' | t }}</th>
            <th scope="col" class="pr-number">{{ 'budgets.split.now' | t }}</th>
            <th scope="col" class="pr-number">{{ 'budgets.split.then' | t }}</th>
          </tr>
        </thead>
        <tbody appFigureGrid>
          @for (row of rows(); track row.rail) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              <td class="pr-number">
                <span appLineage="committedSpend">{{ format.roundMoney(row.gone) }}</span>
              </td>
              <td class="pr-number">
                <span appLineage="budget">{{ format.roundMoney(row.before) }}</span>
                <app-share-bar class="before" [part]="row.before" [whole]="most()" />
              </td>
              <td class="pr-number">
                <b appLineage="budget">{{ format.roundMoney(row.after) }}</b>
                <app-share-bar [part]="row.after" [whole]="most()" />
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    @if (plan().change; as change) {
      <p class="quiet">{{ text() }}</p>
      <app-refusal [words]="refusal()" />
      @if (mayWrite()) {
        @if (moves()) {
          <button
            matButton="filled"
            type="button"
            [disabled]="busy() || plan().stale.length > 0"
            (click)="apply.emit()"
          >
            {{ 'budgets.apply.button' | t }}
          </button>
        } @else {
          <p role="status">{{ 'budgets.apply.same' | t }}</p>
        }
      }
    }
  `,
  styles: `
    th[scope='row'] {
      color: var(--pr-ink);
      font-weight: 550;
    }
    app-share-bar {
      min-width: 90px;
      margin-top: 4px;
    }
    .before {
      --share-bar: var(--pr-muted);
    }
    b {
      font-weight: 650;
    }
    .quiet {
      margin: 12px 0;
      color: var(--pr-muted);
      font-size: 13px;
    }
  `,
})
export class BudgetApply {
  private readonly texts = inject(Texts);
  private readonly campaigns = inject(CampaignWords);
  private readonly words = inject(BudgetWords);
  protected readonly format = inject(Format);
  readonly plan = input.required<BudgetPlanView>();
  readonly mayWrite = input.required<boolean>();
  readonly busy = input(false);
  readonly refusal = input<string | null>(null);
  readonly apply = output();

  protected readonly rows = computed(() => {
    const { change, goneOut, report } = this.plan();
    return campaignRails.map((rail) => ({
      rail,
      name: this.campaigns.rail(rail),
      gone: goneOut[rail],
      before: change?.rails[rail].before ?? 0,
      after: change?.rails[rail].after ?? goneOut[rail] + (report?.plan.rails[rail] ?? 0),
    }));
  });
  protected readonly most = computed(() =>
    Math.max(1, ...this.rows().flatMap((row) => [row.before, row.after])),
  );
  protected readonly moves = computed(() => this.rows().some(({ before, after }) => before !== after));
  protected readonly text = computed(() => {
    const change = this.plan().change;
    if (!change) return '';
    return this.words.join([
      this.texts.say('budgets.apply.text'),
      ...(change.giftCents > 0
        ? [this.texts.say('budgets.apply.flights', { money: this.words.yuan(change.giftCents) })]
        : []),
      // Less than a yuan is rounding and nobody's decision.
      ...(change.left && change.left.cents >= 100
        ? [
            this.texts.say('budgets.apply.left', {
              money: this.words.yuan(change.left.cents),
              rail: this.campaigns.rail(change.left.rail),
            }),
          ]
        : []),
    ]);
  });
}
