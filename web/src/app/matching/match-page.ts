import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { BriefView, MatchRow, MatchView } from '@poolrise/contracts';
import { matchWeightPresets, type MatchWeights } from '@poolrise/domain';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { Chip, type Tone } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { BriefWords } from './brief-words';
import { ContributionBar } from './contribution-bar';
import { MatchDetail } from './match-detail';
import { MatchingApi } from './matching-api';
import { RuledOut } from './ruled-out';
import { WeightSliders } from './weight-sliders';
import { AppLineage } from '../ui/lineage';
import { AppSource } from '../ui/figure-source';
import { FigureGrid } from '../ui/figure-grid';

const pageSize = 20;
/** A slider that is dragged tells of every step; the list follows once the hand pauses. */
const pauseMs = 120;
const priceTones = { below: 'passed', inside: 'neutral', above: 'paid' } as const satisfies Record<
  string,
  Tone
>;

/** Creators ranked for a brief, with what each part contributes, weights to be moved, and who is ruled out. */
@Component({
  selector: 'app-match-page',
  imports: [
    AppLineage,
    AppSource,
    Chip,
    ContributionBar,
    EmptyState,
    FailedState,
    FigureGrid,
    Icon,
    MatButton,
    MatchDetail,
    PageHeader,
    Refusal,
    RouterLink,
    RuledOut,
    Skeleton,
    T,
    WeightSliders,
  ],
  host: { class: 'pr-page' },
  templateUrl: './match-page.html',
  styleUrl: './match-page.scss',
})
export default class MatchPage {
  private readonly http = inject(HttpClient);
  private readonly api = inject(MatchingApi);
  private readonly toast = inject(Toast);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(BriefWords);
  protected readonly session = inject(Session);
  readonly briefId = input.required<string>();

  protected readonly brief = httpResource<BriefView>(() => `/api/v1/briefs/${this.briefId()}`);
  protected readonly known = kept(this.briefId, this.brief);
  /** Weights under the hand; null while they are those of the brief. */
  protected readonly tried = linkedSignal<string, MatchWeights | null>({
    source: this.briefId,
    computation: () => null,
  });
  protected readonly weights = computed(
    (): MatchWeights => this.tried() ?? this.known()?.wishes.weights ?? {},
  );
  protected readonly weightless = computed(() => !Object.values(this.weights()).some((one) => one > 0));
  protected readonly offset = linkedSignal<unknown, number>({
    source: () => [this.briefId(), this.weights()],
    computation: () => 0,
  });
  protected readonly matches = resource({
    params: () =>
      this.known() && !this.weightless()
        ? { id: this.briefId(), weights: this.weights(), offset: this.offset(), tried: this.tried() !== null }
        : undefined,
    loader: async ({ params: { id, weights, offset, tried }, abortSignal }) => {
      if (tried) await new Promise((resolve) => setTimeout(resolve, pauseMs));
      if (abortSignal.aborted) throw new Error('overtaken');
      const body = { weights, offset, limit: pageSize };
      return firstValueFrom(this.http.post<MatchView>(`/api/v1/briefs/${id}/matches`, body));
    },
  });
  protected readonly view = kept(this.briefId, this.matches);

  protected readonly open = signal<string | null>(null);
  protected readonly chosen = linkedSignal<string, readonly string[]>({
    source: this.briefId,
    computation: () => [],
  });
  protected readonly sending = sending();
  protected readonly priceTones = priceTones;
  protected readonly pageSize = pageSize;

  protected facts({ wishes }: BriefView): string {
    return [
      this.texts.say(`common.category.${wishes.category}`),
      this.texts.say(`matching.kindName.${wishes.kind}`),
      this.words.target(wishes.target),
      this.format.roundMoney(wishes.budgetCents),
      this.words.span(wishes.window),
    ].join(' · ');
  }

  protected sentence({ ranked, ruledOut, looked, directory }: MatchView): string {
    const n = (count: number): string => this.format.number(count);
    return this.texts.say('matching.match.sentence', {
      ranked: n(ranked),
      ruledOut: n(ruledOut),
      looked: n(looked),
      directory: n(directory),
    });
  }

  protected pageWord({ items, ranked }: MatchView): string {
    const n = this.format.number(ranked);
    return this.texts.say('matching.match.page', {
      from: items[0]?.place ?? 0,
      to: items.at(-1)?.place ?? 0,
      n,
    });
  }

  protected score({ tenths }: MatchRow): string {
    return tenths === null ? '–' : this.format.decimal(tenths / 10);
  }

  protected about({ creator }: MatchRow): string {
    const followers = this.format.compact(creator.figures.followers);
    return `${this.texts.of(creator.tier.name)} · ${this.texts.say('matching.match.followers', { n: followers })}`;
  }

  protected priceWord(verdict: NonNullable<MatchRow['price']['verdict']>): string {
    return this.texts.say(`matching.match.price.${verdict}`);
  }

  protected toggle(id: string): void {
    this.chosen.update((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]));
  }

  protected async save(): Promise<void> {
    const brief = this.known();
    if (!brief || this.weightless()) return;
    const weights = this.weights();
    const preset = matchWeightPresets.find((one) => JSON.stringify(one.weights) === JSON.stringify(weights));
    await this.sending.send(async () => {
      const wishes = { ...brief.wishes, weights, presetId: preset?.id ?? null };
      this.brief.set(await this.api.change(brief.id, { wishes, version: brief.version }));
      this.tried.set(null);
      this.toast.say(this.texts.say('matching.match.saved'));
    });
  }
}
