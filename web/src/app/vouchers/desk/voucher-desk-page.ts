import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import type { GrantedVoucher } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { voucherGives } from '../../boosts/voucher-words';
import { paged } from '../../live/paged';
import { Chip, type Tone } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { FilterChips } from '../../ui/filter-chips';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { ListFrame } from '../../ui/list-frame';
import { PageHeader } from '../../ui/page-header';
import type { ReasonAsk } from '../../ui/reason-dialog';
import { SearchField } from '../../ui/search-field';
import { Toast } from '../../ui/toast';
import { VoucherDeskApi, voucherDeskRoot } from './voucher-desk-api';

const states = ['all', 'usable', 'reserved', 'scheduled', 'spent', 'expired', 'revoked'] as const;
type Show = (typeof states)[number];
const tones: Record<GrantedVoucher['state'], Tone> = {
  usable: 'passed',
  reserved: 'paid',
  scheduled: 'action',
  spent: 'neutral',
  expired: 'neutral',
  revoked: 'stopped',
};

/** Vouchers of all workspaces: what was given, what became of it, and the way to give and to take back. */
@Component({
  selector: 'app-voucher-desk-page',
  imports: [Chip, EmptyState, FilterChips, Icon, ListFrame, MatButton, PageHeader, SearchField, T],
  host: { class: 'pr-page' },
  templateUrl: './voucher-desk-page.html',
  styleUrls: ['../../ui/rows.scss', './voucher-desk-page.scss'],
})
export default class VoucherDeskPage {
  private readonly api = inject(VoucherDeskApi);
  private readonly dialogs = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly format = inject(Format);
  protected readonly states = states;
  protected readonly tones = tones;

  /** from the address */
  readonly show = input<string>();
  readonly q = input<string>();
  protected readonly chosen = computed((): Show => states.find((one) => one === this.show()) ?? 'all');
  protected readonly stateWord = (show: Show): string =>
    this.texts.say(show === 'all' ? 'voucherDesk.all' : `common.voucherState.${show}`);
  protected readonly vouchers = paged<GrantedVoucher>(() => {
    const state = this.chosen() === 'all' ? '' : `state=${this.chosen()}&`;
    return `${voucherDeskRoot}?${state}q=${encodeURIComponent(this.q() ?? '')}`;
  });

  protected gives(voucher: GrantedVoucher): string {
    return voucherGives({ ...voucher, remainingCents: null }, this.texts, this.format);
  }

  protected left(voucher: GrantedVoucher): string {
    const { faceCents, remainingCents } = voucher;
    if (faceCents === null) return '';
    return this.texts.say('voucherDesk.left', { money: this.format.money(remainingCents) });
  }

  protected why({ grantReason, revokeReason, revokedBy, grantedBy }: GrantedVoucher): string {
    if (revokeReason)
      return this.texts.say('voucherDesk.takenBack', { who: revokedBy ?? '', reason: revokeReason });
    return grantReason
      ? this.texts.say('voucherDesk.because', { reason: grantReason })
      : this.texts.say('wallet.voucher.grantedBy', { name: grantedBy });
  }

  protected mayRevoke({ state }: GrantedVoucher): boolean {
    return state === 'usable' || state === 'reserved' || state === 'scheduled';
  }

  protected ask(params: { show?: Show; q?: string }): void {
    const show = params.show ?? this.chosen();
    const q = params.q ?? this.q();
    void this.router.navigate([], {
      queryParams: { show: show === 'all' ? undefined : show, q: q === '' ? undefined : q },
    });
  }

  protected async grant(): Promise<void> {
    const { GrantDialog } = await import('./grant-dialog');
    const opened = this.dialogs.open(GrantDialog, { width: '640px', maxWidth: '96vw' });
    opened.afterClosed().subscribe((done) => {
      if (done) this.vouchers.reload();
    });
  }

  protected async revoke(voucher: GrantedVoucher): Promise<void> {
    const { id, name, workspaceName, runningBoosts } = voucher;
    const { ReasonDialog } = await import('../../ui/reason-dialog');
    const data: ReasonAsk = {
      title: this.texts.say('voucherDesk.revokeTitle', { name }),
      subject: `${workspaceName} · ${this.gives(voucher)}`,
      effect: runningBoosts
        ? this.texts.count('voucherDesk.revokeReserved', runningBoosts)
        : this.texts.say('voucherDesk.revokeEffect'),
      label: this.texts.say('voucherDesk.reason'),
      hint: this.texts.say('voucherDesk.reasonHint'),
      fault: this.texts.say('voucherDesk.fault.reason'),
      confirm: this.texts.say('voucherDesk.revoke'),
      grave: true,
      send: async (reason) => {
        await this.api.revoke(id, reason);
        this.toast.say(this.texts.say('voucherDesk.revoked', { name }));
        this.vouchers.reload();
      },
    };
    this.dialogs.open(ReasonDialog, { width: '440px', data });
  }
}
