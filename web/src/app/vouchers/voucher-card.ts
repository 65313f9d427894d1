import { afterNextRender, Component, computed, ElementRef, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { VoucherView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { voucherGives } from '../boosts/voucher-words';
import { Session } from '../session/session';
import { Chip, type Tone } from '../ui/chip';
import { Format } from '../ui/format';
import { ShareBar } from '../ui/share-bar';
import { AppLineage } from '../ui/lineage';

const soonMs = 72 * 3_600_000;

/** One voucher: what it gives, what is left, until when, and its rules in words. */
@Component({
  selector: 'app-voucher-card',
  imports: [AppLineage, Chip, RouterLink, ShareBar, T],
  host: { class: 'pr-card', '[class.is-over]': 'over()', '[class.is-sought]': 'sought()' },
  template: `
    <div class="head">
      <h2>{{ voucher().name }}</h2>
      <app-chip [tone]="tone()">{{ stateWord() }}</app-chip>
    </div>
    <p class="gives">
      <span appLineage="voucherFace">{{ gives() }}</span>
    </p>
    @if (voucher().kind === 'fixed' && voucher().faceCents; as face) {
      <app-share-bar [part]="voucher().remainingCents ?? 0" [whole]="face" />
      <p class="left">
        <span appLineage="voucherBalance">{{ left() }}</span>
      </p>
    }
    <p class="when" [class.soon]="soon()">{{ when() }}</p>
    <ul>
      @for (rule of rules(); track rule) {
        <li>{{ rule }}</li>
      }
    </ul>
    <p class="foot">
      {{ 'wallet.voucher.grantedBy' | t: { name: voucher().grantedBy } }}
      @if (voucher().state === 'usable') {
        <a
          class="pr-link"
          [routerLink]="session.to('vouchers', 'where')"
          [queryParams]="{ voucher: voucher().id }"
        >
          {{ 'where.open' | t }}<span class="pr-only-screen-reader">: {{ voucher().name }}</span>
        </a>
        <a
          class="pr-link"
          [routerLink]="session.to('vouchers', 'one-more')"
          [queryParams]="{ voucher: voucher().id }"
        >
          {{ 'oneMore.open' | t }}<span class="pr-only-screen-reader">: {{ voucher().name }}</span>
        </a>
      }
      <a class="pr-link" [routerLink]="session.to('wallet')" [queryParams]="{ voucherId: voucher().id }">
        {{ 'wallet.voucher.journal' | t }}<span class="pr-only-screen-reader">: {{ voucher().name }}</span>
      </a>
    </p>
  `,
  styleUrl: './voucher-card.scss',
})
export class VoucherCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);

  readonly voucher = input.required<VoucherView>();
  /** somebody came here to see this one */
  readonly sought = input(false);

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender(() => {
      if (this.sought()) nativeElement.scrollIntoView({ block: 'center' });
    });
  }

  protected readonly over = computed(() => ['spent', 'expired', 'revoked'].includes(this.voucher().state));
  protected readonly tone = computed(() => tones[this.voucher().state]);
  protected readonly stateWord = computed(() =>
    this.texts.say(`common.voucherState.${this.voucher().state}`),
  );
  /** The headline tells what it was granted for; what is left of it stands below. */
  protected readonly gives = computed(() =>
    voucherGives({ ...this.voucher(), remainingCents: null }, this.texts, this.format),
  );
  protected readonly left = computed(() => {
    const { remainingCents, reservedCents } = this.voucher();
    const left = this.texts.say('wallet.voucher.left', { money: this.format.money(remainingCents) });
    if (!reservedCents) return left;
    return `${left} · ${this.texts.say('wallet.voucher.held', { money: this.format.money(reservedCents) })}`;
  });
  protected readonly soon = computed(() => {
    const away = Date.parse(this.voucher().expiresAt) - Date.now();
    return !this.over() && away > 0 && away < soonMs;
  });
  protected readonly when = computed(() => {
    const { state, validFrom, expiresAt } = this.voucher();
    if (state === 'scheduled')
      return this.texts.say('wallet.voucher.from', { at: this.format.dateTime(validFrom) });
    if (state === 'expired')
      return this.texts.say('wallet.voucher.endedAt', { at: this.format.dateTime(expiresAt) });
    const until = this.texts.say('wallet.voucher.until', { at: this.format.dateTime(expiresAt) });
    if (!this.soon()) return until;
    return `${until} · ${this.texts.say('wallet.voucher.endsSoon', { when: this.format.ago(expiresAt) })}`;
  });
  protected readonly rules = computed(() => {
    const { kind, minimumBudgetCents, categories, stackable, goals, noteIds, placements } = this.voucher();
    const share = this.voucher().maxShareBasisPoints / 10_000;
    const goalNames = goals.map((goal) => this.texts.say(`common.goal.${goal}`));
    const names = categories.map((category) => this.texts.say(`common.category.${category}`));
    const separator = this.texts.chinese() ? '、' : ', ';
    return [
      minimumBudgetCents > 0
        ? this.texts.say('wallet.voucher.minimum', { money: this.format.roundMoney(minimumBudgetCents) })
        : this.texts.say('wallet.voucher.anyBudget'),
      names.length > 0
        ? this.texts.say('wallet.voucher.onlyFor', { categories: names.join(separator) })
        : this.texts.say('wallet.voucher.anyCategory'),
      ...(goals.length > 0
        ? [this.texts.say('wallet.voucher.onlyGoals', { goals: goalNames.join(separator) })]
        : []),
      ...(noteIds.length > 0 ? [this.texts.count('wallet.voucher.onlyNotes', noteIds.length)] : []),
      ...(placements.length > 0 && !placements.includes('feed')
        ? [this.texts.say('wallet.voucher.onlySearch')]
        : []),
      ...(share < 1
        ? [this.texts.say('wallet.voucher.cashRatio', { share: this.format.percent(share, 0) })]
        : []),
      this.texts.say(stackable ? 'wallet.voucher.stacks' : 'wallet.voucher.single'),
      this.texts.say(`wallet.voucher.${kind}Rule`),
    ];
  });
}

const tones: Record<VoucherView['state'], Tone> = {
  usable: 'passed',
  reserved: 'paid',
  scheduled: 'action',
  spent: 'neutral',
  expired: 'neutral',
  revoked: 'stopped',
};
