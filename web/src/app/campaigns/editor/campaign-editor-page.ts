import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { CampaignView } from '@poolrise/contracts';
import {
  boundKinds,
  type CampaignGoal,
  campaignGoals,
  type CampaignMetric,
  campaignRails,
  type CampaignRail,
  metrics,
} from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Refusal } from '../../problems/refusal';
import { sending } from '../../problems/sending';
import { Session } from '../../session/session';
import { FailedState } from '../../ui/failed-state';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { Toast } from '../../ui/toast';
import { CampaignWords } from '../campaign-words';
import { CampaignsApi, campaignsRoot } from '../campaigns-api';
import { AudienceField } from './audience-field';
import {
  type CampaignDraft,
  draftFaults,
  draftOf,
  emptyCampaign,
  emptyMeasure,
  fieldsOf,
  type FlightDraft,
  type MeasureDraft,
  measuresToChoose,
  nextFlight,
  settleRails,
  sumsOf,
} from './campaign-draft';

type Measures = 'kpis' | 'guards';

/** A campaign as a form: new, or as it was read. What contradicts itself is said where it stands. */
@Component({
  selector: 'app-campaign-editor-page',
  imports: [AudienceField, FailedState, Icon, MatButton, PageHeader, Refusal, RouterLink, Skeleton, T],
  host: { class: 'pr-page' },
  templateUrl: './campaign-editor-page.html',
  styleUrl: './campaign-editor-page.scss',
})
export default class CampaignEditorPage {
  private readonly api = inject(CampaignsApi);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(CampaignWords);
  protected readonly session = inject(Session);

  readonly campaignId = input<string>();

  protected readonly goals = campaignGoals;
  protected readonly rails = campaignRails;
  protected readonly comparisons = boundKinds;
  protected readonly choices = measuresToChoose;
  protected readonly measures: Measures[] = ['kpis', 'guards'];

  protected readonly campaign = httpResource<CampaignView>(() => {
    const id = this.campaignId();
    return id ? `${campaignsRoot}/${id}` : undefined;
  });
  private readonly read = signal<CampaignView | null>(null);
  protected readonly draft = signal<CampaignDraft | null>(null);
  /** Its first and its last instant are registered. */
  protected readonly held = computed(() => Boolean(this.read()?.holdout));
  protected readonly tried = signal(false);
  protected readonly sending = sending();
  /** Made when the form opens: pressing twice, or again after a lost answer, writes one campaign. */
  private readonly requestKey = crypto.randomUUID();

  private readonly faults = computed(() => {
    const draft = this.draft();
    return draft ? draftFaults(draft) : [];
  });
  protected readonly faultsShown = computed(() => (this.tried() ? this.faults().length : 0));
  protected readonly sums = computed(() => {
    const draft = this.draft();
    return draft ? sumsOf(draft) : { flightsCents: 0, railsCents: 0 };
  });
  protected readonly left = computed(() => this.sums().flightsCents - this.sums().railsCents);
  protected readonly refusal = computed(() =>
    this.sending.problem()?.code === 'campaign-moved-on'
      ? this.texts.say('campaigns.form.movedOn')
      : this.sending.refusal(),
  );

  constructor() {
    effect(() => {
      const view = this.campaign.hasValue() ? this.campaign.value() : null;
      const fresh = !this.campaignId();
      untracked(() => {
        if (view && !this.read()) {
          this.read.set(view);
          this.draft.set(draftOf(view));
        } else if (fresh && !this.draft()) this.draft.set(emptyCampaign(new Date()));
      });
    });
  }

  protected set<K extends keyof CampaignDraft>(part: K, value: CampaignDraft[K]): void {
    this.draft.update((draft) => draft && { ...draft, [part]: value });
  }

  protected text(event: Event): string {
    return (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;
  }

  protected goal(goal: CampaignGoal): string {
    return this.texts.say(`campaigns.goal.${goal}`);
  }

  protected goalHint(goal: CampaignGoal): string {
    return this.texts.say(`campaigns.goalHint.${goal}`);
  }

  protected addFlight(): void {
    const flights = this.draft()?.flights ?? [];
    this.set('flights', [...flights, nextFlight(flights, new Date())]);
  }

  protected dropFlight(at: number): void {
    this.set('flights', this.draft()?.flights.filter((_, place) => place !== at) ?? []);
  }

  protected flight(at: number, change: Partial<FlightDraft>): void {
    const flights = this.draft()?.flights ?? [];
    this.set(
      'flights',
      flights.map((flight, place) => (place === at ? { ...flight, ...change } : flight)),
    );
  }

  protected rail(rail: CampaignRail, text: string): void {
    this.draft.update((draft) => draft && { ...draft, rails: { ...draft.rails, [rail]: text } });
  }

  protected settle(rail: CampaignRail): void {
    this.draft.update((draft) => draft && settleRails(draft, rail));
  }

  protected restWord(rail: CampaignRail): string {
    return this.texts.say('campaigns.form.rest', { rail: this.words.rail(rail) });
  }

  protected addMeasure(list: Measures): void {
    const metric: CampaignMetric = list === 'kpis' ? 'clicks' : 'noteCpe';
    this.set(list, [...(this.draft()?.[list] ?? []), emptyMeasure(metric)]);
  }

  protected dropMeasure(list: Measures, at: number): void {
    this.set(list, this.draft()?.[list].filter((_, place) => place !== at) ?? []);
  }

  protected measure(list: Measures, at: number, change: Partial<MeasureDraft>): void {
    const before = this.draft()?.[list] ?? [];
    this.set(
      list,
      before.map((one, place) => (place === at ? { ...one, ...change } : one)),
    );
  }

  protected metricName(metric: CampaignMetric): string {
    return this.texts.of(metrics[metric]);
  }

  protected unit(metric: CampaignMetric): string {
    const { unit } = metrics[metric];
    return unit === 'ratio' || unit === 'cents' ? this.texts.say(`campaigns.form.unit.${unit}`) : '';
  }

  /** What is wrong with a field, once saving was tried; sums that differ are seen while they are typed. */
  protected fault(field: string): string | null {
    const found = this.tried() ? this.faults().find((one) => one.field === field) : undefined;
    if (!found) return null;
    const { figures = {}, code } = found;
    const key = `campaigns.form.fault.${code}`;
    return this.texts.knows(key)
      ? this.texts.say(key, {
          days: figures['days'] ?? 0,
          rails: this.format.money(figures['railsCents'] ?? 0),
          flights: this.format.money(figures['flightsCents'] ?? 0),
        })
      : code;
  }

  protected async save(event: Event): Promise<void> {
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
      const read = this.read();
      const fields = fieldsOf(draft);
      const { id } = read
        ? await this.api.change(read.id, { ...fields, version: read.version })
        : await this.api.create({ ...fields, requestKey: this.requestKey });
      this.toast.say(this.texts.say('campaigns.form.saved'));
      await this.router.navigate(this.session.to('campaigns', id));
    });
  }
}
