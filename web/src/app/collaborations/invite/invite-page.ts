import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { BriefTemplateContent, OrderBasis } from '@poolrise/contracts';
import { quoteBounds } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { CampaignPicker } from '../../campaigns/campaign-picker';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { Refusal } from '../../problems/refusal';
import { sending } from '../../problems/sending';
import { Session } from '../../session/session';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { Format } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { TextField } from '../../ui/text-field';
import { Toast } from '../../ui/toast';
import { MoneyRows, type MoneyRow } from '../order/money-rows';
import { OrdersApi } from '../orders-api';
import { RightsFields } from '../rights/rights-fields';
import { TemplatePicker } from '../templates/template-picker';
import { BriefSubject } from '../terms/brief-subject';
import { stageNames, StageOptions } from '../terms/stage-options';
import {
  emptyInvite,
  type InviteDraft,
  type InviteField,
  inviteFaults,
  inviteLengths,
  inviteOf,
  priceOfInvite,
  quotedFor,
  templateOf,
  withTemplate,
} from './invite-draft';

const kinds = ['image', 'video'] as const;

/** Asks a creator for one note: what it is about, the terms, and what it costs while it is typed. */
@Component({
  selector: 'app-invite-page',
  imports: [
    BriefSubject,
    CampaignPicker,
    EmptyState,
    FailedState,
    MatButton,
    MoneyRows,
    PageHeader,
    Refusal,
    RightsFields,
    RouterLink,
    Skeleton,
    StageOptions,
    T,
    TemplatePicker,
    TextField,
  ],
  host: { class: 'pr-page' },
  templateUrl: './invite-page.html',
  styleUrl: '../../ui/form-page.scss',
})
export default class InvitePage {
  private readonly api = inject(OrdersApi);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly kinds = kinds;
  protected readonly stages = stageNames;
  protected readonly lengths = inviteLengths;

  readonly creatorId = input.required<string>();

  protected readonly ground = httpResource<OrderBasis>(
    () => `/api/v1/creators/${this.creatorId()}/order-basis`,
  );
  protected readonly basis = kept(this.creatorId, this.ground);
  protected readonly draft = signal<InviteDraft | null>(null);
  protected readonly tried = signal(false);
  protected readonly sending = sending();

  private readonly faults = computed(() => {
    const [draft, basis] = [this.draft(), this.basis()];
    return draft && basis ? inviteFaults(draft, basis, new Date()) : [];
  });
  protected readonly price = computed(() => {
    const [draft, basis] = [this.draft(), this.basis()];
    return draft && basis ? priceOfInvite(draft, basis) : null;
  });
  protected readonly costs = computed((): MoneyRow[] => {
    const price = this.price();
    if (!price) return [];
    const rows: MoneyRow[] = [
      { label: 'orders.price.quote', cents: price.quoteCents },
      { label: 'orders.price.brandFee', cents: price.brandFeeCents },
    ];
    if (price.effectFeeCents > 0) rows.push({ label: 'orders.price.effectFee', cents: price.effectFeeCents });
    rows.push({ label: 'orders.price.total', cents: price.totalCents, strong: true });
    rows.push({ label: 'orders.price.net', cents: price.netCents });
    return rows;
  });
  protected readonly cash = computed((): MoneyRow[] => {
    const cashCents = this.basis()?.cashCents ?? 0;
    const totalCents = this.price()?.totalCents;
    const rows: MoneyRow[] = [{ label: 'orderInvite.cashNow', cents: cashCents }];
    if (totalCents !== undefined && totalCents <= cashCents)
      rows.push({ label: 'orderInvite.cashAfter', cents: cashCents - totalCents });
    return rows;
  });
  protected readonly submitWord = computed(() => {
    if (this.sending.busy()) return this.texts.say('orderInvite.sending');
    const price = this.price();
    return price
      ? this.texts.say('orderInvite.submit', { money: this.format.money(price.totalCents) })
      : this.texts.say('orderInvite.submitPlain');
  });
  protected readonly cashFault = computed(() => this.faultWords('cash'));

  constructor() {
    // Cash changes with everything that the workspace buys.
    reloadOn(this.ground, 'wallet');
    effect(() => {
      const basis = this.basis();
      untracked(() => {
        if (basis && !this.draft()) this.draft.set(emptyInvite(basis, new Date()));
      });
    });
  }

  protected set<K extends keyof InviteDraft>(part: K, value: InviteDraft[K]): void {
    this.draft.update((draft) => draft && { ...draft, [part]: value });
  }

  /** Another kind has another price; one that was typed by hand stays. */
  protected kind(noteType: InviteDraft['noteType']): void {
    const [draft, basis] = [this.draft(), this.basis()];
    if (!draft || !basis) return;
    const untouched = draft.quote === quotedFor(basis, draft.noteType);
    this.draft.set({ ...draft, noteType, quote: untouched ? quotedFor(basis, noteType) : draft.quote });
  }

  /** What a template says takes the place of what stands in the form; name, price and days stay. */
  protected apply(content: BriefTemplateContent): void {
    const [draft, basis] = [this.draft(), this.basis()];
    if (!draft || !basis) return;
    this.kind(content.noteType);
    this.draft.update((now) => now && withTemplate(now, content, basis));
  }

  protected readonly written = (): BriefTemplateContent | null => {
    const [draft, basis] = [this.draft(), this.basis()];
    return draft && basis ? templateOf(draft, basis) : null;
  };

  protected quoted(basis: OrderBasis, noteType: InviteDraft['noteType']): string {
    const kind = this.texts.say(`orders.noteType.${noteType}`);
    const cents = noteType === 'image' ? basis.imageCents : basis.videoCents;
    return cents === null
      ? this.texts.say('orderInvite.noPrice', { name: basis.creatorName, kind })
      : this.texts.say('orderInvite.published', { kind, price: this.format.roundMoney(cents) });
  }

  /** What is wrong with a field: once sending was tried, but too little cash at once. */
  protected faultWords(field: InviteField): string | null {
    const fault = this.faults().find((one) => one.field === field);
    if (!fault || (!this.tried() && field !== 'cash')) return null;
    const rules = this.basis()?.rules;
    switch (field) {
      case 'cash':
        return this.texts.say('orderInvite.fault.cash', { money: this.format.money(fault.cents ?? 0) });
      // Said at the fields themselves.
      case 'rights':
        return null;
      case 'revisions':
        return this.texts.say('orderTerms.revisionsFault', { max: rules?.rejectionsMost ?? 0 });
      case 'quote':
        return this.texts.say('orderInvite.fault.quote', {
          min: this.format.roundMoney(quoteBounds.leastCents),
          max: this.format.roundMoney(quoteBounds.mostCents),
        });
      case 'protection':
        return this.texts.say('orderInvite.fault.protection', {
          min: rules?.protectionDaysLeast ?? 0,
          max: rules?.protectionDaysMost ?? 0,
        });
      default:
        return this.texts.say(`orderInvite.fault.${field}`);
    }
  }

  protected async invite(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const draft = this.draft();
    if (!draft || this.faults().length) {
      const form = event.target as HTMLFormElement;
      // Once the marks are drawn, the first field that bears one.
      setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    await this.sending.send(async () => {
      const { id } = await this.api.invite(inviteOf(draft, this.creatorId()));
      this.toast.say(this.texts.say('orderInvite.sent'));
      await this.router.navigate(this.session.to('orders', id));
    });
  }
}
