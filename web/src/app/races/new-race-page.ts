import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { PreviewRace, RacePreview } from '@poolrise/contracts';
import { boostGoals } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { AudienceChoice } from '../boosts/audience-choice';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { AppSource } from '../ui/figure-source';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { AppLineage } from '../ui/lineage';
import { PageHeader } from '../ui/page-header';
import { TextField } from '../ui/text-field';
import { Toast } from '../ui/toast';
import { NoteChoice } from './note-choice';
import {
  boundsOf,
  emptyRace,
  previewOf,
  raceChoices,
  type RaceDraft,
  raceFaults,
  type RaceField,
} from './race-draft';
import { RacesApi, racesRoot } from './races-api';

/** A pause in typing after which the preview is asked for again. */
const pauseMs = 250;

/** Plans and starts a race: which notes, for what, and for how much, with what the first round does beside it. */
@Component({
  selector: 'app-new-race-page',
  imports: [
    AppLineage,
    AppSource,
    AudienceChoice,
    Icon,
    MatButton,
    NoteChoice,
    PageHeader,
    Refusal,
    RouterLink,
    T,
    TextField,
  ],
  host: { class: 'pr-page' },
  templateUrl: './new-race-page.html',
  styleUrls: ['../ui/form-page.scss', './new-race-page.scss'],
})
export default class NewRacePage {
  private readonly api = inject(RacesApi);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly goals = boostGoals;
  protected readonly choices = raceChoices;

  /** Made when the page opens: pressing twice, or again after a lost answer, starts one race. */
  private readonly requestKey = crypto.randomUUID();
  protected readonly draft = signal<RaceDraft>(emptyRace);
  protected readonly tried = signal(false);
  protected readonly sending = sending();
  protected readonly bounds = computed(() => boundsOf(this.draft()));
  private readonly faults = computed(() => raceFaults(this.draft()));

  protected readonly settled = signal<PreviewRace | null>(null);
  private readonly asking = httpResource<RacePreview>(() => {
    const body = this.settled();
    return body ? { url: `${racesRoot}/preview`, method: 'POST', body } : undefined;
  });
  private readonly answer = kept(() => 'preview', this.asking);
  protected readonly preview = computed(() => (this.settled() ? (this.answer() ?? null) : null));
  protected readonly missing = computed(() => this.preview()?.missingCents ?? 0);

  constructor() {
    reloadOn(this.asking, 'wallet');
    effect((onCleanup) => {
      const ask = this.faults().includes('budget') ? null : previewOf(this.draft());
      const timer = setTimeout(() => this.settled.set(ask), pauseMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  /** The rounds after the first; their money stays free until they begin. */
  protected laterCents({ roundCents }: RacePreview): number {
    return (this.settled()?.budgetCents ?? 0) - roundCents;
  }

  protected set<K extends keyof RaceDraft>(part: K, value: RaceDraft[K]): void {
    this.draft.update((draft) => ({ ...draft, [part]: value }));
  }

  protected text(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  /** What is wrong with a field, once starting was tried; of a typed amount at once. */
  protected fault(field: RaceField): string | null {
    if (!this.faults().includes(field)) return null;
    const { budget, rounds } = this.draft();
    if (!this.tried() && !(field === 'budget' && budget !== '')) return null;
    if (field === 'name') return this.texts.say('races.new.nameMissing');
    if (field === 'notes') return this.texts.say('races.new.notesFew');
    const { leastCents, mostCents } = this.bounds();
    const typed = Number(budget.replaceAll(/[,，\s]/g, '')) * 100;
    if (budget === '' || Number.isNaN(typed)) return this.texts.say('races.new.budgetMissing');
    return typed > mostCents
      ? this.texts.say('races.new.budgetMost', { money: this.format.roundMoney(mostCents), rounds })
      : this.least(leastCents);
  }

  protected least(leastCents: number): string {
    const { noteIds, rounds } = this.draft();
    const money = this.format.roundMoney(leastCents);
    return this.texts.say('races.new.budgetLeast', { money, notes: Math.max(2, noteIds.length), rounds });
  }

  protected async start(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const ask = previewOf(this.draft());
    if (!ask || this.faults().length > 0) {
      const form = event.target as HTMLFormElement;
      // Once the marks are drawn, the first field that bears one.
      setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    const { requestKey } = this;
    await this.sending.send(async () => {
      const { id } = await this.api.start({ ...ask, name: this.draft().name.trim(), requestKey });
      this.toast.say(this.texts.say('races.new.started'));
      await this.router.navigate(this.session.to('boosts', 'races', id));
    });
  }
}
