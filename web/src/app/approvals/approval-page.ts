import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import {
  abilityToDecide,
  type ApprovalFigure,
  approvalFigures,
  type ApprovalView,
} from '@poolrise/contracts';
import type { MetricId } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { ProblemText } from '../problems/problem-text';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { PageTitle } from '../shell/page-title';
import { Chip } from '../ui/chip';
import { CopyLink } from '../ui/copy-link';
import { Emphasis } from '../ui/emphasis';
import { FailedState } from '../ui/failed-state';
import { AppSource } from '../ui/figure-source';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { PageHeader } from '../ui/page-header';
import type { ReasonAsk } from '../ui/reason-dialog';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import {
  ApprovalsApi,
  approvalsRoot,
  approvalTone,
  hasSubject,
  resultPlace,
  subjectPlace,
} from './approvals-api';

/** What a figure of the rehearsal is, where it is a metric. */
const metricOf: Partial<Record<ApprovalFigure, MetricId>> = {
  budgetCents: 'budget',
  beforeCents: 'budget',
  walletCents: 'budget',
  voucherCents: 'vouchersUsed',
  quoteCents: 'quoteSum',
  heldCents: 'reserved',
  heldBeforeCents: 'reserved',
  promisedCents: 'promised',
  impressions: 'planned',
};

