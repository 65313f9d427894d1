import { httpResource } from '@angular/common/http';
import { computed, effect, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import type {
  BoostAudience,
  BoostOffer,
  BoostPreview,
  BoostView,
  PreviewBoost,
  Problem,
} from '@poolrise/contracts';
import { type BoostGoal, type BoostPlacement, checkKeywords, type HoldoutAsk } from '@poolrise/domain';
import { keywordOf, linesOf } from '../campaigns/keyword-lines';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { problemOf } from '../problems/problem-of';
import { BoostsApi } from './boosts-api';

/** A note to boost, and what is filled in already. */
export interface LaunchAsked {
  noteId: string;
  filled?: { goal: BoostGoal; budgetCents: number; durationHours: number; voucherIds: readonly string[] };
}

/** Where in the form a refusal belongs. */
export type LaunchField =
  'budget' | 'duration' | 'start' | 'vouchers' | 'holdout' | 'wallet' | 'words' | 'form';

/** A pause in typing after which the estimate is asked for again. */
const pauseMs = 250;
const firstBudgetCents = 30_000;

/** The boost being planned in an open dialog, with its offer, its estimate, and its one launch. */
@Injectable()
export class LaunchDraft {
  private readonly api = inject(BoostsApi);
  private readonly asked = inject<LaunchAsked>(MAT_DIALOG_DATA);
  readonly noteId = this.asked.noteId;
  /** Made when the dialog opens: pressing twice, or again after a lost answer, launches one boost. */
  private readonly requestKey = crypto.randomUUID();

  readonly offer = httpResource<BoostOffer>(() => `/api/v1/notes/${this.noteId}/boost-offer`);

  readonly goal = signal<BoostGoal>(this.asked.filled?.goal ?? 'reads');
  /** null while the field holds no amount */
  readonly budgetCents = linkedSignal<BoostOffer | undefined, number | null>({
    source: () => (this.offer.hasValue() ? this.offer.value() : undefined),
    computation: (offer, before) => {
      if (before?.value !== undefined && before.source) return before.value;
      return offer
        ? clamp(
            this.asked.filled?.budgetCents ?? firstBudgetCents,
            offer.minimumBudgetCents,
            offer.maximumBudgetCents,
          )
        : firstBudgetCents;
    },
  });
  readonly hours = signal(this.asked.filled?.durationHours ?? 24);
  readonly startsLater = signal(false);
  /** `datetime-local` text, read as Shanghai time */
  readonly startText = signal('');
  readonly placement = signal<BoostPlacement>('feed');
  /** Words of a boost in search, as they are typed: one a line. */
  readonly keywordText = signal('');
  readonly negativeText = signal('');
  readonly words = computed(() => ({
    keywords: linesOf(this.keywordText()).map(keywordOf),
    negatives: linesOf(this.negativeText()),
  }));
  /** What is wrong with them, by the same rule as at launch. */
  readonly wordFault = computed(() => checkKeywords(this.words())[0] ?? null);
  readonly audience = signal<BoostAudience>({});
  readonly chosen = signal<readonly string[]>(this.asked.filled?.voucherIds ?? []);
  /** null without one */
  readonly holdout = signal<HoldoutAsk | null>(null);
  /** the campaign that it belongs to; no part of the plan, which does not change with it */
  readonly campaignId = signal<string | null>(null);

  /** What would be launched; null while there is no amount. Without a start it is estimated as if it began now. */
  readonly ask = computed((): PreviewBoost | null => {
    const budgetCents = this.budgetCents();
    const holdout = this.holdout();
    if (budgetCents === null || budgetCents < 1) return null;
    return {
      noteId: this.noteId,
      goal: this.goal(),
      budgetCents,
      durationHours: this.hours(),
      // Words choose the readers of a search.
      ...(this.placement() === 'search' && { placement: 'search' as const }),
      audience: this.placement() === 'search' ? {} : this.audience(),
      voucherIds: [...this.chosen()],
      ...(holdout && { holdout }),
      ...(this.startsLater() && this.startText() ? { startsAt: `${this.startText()}:00+08:00` } : {}),
    };
  });
  /** A set start needs its time before the boost can be launched. */
  readonly complete = computed(
    () => this.ask() !== null && (!this.startsLater() || this.startText() !== '') && this.worded(),
  );
  /** A boost in search has words of its own, or a campaign that may have some. */
  private readonly worded = computed(() => {
    if (this.placement() === 'feed') return true;
    return !this.wordFault() && (this.words().keywords.length > 0 || this.campaignId() !== null);
  });

  private readonly settled = signal<PreviewBoost | null>(null);
  readonly preview = httpResource<BoostPreview>(() => {
    const ask = this.settled();
    const boostable = this.offer.hasValue() && this.offer.value().boostable;
    return ask && boostable ? { url: '/api/v1/boosts/preview', method: 'POST', body: ask } : undefined;
  });
  private readonly answer = kept(() => this.noteId, this.preview);
  /**
   * The last estimate stays on screen, dimmed, while the next one travels. A plan that is refused for itself has no
   * figures: its zeros would read as a promise.
   */
  readonly estimate = computed(() => {
    const answer = this.answer();
    return !answer || (answer.refusal && answer.impressions === 0) ? null : answer;
  });
  readonly estimating = computed(() => this.preview.isLoading() || this.settled() !== this.ask());

  readonly sending = signal(false);
  /** A refusal of the launch; it belongs to what was sent and goes when that changes. */
  private readonly refused = linkedSignal<PreviewBoost | null, Problem | null>({
    source: this.ask,
    computation: () => null,
  });
  /** What stands in the way, from the launch or, before that, from the estimate. */
  readonly problem = computed((): (Pick<Problem, 'code'> & Partial<Problem>) | null => {
    const refused = this.refused();
    if (refused) return refused;
    if (this.preview.error()) return problemOf(this.preview.error());
    if (this.estimating()) return null;
    const refusal = this.answer()?.refusal;
    return refusal ? { code: refusal.code as Problem['code'], remedy: refusal.remedy } : null;
  });
  readonly field = computed(() => {
    const problem = this.problem();
    return problem && fieldOf(problem.code);
  });
  readonly ready = computed(
    () => this.complete() && !this.estimating() && !this.problem() && !this.sending(),
  );

  constructor() {
    reloadOn(this.offer, 'wallet');
    effect((onCleanup) => {
      const ask = this.ask();
      const timer = setTimeout(() => this.settled.set(ask), pauseMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  /** Launches once; a refusal is kept in `problem` and null comes back. */
  async launch(): Promise<BoostView | null> {
    const ask = this.ask();
    if (!ask || this.sending()) return null;
    this.sending.set(true);
    try {
      return await this.api.launch({
        ...ask,
        ...(this.placement() === 'search' && this.words().keywords.length > 0 && this.words()),
        campaignId: this.campaignId() ?? undefined,
        requestKey: this.requestKey,
      });
    } catch (error) {
      this.refused.set(problemOf(error));
      return null;
    } finally {
      this.sending.set(false);
    }
  }
}

function fieldOf(code: string): LaunchField {
  if (code === 'budget-below-voucher' || code.startsWith('voucher')) return 'vouchers';
  if (code.startsWith('holdout')) return 'holdout';
  if (code === 'boost-without-keywords') return 'words';
  if (code.startsWith('budget')) return 'budget';
  if (code.startsWith('duration')) return 'duration';
  if (code === 'starts-in-past') return 'start';
  return code === 'wallet-too-low' ? 'wallet' : 'form';
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
