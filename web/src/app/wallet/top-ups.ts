import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { type TopUpState, topUpStates, type TopUpView, type WalletSettingsView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { reloadOn } from '../live/reload-on';
import { problemOf } from '../problems/problem-of';
import { ProblemText } from '../problems/problem-text';
import { Session } from '../session/session';
import { Chip, type Tone } from '../ui/chip';
import { FailedState } from '../ui/failed-state';
import { FilterChips } from '../ui/filter-chips';
import { Format } from '../ui/format';
import { Money } from '../ui/money';
import type { ReasonAsk } from '../ui/reason-dialog';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { WalletApi } from './wallet-api';

const tones: Record<TopUpState, Tone> = { waiting: 'paid', recorded: 'passed', refused: 'stopped' };

/** Top-ups with who asked and who decided; one that waits is decided here, by anybody but who asked. */
@Component({
  selector: 'app-top-ups',
  imports: [Chip, FailedState, FilterChips, MatButton, Money, Skeleton, T],
  host: { class: 'pr-card' },
  templateUrl: './top-ups.html',
  styleUrl: './top-ups.scss',
})
export class TopUps {
  private readonly dialog = inject(MatDialog);
  private readonly api = inject(WalletApi);
  private readonly toast = inject(Toast);
  private readonly problems = inject(ProblemText);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly tones = tones;

  protected readonly state = signal<TopUpState | undefined>(undefined);
  protected readonly choices = [undefined, ...topUpStates];
  protected readonly busy = signal<string | null>(null);
  protected readonly settings = httpResource<WalletSettingsView>(() => '/api/v1/wallet/settings');
  protected readonly topUps = paged<TopUpView>(() => {
    const state = this.state();
    return `/api/v1/wallet/top-ups?limit=5${state ? `&state=${state}` : ''}`;
  }, 'wallet');

  /** The rule in force, in one sentence; nobody to agree is said before somebody waits in vain. */
  protected readonly rule = computed(() => {
    if (!this.settings.hasValue()) return '';
    const { approvalAboveCents, deciders } = this.settings.value();
    if (approvalAboveCents === null) return this.texts.say('wallet.topUps.noRule');
    const rule = this.texts.say('wallet.topUps.rule', { money: this.format.roundMoney(approvalAboveCents) });
    // A creator's desk is one person's as a rule: there it is no fault.
    const alone = deciders <= 1 && this.session.workspace()?.workspaceKind !== 'creator';
    return !alone ? rule : `${rule} ${this.texts.say('wallet.topUps.alone')}`;
  });

  /** The same for what commits money. */
  protected readonly commitRule = computed(() => {
    if (!this.settings.hasValue()) return '';
    const { commitAboveCents } = this.settings.value();
    if (commitAboveCents === null) return this.texts.say('wallet.topUps.noCommitRule');
    const money = this.format.roundMoney(commitAboveCents);
    const hours = this.format.number(this.settings.value().sumHours);
    return this.texts.say('wallet.topUps.commitRule', { money, hours });
  });

  constructor() {
    reloadOn(this.settings, 'wallet');
  }

  /** Told by the live stream as well; whoever has just recorded one does not wait for it. */
  reload(): void {
    this.topUps.reload();
  }

  protected readonly stateWord = (state: TopUpState | undefined): string =>
    this.texts.say(state ? `wallet.topUps.state.${state}` : 'common.all');

  protected story(topUp: TopUpView): string {
    const asked = this.texts.say('wallet.topUps.asked', {
      name: topUp.askedBy ?? this.texts.say('common.unknown'),
      at: this.format.dateTime(topUp.askedAt),
    });
    if (topUp.decidedAt === null) return asked;
    const said = topUp.state === 'recorded' ? 'agreed' : topUp.decidedBy ? 'refused' : 'takenBack';
    return `${asked} · ${this.texts.say(`wallet.topUps.${said}`, {
      name: topUp.decidedBy ?? '',
      at: this.format.dateTime(topUp.decidedAt),
    })}`;
  }

  protected async approve(topUp: TopUpView): Promise<void> {
    if (this.busy()) return;
    this.busy.set(topUp.id);
    try {
      await this.api.approve(topUp.id);
      this.toast.say(this.texts.say('wallet.dialog.done', { money: this.format.money(topUp.cents) }));
    } catch (error) {
      this.toast.say(this.problems.sentence(problemOf(error)));
    } finally {
      this.busy.set(null);
      this.topUps.reload();
    }
  }

  protected async refuse(topUp: TopUpView): Promise<void> {
    const { ReasonDialog } = await import('../ui/reason-dialog');
    const word = topUp.own ? 'takeBack' : 'refuse';
    const data: ReasonAsk = {
      title: this.texts.say(`wallet.topUps.${word}Title`),
      subject: `${this.format.money(topUp.cents)} · ${topUp.reference}`,
      effect: this.texts.say('wallet.topUps.refuseEffect'),
      label: this.texts.say('wallet.topUps.reason'),
      hint: this.texts.say('wallet.topUps.reasonHint'),
      fault: this.texts.say('wallet.topUps.reasonFault'),
      confirm: this.texts.say(`wallet.topUps.${word}`),
      grave: true,
      send: async (reason) => {
        await this.api.refuse(topUp.id, reason);
        this.topUps.reload();
      },
    };
    this.dialog.open(ReasonDialog, { width: '480px', data });
  }

  protected async changeLimit(): Promise<void> {
    if (!this.settings.hasValue()) return;
    const { ApprovalLimitDialog } = await import('./approval-limit-dialog');
    this.dialog
      .open(ApprovalLimitDialog, { width: '440px', data: this.settings.value() })
      .afterClosed()
      .subscribe(() => this.settings.reload());
  }
}
