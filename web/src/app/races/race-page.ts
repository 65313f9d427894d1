import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { RaceRoundView, RaceView } from '@poolrise/contracts';
import { boostTerms, type FigureSource, raceFloorChance, shanghaiDays } from '@poolrise/domain';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { audienceText } from '../boosts/audience-text';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { PageTitle } from '../shell/page-title';
import { BoostBadge } from '../ui/boost-badge';
import { CopyLink } from '../ui/copy-link';
import { FailedState } from '../ui/failed-state';
import { FigureGrid } from '../ui/figure-grid';
import { AppSource } from '../ui/figure-source';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { AppLineage } from '../ui/lineage';
import { MetricName } from '../ui/metric-name';
import { PageHeader } from '../ui/page-header';
import { ShareBar } from '../ui/share-bar';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { ArmLetter } from './arm-letter';
import { ArmsTable } from './arms-table';
import { ChanceChart } from './chance-chart';
import { ConfirmRace, type RaceQuestion } from './confirm-race';
import { RaceBadge } from './race-badge';
import { headline, lossSentence, progressSentence, regretWords } from './race-words';
import { RacesApi, racesRoot } from './races-api';

/** One race: who leads and how sure that is, where the money went, what looking cost, and the boosts of each round. */
@Component({
  selector: 'app-race-page',
  imports: [
    AppLineage,
    AppSource,
    ArmLetter,
    ArmsTable,
    BoostBadge,
    ChanceChart,
    CopyLink,
    FailedState,
    FigureGrid,
    Icon,
    MatButton,
    MetricName,
    PageHeader,
    RaceBadge,
    RouterLink,
    ShareBar,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './race-page.html',
  styleUrl: './race-page.scss',
})
export default class RacePage {
  private readonly api = inject(RacesApi);
  private readonly dialog = inject(MatDialog);
  private readonly title = inject(PageTitle);
  private readonly toast = inject(Toast);
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  readonly raceId = input.required<string>();

  protected readonly race = httpResource<RaceView>(() => `${racesRoot}/${this.raceId()}`);
  protected readonly view = kept(this.raceId, this.race);
  protected readonly sending = signal(false);
  protected readonly hint = {
    money: this.format.roundMoney(boostTerms.minBudgetCents),
    chance: this.format.percent(raceFloorChance, 0),
  };
  protected readonly mayMove = computed(() => this.session.may('launch:boosts'));
  protected readonly words = computed(() => {
    const race = this.view();
    if (!race) return null;
    return {
      headline: headline(race, this.texts, this.format),
      loss: lossSentence(race, this.texts, this.format),
      progress: progressSentence(race, this.texts, this.format),
      regret: regretWords(race, this.texts, this.format),
      audience: audienceText(race.audience, this.texts),
    };
  });
  protected readonly source = computed((): FigureSource | null => {
    const race = this.view();
    if (!race) return null;
    return {
      streams: ['hosted-boosts'],
      over: shanghaiDays(race.createdAt, race.endedAt ?? race.asOf),
      dataAt: race.asOf,
    };
  });

  constructor() {
    reloadOn(this.race, 'races', 'boosts');
    effect(() => {
      const race = this.view();
      if (race) this.title.name(race.name);
    });
  }

  protected roundBoosts(race: RaceView, round: RaceRoundView) {
    return race.arms.map((arm, place) => ({
      place,
      boost: round.boosts.find(({ noteId }) => noteId === arm.noteId) ?? null,
    }));
  }

  protected async stop(race: RaceView): Promise<void> {
    const question = this.question('stop', {}, true);
    if (await this.asked(question)) await this.send(() => this.api.stop(race.id), 'races.confirm.stopped');
  }

  protected async keep(race: RaceView): Promise<void> {
    const { keepable } = race;
    if (!keepable) return;
    const money = this.format.roundMoney(keepable.budgetCents);
    const note = race.arms.find(({ noteId }) => noteId === keepable.noteId)?.title ?? '';
    const question = this.question('keep', { money, note, hours: keepable.durationHours }, false);
    if (await this.asked(question)) await this.send(() => this.api.keep(race.id), 'races.confirm.keptDone');
  }

  private question(
    kind: 'stop' | 'keep',
    said: Record<string, string | number>,
    grave: boolean,
  ): RaceQuestion {
    return {
      title: this.texts.say(`races.confirm.${kind}Title`),
      text: this.texts.say(`races.confirm.${kind}Text`, said),
      yes: this.texts.say(`races.confirm.${kind}Yes`, said),
      no: this.texts.say(`races.confirm.${kind}No`),
      grave,
    };
  }

  private async asked(data: RaceQuestion): Promise<boolean> {
    const dialog = this.dialog.open<ConfirmRace, RaceQuestion, true>(ConfirmRace, { data, width: '440px' });
    return (await firstValueFrom(dialog.afterClosed())) === true;
  }

  private async send(
    command: () => Promise<RaceView>,
    done: 'races.confirm.stopped' | 'races.confirm.keptDone',
  ): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    try {
      this.race.set(await command());
      this.toast.say(this.texts.say(done));
    } catch (error) {
      this.toast.problem(error);
    } finally {
      this.sending.set(false);
    }
  }
}
