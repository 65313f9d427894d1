import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import type { RuleHitView, RuleReplayView, RuleView } from '@poolrise/contracts';
import { replayDays, type RuleState } from '@poolrise/domain';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import type { Asked } from '../campaigns/ask-dialog';
import { kept } from '../live/kept';
import { paged } from '../live/paged';
import { reloadOn } from '../live/reload-on';
import { problemOf } from '../problems/problem-of';
import { Session } from '../session/session';
import { PageTitle } from '../shell/page-title';
import { Chip, type Tone } from '../ui/chip';
import { CopyLink } from '../ui/copy-link';
import { FailedState } from '../ui/failed-state';
import { AppSource } from '../ui/figure-source';
import { FilterChips } from '../ui/filter-chips';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { RuleReplay } from './rule-replay';
import { RuleWords } from './rule-words';
import { RulesApi, rulesRoot, ruleTone } from './rules-api';

const outcomeTone: Record<RuleHitView['outcome'], Tone> = {
  done: 'passed',
  would: 'paid',
  limited: 'neutral',
};

/** One rule: what it says, what it would have done, the way to make it live, and the log of what it found. */
@Component({
  selector: 'app-rule-page',
  imports: [
    AppLineage,
    AppSource,
    Chip,
    CopyLink,
    FailedState,
    FilterChips,
    ListFrame,
    MatButton,
    PageHeader,
    RouterLink,
    RuleReplay,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './rule-page.html',
  styleUrl: './rule-page.scss',
})
export default class RulePage {
  private readonly api = inject(RulesApi);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly toast = inject(Toast);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly words = inject(RuleWords);
  protected readonly tones = ruleTone;
  protected readonly outcomeTone = outcomeTone;

  readonly ruleId = input.required<string>();

  protected readonly rule = httpResource<RuleView>(() => `${rulesRoot}/${this.ruleId()}`);
  protected readonly view = kept(this.ruleId, this.rule);
  protected readonly mayWrite = computed(() => this.session.may('write:campaigns'));
  protected readonly sending = signal(false);

  protected readonly dayChoices = replayDays;
  protected readonly days = signal<(typeof replayDays)[number]>(replayDays[0]);
  protected readonly dayWord = (days: number): string => this.texts.count('rules.replay.dayChoice', days);
  private readonly asked = computed(() => {
    const rule = this.view();
    if (!rule) return undefined;
    const { campaign, condition, action } = rule;
    return { campaignId: campaign?.id ?? null, condition, action, days: this.days() };
  });
  protected readonly replaying = httpResource<RuleReplayView>(() => {
    const body = this.asked();
    return body ? { url: `${rulesRoot}/replay`, method: 'POST', body } : undefined;
  });
  protected readonly replay = kept(() => JSON.stringify(this.asked()), this.replaying);
  protected readonly hits = paged<RuleHitView>(() => `${rulesRoot}/${this.ruleId()}/hits?limit=12`, 'rules');

  constructor() {
    reloadOn(this.rule, 'rules', 'boosts');
    effect(() => {
      const rule = this.view();
      if (rule) this.title.name(rule.name);
    });
  }

  protected who({ liveAt, liveBy, changedAt, writtenBy, state }: RuleView): string {
    const unknown = this.texts.say('common.unknown');
    if (state === 'live')
      return this.texts.say('rules.page.liveBy', {
        at: this.format.dateTime(liveAt),
        name: liveBy ?? unknown,
      });
    const at = this.format.dateTime(changedAt);
    return this.texts.say('rules.page.changed', { at, name: writtenBy ?? unknown });
  }

  protected outcome({ outcome }: RuleHitView, { action }: RuleView): string {
    return this.texts.say(`rules.page.outcome.${outcome}.${action}`);
  }

  protected async goLive(rule: RuleView, replay: RuleReplayView): Promise<void> {
    const text = rule.action === 'stop-boost' ? 'rules.page.liveStop' : 'rules.page.liveNotify';
    if (!(await this.confirmed({ title: 'rules.page.liveTitle', text }))) return;
    await this.turn(rule, 'live', { days: this.days(), hits: replay.hitCount });
  }

  protected async turn(
    { id, version }: RuleView,
    state: RuleState,
    seen?: { days: (typeof replayDays)[number]; hits: number },
  ): Promise<void> {
    const done = { live: 'nowLive', 'dry-run': 'nowTrial', off: 'nowOff' } as const;
    await this.send(async () => {
      this.rule.set(await this.api.switch(id, { state, version, ...(seen && { seen }) }));
      this.toast.say(this.texts.say(`rules.page.${done[state]}`));
    });
  }

  protected async drop({ id }: RuleView): Promise<void> {
    if (!(await this.confirmed({ title: 'rules.page.deleteTitle', text: 'rules.page.deleteText' }))) return;
    await this.send(async () => {
      await this.api.delete(id);
      this.toast.say(this.texts.say('rules.page.deleted'));
      await this.router.navigate(this.session.to('campaigns', 'rules'));
    });
  }

  private async confirmed(data: Asked): Promise<boolean> {
    const { AskDialog } = await import('../campaigns/ask-dialog');
    const dialog = this.dialog.open<InstanceType<typeof AskDialog>, Asked, true>(AskDialog, {
      data,
      width: '440px',
    });
    return (await firstValueFrom(dialog.afterClosed())) === true;
  }

  private async send(command: () => Promise<void>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    try {
      await command();
    } catch (error) {
      this.toast.problem(error);
      const { code } = problemOf(error);
      if (code === 'rule-not-looked-at') this.replaying.reload();
      if (code === 'rule-moved-on') this.rule.reload();
    } finally {
      this.sending.set(false);
    }
  }
}
