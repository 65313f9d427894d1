import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { BoardView } from '@poolrise/contracts';
import { priceOrder } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { problemOf } from '../../problems/problem-of';
import { Refusal } from '../../problems/refusal';
import { sending } from '../../problems/sending';
import { VerifiedMark } from '../../professional/verified-mark';
import { Session } from '../../session/session';
import { centsOf } from '../../ui/cents-of';
import { Chip } from '../../ui/chip';
import { FailedState } from '../../ui/failed-state';
import { focusFault } from '../../ui/focus-fault';
import { Format } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { TextField } from '../../ui/text-field';
import { Toast } from '../../ui/toast';
import { RecruitmentBrief } from '../recruitment-brief';
import { applicationTone, RecruitmentWords } from '../recruitment-words';
import { RecruitmentsApi } from '../recruitments-api';

const wordsMost = 1_000;

/** One recruitment as a creator reads it: the brief, one's own application, and what came of it. */
@Component({
  selector: 'app-board-recruitment-page',
  imports: [
    Chip,
    FailedState,
    MatButton,
    PageHeader,
    RecruitmentBrief,
    Refusal,
    RouterLink,
    Skeleton,
    T,
    TextField,
    VerifiedMark,
  ],
  host: { class: 'pr-page' },
  templateUrl: './board-recruitment-page.html',
  styleUrls: ['../one/recruitment-page.scss', './board-recruitment-page.scss'],
})
export default class BoardRecruitmentPage {
  private readonly api = inject(RecruitmentsApi);
  private readonly dialog = inject(MatDialog);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly words = inject(RecruitmentWords);
  protected readonly tone = applicationTone;
  protected readonly wordsMost = wordsMost;

  readonly recruitmentId = input.required<string>();

  protected readonly ground = httpResource<BoardView>(
    () => `/api/v1/recruitment-board/${this.recruitmentId()}`,
  );
  protected readonly view = kept(this.recruitmentId, this.ground);
  protected readonly quote = signal('');
  protected readonly said = signal('');
  protected readonly tried = signal(false);
  protected readonly sending = sending();

  protected readonly mayWrite = computed(() => this.session.may('write:orders'));
  /** an application that was taken back is as good as none */
  protected readonly own = computed(() => {
    const own = this.view()?.own ?? null;
    return own?.state === 'withdrawn' && this.view()?.state === 'open' ? null : own;
  });
  protected readonly waits = computed(() => ['applied', 'shortlisted'].includes(this.own()?.state ?? ''));
  protected readonly fixed = computed(() => {
    const view = this.view();
    return view !== undefined && view.quoteLeastCents === view.quoteMostCents;
  });
  protected readonly quoteCents = computed(() => {
    const [view, cents] = [this.view(), centsOf(this.quote())];
    if (!view || cents === null || cents < view.quoteLeastCents || cents > view.quoteMostCents) return null;
    return cents;
  });
  protected readonly net = computed(() => {
    const [view, cents] = [this.view(), this.quoteCents()];
    if (!view || cents === null) return null;
    return this.texts.say('recruitments.board.net', {
      money: this.format.money(priceOrder(cents, view.terms, view.rules).netCents),
      share: this.format.percent(view.rules.creatorFeeBasisPoints / 10_000, 0),
    });
  });
  protected readonly unfit = computed(() => {
    const reasons = this.view()?.unfit ?? [];
    if (!reasons.length) return null;
    return this.texts.say('recruitments.board.unfit', {
      reasons: reasons
        .map((reason) => this.texts.say(`recruitments.board.unfitReason.${reason}`))
        .join(this.texts.chinese() ? '、' : ', '),
    });
  });

  constructor() {
    reloadOn(this.ground, 'recruitments', 'desks');
    effect(() => {
      const view = this.view();
      untracked(() => {
        if (view && !this.quote()) this.quote.set(firstQuote(view));
      });
    });
  }

  protected quoteFault(view: BoardView): string | null {
    if (!this.tried() || this.quoteCents() !== null) return null;
    return this.texts.say('recruitments.board.fault.quote', this.bounds(view));
  }

  protected saidFault(): string | null {
    return this.tried() && !this.said().trim() ? this.texts.say('recruitments.board.fault.words') : null;
  }

  protected quoteHint(view: BoardView): string {
    const bounds = this.fixed()
      ? this.texts.say('recruitments.board.quoteFixed')
      : this.texts.say('recruitments.board.quoteHint', this.bounds(view));
    if (view.ownPriceCents === null) return bounds;
    const money = this.format.roundMoney(view.ownPriceCents);
    return [bounds, this.texts.say('recruitments.board.ownPrice', { money })].join(
      this.texts.chinese() ? '；' : '; ',
    );
  }

  private bounds({ quoteLeastCents, quoteMostCents }: BoardView) {
    return {
      least: this.format.roundMoney(quoteLeastCents),
      most: this.format.roundMoney(quoteMostCents),
    };
  }

  protected async apply(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const [quoteCents, words] = [this.quoteCents(), this.said().trim()];
    if (quoteCents === null || !words) {
      focusFault(event);
      return;
    }
    const sent = await this.sending.send(async () => {
      this.ground.set(await this.api.apply(this.recruitmentId(), { quoteCents, words }));
    });
    if (sent) this.toast.say(this.texts.say('recruitments.board.sent'));
    else if (problemOf(this.sending.problem()).status !== 0) this.ground.reload();
  }

  protected async withdraw(): Promise<void> {
    const { SureDialog } = await import('../../ui/sure-dialog');
    this.dialog
      .open(SureDialog, {
        width: '440px',
        data: {
          title: this.texts.say('recruitments.board.withdrawTitle'),
          effect: this.texts.say('recruitments.board.withdrawEffect'),
          confirm: this.texts.say('recruitments.board.withdraw'),
          send: async () => {
            this.ground.set(await this.api.withdraw(this.recruitmentId()));
            this.tried.set(false);
            this.toast.say(this.texts.say('recruitments.board.withdrawn'));
          },
        },
      })
      .afterClosed()
      .subscribe(() => this.ground.reload());
  }
}

/** The fixed quote, or the creator's own price where it lies within what is paid. */
function firstQuote({ quoteLeastCents, quoteMostCents, ownPriceCents }: BoardView): string {
  if (quoteLeastCents === quoteMostCents) return String(quoteLeastCents / 100);
  const within =
    ownPriceCents !== null && ownPriceCents >= quoteLeastCents && ownPriceCents <= quoteMostCents;
  return within ? String(ownPriceCents / 100) : '';
}
