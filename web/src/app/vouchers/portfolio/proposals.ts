import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { ProposedBoostView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { roundRough } from '../../boosts/launch-goal';
import { Session } from '../../session/session';
import { Format } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';
import { Money } from '../../ui/money';

/** The boosts of the plan, the most urgent first; each opens the launch filled in. */
@Component({
  selector: 'app-voucher-proposals',
  imports: [AppLineage, MatButton, Money, RouterLink, T],
  template: `
    <ol>
      @for (row of rows(); track row.key) {
        <li>
          <div class="what">
            <a class="pr-link title" [routerLink]="session.to('notes', row.boost.noteId)">{{
              row.boost.noteTitle
            }}</a>
            <p>{{ row.vouchers }}</p>
            <p class="before">{{ row.before }}</p>
          </div>
          <dl>
            <div>
              <dt>{{ 'voucherPlan.budget' | t }}</dt>
              <dd><app-money appLineage="budget" [cents]="row.boost.budgetCents" /></dd>
            </div>
            <div>
              <dt>{{ 'voucherPlan.saves' | t }}</dt>
              <dd><app-money appLineage="voucherSaved" [cents]="row.boost.savedCents" /></dd>
            </div>
            <div>
              <dt>{{ 'voucherPlan.fromWallet' | t }}</dt>
              <dd><app-money appLineage="voucherPlanWallet" [cents]="row.boost.walletCents" /></dd>
            </div>
            <div>
              <dt>{{ 'voucherPlan.impressions' | t }}</dt>
              <dd>
                <span appLineage="planned">{{ format.number(row.boost.impressions) }}</span>
              </dd>
            </div>
            <div class="wide">
              <dt>{{ row.goal }}</dt>
              <dd>
                ≈ {{ row.mid }} <small>{{ row.interval }}</small>
              </dd>
            </div>
          </dl>
          @if (session.may('launch:boosts')) {
            <button matButton="outlined" type="button" (click)="launch(row.boost)">
              {{ 'voucherPlan.launch' | t
              }}<span class="pr-only-screen-reader">: {{ row.boost.noteTitle }}</span>
            </button>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: grid;
      gap: 10px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1.1fr) minmax(0, 1.6fr) auto;
      gap: 10px 20px;
      align-items: center;
      padding: 12px 14px;
      border: 1px solid var(--pr-line);
      border-radius: var(--pr-radius-small);
    }
    .title {
      font-weight: 600;
    }
    .what p {
      font-size: 13px;
    }
    .before,
    dt,
    small {
      color: var(--pr-muted);
      font-size: 12px;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(4, auto);
      gap: 6px 16px;
      margin: 0;
    }
    dd {
      margin: 0;
      font-variant-numeric: tabular-nums;
      font-weight: 600;
    }
    small {
      font-weight: 400;
    }
    .wide {
      grid-column: 1 / -1;
    }
    @media (max-width: 899px) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
      dl {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      button {
        justify-self: start;
      }
    }
  `,
})
export class Proposals {
  private readonly dialog = inject(MatDialog);
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  readonly boosts = input.required<readonly ProposedBoostView[]>();

  protected readonly rows = computed(() =>
    this.boosts().map((boost) => ({
      boost,
      key: boost.vouchers.map(({ id }) => id).join(),
      vouchers: boost.vouchers.map(({ name }) => name).join(this.texts.chinese() ? '、' : ', '),
      before: this.texts.say('voucherPlan.before', { at: this.format.dateTime(boost.launchBefore) }),
      goal: this.texts.say('voucherPlan.brings', { goal: this.texts.say(`common.goal.${boost.goal}`) }),
      mid: this.format.number(roundRough(boost.brings.mid)),
      interval: this.texts.say('boosts.launch.interval', {
        low: this.format.number(roundRough(boost.brings.low)),
        high: this.format.number(roundRough(boost.brings.high)),
      }),
    })),
  );

  protected async launch(boost: ProposedBoostView): Promise<void> {
    const { LaunchDialog, launchDialogLook } = await import('../../boosts/launch-dialog');
    const { noteId, goal, budgetCents, durationHours } = boost;
    const filled = { goal, budgetCents, durationHours, voucherIds: boost.vouchers.map(({ id }) => id) };
    this.dialog.open(LaunchDialog, { ...launchDialogLook(), data: { noteId, filled } });
  }
}
