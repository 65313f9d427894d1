import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import type { AskStressTest, StressDesk } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { FailedState } from '../ui/failed-state';
import { AppSource } from '../ui/figure-source';
import { Format } from '../ui/format';
import { Skeleton } from '../ui/skeleton';
import { MatchingApi } from './matching-api';
import { StressResult } from './stress-result';
import { StressShocks } from './stress-shocks';

/** What a plan is worth when things go wrong: what is assumed, what a simulation found, and what would make it sturdier. */
@Component({
  selector: 'app-stress-section',
  imports: [
    AppSource,
    FailedState,
    MatButton,
    MatProgressBar,
    Refusal,
    Skeleton,
    StressResult,
    StressShocks,
    T,
  ],
  host: { class: 'pr-card', role: 'region', '[attr.aria-label]': "texts.say('matching.stress.title')" },
  templateUrl: './stress-section.html',
  styleUrl: './stress-section.scss',
})
export class StressSection {
  private readonly api = inject(MatchingApi);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly portfolioId = input.required<string>();

  protected readonly resource = httpResource<StressDesk>(
    () => `/api/v1/portfolios/${this.portfolioId()}/stress-tests`,
  );
  protected readonly desk = kept(this.portfolioId, this.resource);
  private readonly asked = computed(() => this.desk()?.test?.asked ?? this.desk()?.usual ?? null);
  /** What is asked next: what was asked last, until something is changed. */
  protected readonly ask = linkedSignal<string, AskStressTest | null>({
    source: () => JSON.stringify(this.asked()),
    computation: () => this.asked(),
  });
  protected readonly changed = computed(() => {
    const asked = this.desk()?.test?.asked;
    return asked !== undefined && JSON.stringify(asked) !== JSON.stringify(this.ask());
  });
  protected readonly report = computed(() => this.desk()?.test?.report ?? null);
  protected readonly under = computed(() => {
    const state = this.desk()?.test?.state;
    return state === 'waiting' || state === 'running';
  });
  protected readonly sending = sending();

  constructor() {
    reloadOn(this.resource, 'portfolios');
  }

  protected async run(): Promise<void> {
    const ask = this.ask();
    if (!ask || this.under()) return;
    await this.sending.send(async () => {
      await this.api.stress(this.portfolioId(), ask);
      this.resource.reload();
    });
  }

  protected shortBelow(event: Event): void {
    const box = event.target as HTMLInputElement;
    const percent = Number(box.value);
    if (percent > 0 && percent <= 100) this.set({ shortBelow: percent / 100 });
    box.value = String(this.percent(this.ask()?.shortBelow ?? 0));
  }

  protected targetReaders(event: Event): void {
    const box = event.target as HTMLInputElement;
    const readers = Math.round(Number(box.value));
    this.set({ targetReaders: readers >= 1 && readers <= mostReaders ? readers : null });
    box.value = String(this.ask()?.targetReaders ?? '');
  }

  protected percent(share: number): number {
    return Math.round(share * 1_000) / 10;
  }

  private set(part: Partial<AskStressTest>): void {
    this.ask.update((ask) => ask && { ...ask, ...part });
  }
}

/** As the contract has it. */
const mostReaders = 10_000_000_000;
