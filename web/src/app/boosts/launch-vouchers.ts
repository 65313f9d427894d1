import { Component, computed, inject } from '@angular/core';
import type { VoucherView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { ProblemText } from '../problems/problem-text';
import { Format } from '../ui/format';
import { LaunchDraft } from './launch-draft';
import { LaunchRefusal } from './launch-refusal';
import { whyNotVoucher } from './voucher-fit';
import { voucherGives } from './voucher-words';

/** The vouchers of the workspace; one that cannot be used here says why. */
@Component({
  selector: 'app-launch-vouchers',
  imports: [LaunchRefusal, T],
  template: `
    <fieldset>
      <legend>{{ 'boosts.launch.vouchers' | t }}</legend>
      @for (row of rows(); track row.voucher.id) {
        <label [class.is-on]="row.on" [class.is-off]="row.whyNot">
          <input
            type="checkbox"
            [checked]="row.on"
            [disabled]="row.whyNot !== '' && !row.on"
            (change)="toggle(row.voucher)"
          />
          <b>{{ row.voucher.name }}</b>
          <span class="gives">{{ row.gives }}</span>
          <span class="text">{{ row.whyNot || row.until }}</span>
        </label>
      } @empty {
        <p>{{ 'boosts.launch.noVouchers' | t }}</p>
      }
      <app-launch-refusal field="vouchers" />
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: 6px;
    }
    label {
      display: grid;
      grid-template-columns: auto 1fr auto;
      gap: 0 10px;
      align-items: center;
      padding: 8px 12px;
      border: 1px solid var(--pr-line);
      border-radius: var(--pr-radius-small);
      cursor: pointer;
    }
    label.is-on {
      border-color: var(--pr-action);
      background: var(--pr-tint);
    }
    label.is-off {
      background: var(--pr-bg);
      cursor: default;
    }
    input {
      grid-row: 1 / 3;
      width: 16px;
      height: 16px;
      margin: 0;
      accent-color: var(--pr-action);
    }
    b {
      font-weight: 600;
    }
    .gives {
      font-variant-numeric: tabular-nums;
      font-weight: 600;
    }
    .text {
      grid-column: 2 / -1;
      color: var(--pr-muted);
      font-size: 12px;
    }
    .is-off b,
    .is-off .gives {
      color: var(--pr-muted);
    }
    p {
      color: var(--pr-muted);
      font-size: 13px;
    }
  `,
})
export class LaunchVouchers {
  private readonly draft = inject(LaunchDraft);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly problems = inject(ProblemText);

  /** Usable ones first, then the ones that end soonest. */
  protected readonly rows = computed(() => {
    const offer = this.draft.offer.value();
    if (!offer) return [];
    const chosen = offer.vouchers.filter(({ id }) => this.draft.chosen().includes(id));
    const plan = {
      offer,
      goal: this.draft.goal(),
      placement: this.draft.placement(),
      budgetCents: this.draft.budgetCents() ?? 0,
      chosen,
      now: Date.now(),
    };
    return offer.vouchers
      .map((voucher) => {
        const code = whyNotVoucher(voucher, plan);
        return {
          voucher,
          on: chosen.includes(voucher),
          gives: voucherGives(voucher, this.texts, this.format),
          until: this.until(voucher),
          whyNot: code ? this.why(code, voucher) : '',
        };
      })
      .toSorted(
        (a, b) =>
          Number(!!a.whyNot) - Number(!!b.whyNot) || a.voucher.expiresAt.localeCompare(b.voucher.expiresAt),
      );
  });

  protected toggle(voucher: VoucherView): void {
    this.draft.chosen.update((chosen) =>
      chosen.includes(voucher.id) ? chosen.filter((id) => id !== voucher.id) : [...chosen, voucher.id],
    );
  }

  private until(voucher: VoucherView): string {
    const until = this.texts.say('boosts.launch.voucherUntil', {
      at: this.format.dateTime(voucher.expiresAt),
    });
    return voucher.stackable ? until : `${until} · ${this.texts.say('boosts.launch.voucherStack')}`;
  }

  private why(code: Parameters<ProblemText['title']>[0]['code'], voucher: VoucherView): string {
    if (code === 'budget-below-voucher') {
      return this.texts.say('wallet.voucher.needs', {
        money: this.format.roundMoney(voucher.minimumBudgetCents),
      });
    }
    if (code === 'voucher-not-yet-valid') {
      return this.texts.say('wallet.voucher.from', { at: this.format.dateTime(voucher.validFrom) });
    }
    return this.problems.title({ code });
  }
}
