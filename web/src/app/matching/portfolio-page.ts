import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Router, RouterLink } from '@angular/router';
import type {
  BriefView,
  PortfolioList,
  PortfolioView,
  PortfolioWishes,
  RemedyView,
} from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { BriefWords } from './brief-words';
import { MatchingApi } from './matching-api';
import { PlanAsk } from './plan-ask';
import { askedWishes, emptyWishes, planFaults, remedied } from './plan-draft';
import { PlanResult } from './plan-result';
import { StressSection } from './stress-section';
import { AppSource } from '../ui/figure-source';

/** Portfolios of a brief: what is asked, the plan that came of it, and the plans before. */
@Component({
  selector: 'app-portfolio-page',
  imports: [
    AppSource,
    EmptyState,
    FailedState,
    MatButton,
    MatProgressBar,
    PageHeader,
    PlanAsk,
    PlanResult,
    Refusal,
    RouterLink,
    Skeleton,
    StressSection,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './portfolio-page.html',
  styleUrl: './portfolio-page.scss',
})
export default class PortfolioPage {
  private readonly api = inject(MatchingApi);
  private readonly router = inject(Router);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(BriefWords);
  protected readonly session = inject(Session);
  readonly briefId = input.required<string>();
  /** from the address: the plan that is shown, and creators who were chosen in the ranking */
  readonly id = input<string>();
  readonly ids = input<string>();

  protected readonly brief = httpResource<BriefView>(() => `/api/v1/briefs/${this.briefId()}`);
  protected readonly known = kept(this.briefId, this.brief);
  protected readonly list = httpResource<PortfolioList>(() => `/api/v1/briefs/${this.briefId()}/portfolios`);
  protected readonly plans = kept(this.briefId, this.list);
  private readonly chosenIds = computed(() => {
    const ids = this.ids()?.split(',').filter(Boolean) ?? [];
    return ids.length > 0 ? ids : null;
  });
  /** Whoever comes with creators in hand wants a new plan and not the last one. */
  protected readonly shownId = computed(
    () => this.id() ?? (this.chosenIds() ? null : (this.plans()?.items[0]?.id ?? null)),
  );
  protected readonly portfolio = httpResource<PortfolioView>(() => {
    const id = this.shownId();
    return id ? `/api/v1/portfolios/${id}` : undefined;
  });
  protected readonly view = kept(() => this.shownId() ?? '', this.portfolio);

  /** What is asked next: what the plan on screen was asked, until something is changed. */
  protected readonly wishes = linkedSignal<unknown, PortfolioWishes | null>({
    source: () => [this.view()?.id, this.known()?.id, this.chosenIds()],
    computation: () => {
      const brief = this.known();
      if (!brief) return null;
      return this.view()?.wishes ?? emptyWishes(brief.wishes.budgetCents, this.chosenIds());
    },
  });
  protected readonly names = computed(
    () => new Map((this.view()?.creators ?? []).map(({ id, name }) => [id, name])),
  );
  protected readonly under = computed(() => {
    const view = this.view();
    return view !== undefined && !view.plan && (view.state === 'waiting' || view.state === 'running');
  });
  protected readonly sending = sending();
  /** One question has one key, so that pressing again after a lost answer plans once. */
  private question: { of: string; key: string } | null = null;

  constructor() {
    reloadOn(this.list, 'portfolios');
    reloadOn(this.portfolio, 'portfolios');
  }

  protected facts({ wishes }: BriefView): string {
    return [
      this.words.target(wishes.target),
      this.texts.say(`matching.kindName.${wishes.kind}`),
      this.words.span(wishes.window),
    ].join(' · ');
  }

  protected async go(draft = this.wishes()): Promise<void> {
    if (!draft || planFaults(draft).length > 0) return;
    const wishes = askedWishes(draft);
    const of = JSON.stringify(wishes);
    if (this.question?.of !== of) this.question = { of, key: crypto.randomUUID() };
    const { key } = this.question;
    await this.sending.send(async () => {
      const { id } = await this.api.plan(this.briefId(), { wishes, requestKey: key });
      this.question = null;
      this.list.reload();
      await this.router.navigate([], { queryParams: { id, ids: null }, queryParamsHandling: 'merge' });
    });
  }

  protected remedy(remedy: RemedyView, refusal: string): void {
    const wishes = this.wishes();
    if (!wishes) return;
    const changed = remedied(wishes, remedy, refusal);
    this.wishes.set(changed);
    void this.go(changed);
  }

  protected remedyWord(remedy: RemedyView): string {
    const about = {
      money: 'toCents' in remedy ? this.format.roundMoney(remedy.toCents) : '',
      n: 'creatorIds' in remedy ? this.named(remedy.creatorIds) : 'to' in remedy ? remedy.to : '',
      percent: remedy.act === 'widen-tolerance' ? this.format.percent(remedy.to, 0) : '',
    };
    return this.texts.say(`matching.plan.remedy.${remedy.act}`, about);
  }

  protected refusalWord(refusal: NonNullable<PortfolioView['refusal']>['refusal']): string {
    return this.texts.say(`matching.plan.refusal.${refusal}`);
  }

  protected named(ids: readonly string[]): string {
    return this.texts.chinese() || ids.length > 3
      ? String(ids.length)
      : ids.map((id) => this.names().get(id) ?? '–').join(', ');
  }

  protected namesOf(ids: readonly string[]): string {
    return ids.map((id) => this.names().get(id) ?? '–').join(this.texts.say('matching.and'));
  }

  protected pin(id: string): void {
    this.change('mustHaveIds', 'excludedIds', id);
  }

  protected exclude(id: string): void {
    this.change('excludedIds', 'mustHaveIds', id);
  }

  /** Puts somebody on one list, or takes her off it; she stands on one of the two at most. */
  private change(on: 'mustHaveIds' | 'excludedIds', off: 'mustHaveIds' | 'excludedIds', id: string): void {
    this.wishes.update((wishes) => {
      if (!wishes) return wishes;
      const before = wishes[on];
      return {
        ...wishes,
        [on]: before.includes(id) ? before.filter((one) => one !== id) : [...before, id],
        [off]: wishes[off].filter((one) => one !== id),
      };
    });
  }

  protected row({ budgetCents, people, creators, state }: PortfolioList['items'][number]): string {
    const money = this.format.roundMoney(budgetCents);
    if (people !== null)
      return this.texts.say('matching.plan.historyRow', {
        money,
        people: this.format.compact(Math.round(people)),
        n: creators ?? 0,
      });
    const under = state === 'waiting' || state === 'running';
    return this.texts.say(under ? 'matching.plan.historyUnder' : 'matching.plan.historyRefused', { money });
  }
}
