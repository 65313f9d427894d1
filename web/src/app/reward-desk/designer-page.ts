import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { RewardDeskPlan, RewardPlanOutlook, RewardPlanTerms } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { CategoryChoice } from '../ui/category-choice';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { TextField } from '../ui/text-field';
import { Toast } from '../ui/toast';
import { AbuseCard } from './abuse-card';
import { ForecastCard } from './forecast-card';
import {
  draftOf,
  emptyPlan,
  type PlanDraft,
  type PlanField,
  planFaults,
  planLengths,
  termsOf,
} from './plan-draft';
import { PlanTerms } from './plan-terms';
import { RewardDeskApi, rewardDeskRoot } from './reward-desk-api';

const nameFields = ['nameZh', 'nameEn'] as const;
const summaryFields = ['summaryZh', 'summaryEn'] as const;
const whoFields = [
  { part: 'followersMin', field: 'followersMin' },
  { part: 'followersMax', field: 'followersMax' },
  { part: 'notes', field: 'notes' },
  { part: 'notesDays', field: 'notes' },
  { part: 'violation', field: 'violation' },
  { part: 'growth', field: 'growth' },
] as const;
const taskFields = [
  { part: 'publish', field: 'tasks' },
  { part: 'topic', field: 'topic' },
  { part: 'reads', field: 'tasks' },
  { part: 'interactions', field: 'tasks' },
  { part: 'pool', field: 'tasks' },
  { part: 'poolLevel', field: 'pool' },
] as const;
const rewardFields = [
  { part: 'impressions', field: 'rewards', kind: 'numeric' },
  { part: 'validDays', field: 'validDays', kind: 'numeric' },
  { part: 'face', field: 'rewards', kind: 'decimal' },
  { part: 'minimum', field: 'minimum', kind: 'decimal' },
  { part: 'cash', field: 'rewards', kind: 'decimal' },
  { part: 'badgeZh', field: 'badge', kind: 'text' },
  { part: 'badgeEn', field: 'badge', kind: 'text' },
] as const;

/** Draws up a plan: the form, what a creator will read, what it would cost, and who would cheat. */
@Component({
  selector: 'app-reward-designer-page',
  imports: [
    CategoryChoice,
    AbuseCard,
    FailedState,
    ForecastCard,
    MatButton,
    PageHeader,
    PlanTerms,
    Refusal,
    Skeleton,
    T,
    TextField,
  ],
  host: { class: 'pr-page' },
  templateUrl: './designer-page.html',
  styleUrls: ['../ui/form-page.scss', './designer-page.scss'],
})
export default class DesignerPage {
  private readonly api = inject(RewardDeskApi);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly session = inject(Session);
  private readonly format = inject(Format);
  /** of this draft, however often it is sent */
  private readonly requestKey = crypto.randomUUID();
  protected readonly nameFields = nameFields;
  protected readonly summaryFields = summaryFields;
  protected readonly whoFields = whoFields;
  protected readonly taskFields = taskFields;
  protected readonly rewardFields = rewardFields;
  protected readonly lengths = planLengths;

  /** from the address: a draft that is changed; none of a new one */
  readonly planId = input<string>();
  protected readonly plan = httpResource<RewardDeskPlan>(() => {
    const id = this.planId();
    return id === undefined ? undefined : `${rewardDeskRoot}/${id}`;
  });
  protected readonly draft = signal<PlanDraft | null>(null);
  protected readonly tried = signal(false);
  protected readonly sending = sending();

  private readonly faults = computed(() => {
    const draft = this.draft();
    return draft ? planFaults(draft, Date.now()) : [];
  });
  protected readonly terms = computed(() => {
    const draft = this.draft();
    return draft && this.faults().length === 0 ? termsOf(draft) : null;
  });

  /** what was worked out last, or is being */
  private readonly askedFor = signal<RewardPlanTerms | null>(null);
  protected readonly outlookAnswer = httpResource<RewardPlanOutlook>(() => {
    const terms = this.askedFor();
    return terms ? { url: `${rewardDeskRoot}/forecast`, method: 'POST', body: { terms } } : undefined;
  });
  protected readonly outlook = kept(() => '', this.outlookAnswer);
  protected readonly askedQuota = computed(() => this.askedFor()?.quota ?? 1);
  protected readonly stale = computed(
    () => JSON.stringify(this.terms()) !== JSON.stringify(this.askedFor()) || this.outlookAnswer.isLoading(),
  );

  constructor() {
    effect(() => {
      const plan = this.plan.hasValue() ? this.plan.value() : undefined;
      const fresh = this.planId() === undefined;
      untracked(() => {
        if (this.draft()) return;
        if (fresh) this.draft.set(emptyPlan(Date.now()));
        else if (plan) this.draft.set(draftOf(plan.terms));
      });
    });
  }

  protected set<K extends keyof PlanDraft>(part: K, value: PlanDraft[K]): void {
    this.draft.update((draft) => draft && { ...draft, [part]: value });
  }

  /** What is wrong with a field, once saving or working out was tried. */
  protected fault(field: PlanField): string | null {
    return this.tried() && this.faults().includes(field)
      ? this.texts.say(`rewardDesk.form.fault.${field}`)
      : null;
  }

  protected past(plans: number): string {
    return plans > 0
      ? this.texts.count('rewardDesk.forecast.past', plans, {}, this.format.number(plans))
      : this.texts.say('rewardDesk.forecast.assumed');
  }

  protected workOut(event: Event): void {
    const terms = this.good(event);
    if (terms) this.askedFor.set(terms);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const terms = this.good(event);
    if (!terms) return;
    await this.sending.send(async () => {
      const kept = this.plan.hasValue() ? this.plan.value() : undefined;
      const { id } = kept
        ? await this.api.change(kept.id, { terms, version: kept.version })
        : await this.api.draft({ terms, requestKey: this.requestKey });
      this.toast.say(this.texts.say('rewardDesk.form.saved'));
      await this.router.navigate(this.session.to('reward-desk', id));
    });
  }

  /** The terms, or the first field that keeps them from being any. */
  private good(event: Event): RewardPlanTerms | null {
    this.tried.set(true);
    const terms = this.terms();
    if (terms) return terms;
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    // Once the marks are drawn, the first field that bears one.
    setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
    return null;
  }
}
