import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { RewardHistoryRow, RewardStepKind } from '@poolrise/contracts';
import type { HoldReason } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { ListFrame } from '../ui/list-frame';
import { RewardWords } from './reward-words';

/** What this desk claimed, the latest first: what it was, what became of it and when, and why it was taken back. */
@Component({
  selector: 'app-reward-history',
  imports: [Chip, EmptyState, Icon, ListFrame, MatButton, RouterLink, T],
  template: `
    <app-list-frame [list]="history">
      @if (history.items(); as items) {
        @if (items.length) {
          <ul class="list" [attr.aria-label]="'rewards.history.list' | t">
            @for (row of items; track row.claim.id) {
              <li class="pr-card">
                <div class="head">
                  <h2>
                    <a [routerLink]="session.to('rewards', row.planId)">{{ texts.of(row.name) }}</a>
                  </h2>
                  <app-chip [tone]="words.tone(row.claim.state)">{{ words.state(row.claim.state) }}</app-chip>
                </div>
                <ul class="gifts">
                  @for (gift of row.rewards; track $index) {
                    <li><app-icon [name]="words.icon(gift)" /> {{ words.gift(gift) }}</li>
                  }
                </ul>
                <ol class="steps">
                  @for (step of row.steps; track step.kind) {
                    <li [class]="step.kind">
                      {{ stepWord(step.kind) }}
                      <time [attr.datetime]="step.at" [attr.title]="format.dateTime(step.at)">{{
                        format.day(step.at)
                      }}</time>
                    </li>
                  }
                  @if (row.usableUntil; as until) {
                    <li class="until">
                      {{ 'rewards.history.until' | t }}
                      <time [attr.datetime]="until" [attr.title]="format.dateTime(until)">{{
                        format.day(until)
                      }}</time>
                    </li>
                  }
                </ol>
                @if (row.claim.state === 'held') {
                  @for (reason of row.claim.holdReasons; track reason) {
                    <p>{{ holdWord(reason) }}</p>
                  }
                }
                @if (row.claim.reason; as reason) {
                  <p class="said">{{ 'rewards.platformSays' | t: { words: reason } }}</p>
                }
                @if (row.claim.cashCents > 0 || row.claim.voucherIds.length > 0) {
                  <p class="links">
                    @for (voucher of row.claim.voucherIds; track voucher) {
                      <a
                        class="pr-link"
                        [routerLink]="session.to('vouchers')"
                        [queryParams]="{ sought: voucher }"
                        >{{ 'rewards.history.voucher' | t
                        }}<span class="pr-only-screen-reader">: {{ texts.of(row.name) }}</span></a
                      >
                    }
                    @if (row.claim.cashCents > 0) {
                      <a class="pr-link" [routerLink]="session.to('wallet')"
                        >{{ 'rewards.history.cash' | t: { money: format.money(row.claim.cashCents) }
                        }}<span class="pr-only-screen-reader">: {{ texts.of(row.name) }}</span></a
                      >
                    }
                  </p>
                }
              </li>
            }
          </ul>
        } @else {
          <div class="pr-card">
            <app-empty-state
              icon="check-circle"
              [title]="'rewards.history.emptyTitle' | t"
              [text]="'rewards.history.emptyText' | t"
            >
              <a matButton="filled" [routerLink]="[]">{{ 'rewards.empty.browse' | t }}</a>
            </app-empty-state>
          </div>
        }
      }
    </app-list-frame>
  `,
  styleUrl: './reward.scss',
  styles: `
    ul,
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .list {
      display: grid;
      gap: 12px;
      margin-bottom: 12px;
    }
    h2 a:hover {
      text-decoration: underline;
    }
    .gifts {
      margin-top: 6px;
    }
    .steps {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 22px;
      margin-top: 10px;
      color: var(--pr-muted);
      font-size: 12.5px;
      font-variant-numeric: tabular-nums;
    }
    .steps li {
      position: relative;
      padding-inline-start: 14px;
    }
    .steps li::before {
      position: absolute;
      top: 6px;
      left: 0;
      width: 7px;
      height: 7px;
      border-radius: 50%;
      background: var(--pr-line-strong);
      content: '';
    }
    .steps .issued::before,
    .steps .redeemed::before {
      background: var(--pr-passed);
    }
    .steps .refused::before,
    .steps .revoked::before {
      background: var(--pr-stopped);
    }
    .steps .until::before {
      background: none;
      box-shadow: inset 0 0 0 1.5px var(--pr-line-strong);
    }
    p {
      margin-top: 8px;
    }
    .said {
      padding: 6px 10px;
      border-radius: 8px;
      background: var(--pr-basin);
      font-size: 13px;
      overflow-wrap: anywhere;
    }
    .links {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 18px;
    }
  `,
})
export class RewardHistory {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly words = inject(RewardWords);
  protected readonly stepWord = (kind: RewardStepKind): string =>
    this.texts.say(`rewards.history.step.${kind}`);
  protected readonly holdWord = (reason: HoldReason): string => this.texts.say(`rewards.hold.${reason}`);
  protected readonly history = paged<RewardHistoryRow>(() => '/api/v1/reward-history', 'rewards', 'wallet');
}