/** One act that waits for a second person: who wants what, what it would do, and the two ways to decide. */
@Component({
  selector: 'app-approval-page',
  imports: [
    AppLineage,
    AppSource,
    Chip,
    CopyLink,
    Emphasis,
    FailedState,
    MatButton,
    PageHeader,
    Refusal,
    RouterLink,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './approval-page.html',
  styleUrl: './approval-page.scss',
})
export default class ApprovalPage {
  private readonly api = inject(ApprovalsApi);
  private readonly dialog = inject(MatDialog);
  private readonly title = inject(PageTitle);
  private readonly toast = inject(Toast);
  private readonly problems = inject(ProblemText);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly tones = approvalTone;

  readonly approvalId = input.required<string>();

  protected readonly approval = httpResource<ApprovalView>(() => `${approvalsRoot}/${this.approvalId()}`);
  protected readonly view = kept(this.approvalId, this.approval);
  protected readonly sending = sending();
  protected readonly busy = signal(false);
  // By itself, so that a page that is loaded again while somebody types takes nothing away.
  private readonly keptWords = computed(() => this.view()?.words ?? '');
  /** what is typed, until it is saved or somebody else's words come */
  protected readonly words = linkedSignal(() => this.keptWords());

  protected readonly name = computed(() => this.view()?.askedBy ?? this.texts.say('common.unknown'));
  protected readonly headline = computed(() => {
    const view = this.view();
    if (!view) return '';
    const money = this.format.roundMoney(view.commitsCents);
    return this.texts.say(`approvals.headline.${view.kind}`, { name: this.name(), title: view.title, money });
  });
  protected readonly figures = computed(() => {
    const view = this.view();
    const figures = view?.figures ?? {};
    const aloneCents = view?.aloneCents ?? 0;
    const alone = {
      id: 'aloneCents' as const,
      metric: 'committedAlone' as const,
      shown: this.format.money(aloneCents),
    };
    const rehearsed = approvalFigures.flatMap((id) => {
      const value = figures[id];
      if (value === undefined || (id === 'voucherCents' && value === 0)) return [];
      return [{ id, metric: metricOf[id], shown: this.shown(id, value) }];
    });
    return aloneCents > 0 ? [...rehearsed, alone] : rehearsed;
  });
  /** Why a second person is asked: the amount, what it is added to, or the limit itself. */
  protected readonly why = computed(() => {
    const view = this.view();
    if (!view) return '';
    if (view.limitCents === null) return this.texts.say('approvals.page.limitItself');
    const money = this.format.roundMoney(view.limitCents);
    if (view.aloneCents === 0) return this.texts.say('approvals.page.limit', { money });
    return this.texts.say('approvals.page.limitSum', {
      money,
      name: this.name(),
      hours: this.format.number(view.sumHours),
      alone: this.format.roundMoney(view.aloneCents),
    });
  });
  protected readonly ofLimit = computed(() => this.view()?.kind === 'loosen-limit');
  protected readonly wordsLabel = computed(() =>
    this.texts.say(this.ofLimit() ? 'approvals.page.limitWordsLabel' : 'approvals.page.wordsLabel'),
  );
  protected readonly mayDecide = computed(() => {
    const view = this.view();
    return view !== undefined && this.session.may(abilityToDecide(view.kind));
  });
  protected readonly refused = computed(() => {
    const refusal = this.view()?.refusal;
    return refusal ? this.problems.sentence(refusal) : null;
  });
  protected readonly decided = computed(() => {
    const view = this.view();
    if (!view || view.state === 'waiting') return null;
    const decider = view.decidedBy ?? this.texts.say('common.unknown');
    const at = this.format.dateTime(view.decidedAt);
    return this.texts.say(`approvals.list.${view.state}`, { name: this.name(), decider, at });
  });
  protected readonly others = computed(() =>
    this.texts.count('approvals.page.others', this.view()?.deciders ?? 0),
  );

  constructor() {
    reloadOn(this.approval, 'approvals');
    effect(() => {
      const view = this.view();
      if (view) this.title.name(view.title);
    });
  }

  protected result({ kind, resultId }: ApprovalView): string[] | null {
    if (!resultId) return null;
    // The limit has no page of its own: it stands in the wallet.
    return this.session.to(...resultPlace[kind], ...(kind === 'loosen-limit' ? [] : [resultId]));
  }

  protected subject({ kind, subjectId }: ApprovalView): { to: string[]; word: string } | null {
    if (!subjectId || !hasSubject(kind)) return null;
    return {
      to: this.session.to(...subjectPlace[kind], subjectId),
      word: this.texts.say(`approvals.page.subject.${kind}`),
    };
  }

  private shown(id: ApprovalFigure, value: number | null): string {
    if (value === null) return this.texts.say('approvals.page.noLimit');
    return id.endsWith('Cents') ? this.format.money(value) : this.format.number(value);
  }

  protected typed(event: Event): void {
    this.words.set((event.target as HTMLInputElement).value);
  }

  protected async explain(event: Event, { id }: ApprovalView): Promise<void> {
    event.preventDefault();
    await this.sending.send(async () => {
      this.approval.set(await this.api.explain(id, this.words().trim()));
      this.toast.say(this.texts.say('approvals.page.savedWords'));
    });
  }

  protected async approve({ id }: ApprovalView): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const done = await this.sending.send(async () => {
        this.approval.set(await this.api.approve(id));
        this.toast.say(this.texts.say('approvals.page.done'));
      });
      // What was refused is written on the request, and by whom it was decided meanwhile.
      if (!done) this.approval.reload();
    } finally {
      this.busy.set(false);
    }
  }

  protected async reject(view: ApprovalView): Promise<void> {
    const { ReasonDialog } = await import('../ui/reason-dialog');
    const word = view.own ? 'takeBack' : 'reject';
    const data: ReasonAsk = {
      title: this.texts.say(`approvals.page.${word}Title`),
      subject:
        view.commitsCents === null
          ? view.title
          : `${this.format.roundMoney(view.commitsCents)} · ${view.title}`,
      effect: this.texts.say(this.ofLimit() ? 'approvals.page.rejectLimit' : 'approvals.page.rejectEffect'),
      label: this.texts.say('approvals.page.reason'),
      hint: this.texts.say('approvals.page.reasonHint'),
      fault: this.texts.say('approvals.page.reasonFault'),
      confirm: this.texts.say(`approvals.page.${word}`),
      grave: true,
      send: async (reason) => this.approval.set(await this.api.reject(view.id, reason)),
    };
    this.dialog.open(ReasonDialog, { width: '480px', data });
  }
}
