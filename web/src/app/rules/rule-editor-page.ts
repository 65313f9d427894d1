import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { isShareMetric, type ReplayRule, type RuleReplayView, type RuleView } from '@poolrise/contracts';
import { ruleActions, ruleBounds, ruleComparisons, type RuleMetric, ruleMetrics } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { CampaignPicker } from '../campaigns/campaign-picker';
import { kept } from '../live/kept';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import {
  conditionOf,
  draftOf,
  emptyRule,
  type RuleDraft,
  ruleFaults,
  type RuleField,
  usual,
  windowChoices,
} from './rule-draft';
import { RuleReplay } from './rule-replay';
import { RuleWords } from './rule-words';
import { RulesApi, rulesRoot } from './rules-api';

/** A pause in typing after which the replay is asked for again. */
const pauseMs = 300;

/** Writes or changes a rule, with the whole sentence and what it would have done beside the fields. */
@Component({
  selector: 'app-rule-editor-page',
  imports: [CampaignPicker, FailedState, MatButton, PageHeader, Refusal, RuleReplay, Skeleton, T],
  host: { class: 'pr-page' },
  templateUrl: './rule-editor-page.html',
  styleUrl: './rule-editor-page.scss',
})
export default class RuleEditorPage {
  private readonly api = inject(RulesApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toast = inject(Toast);
  private readonly words = inject(RuleWords);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly metrics = ruleMetrics;
  protected readonly comparisons = ruleComparisons;
  protected readonly actions = ruleActions;
  protected readonly windows = windowChoices;

  /** the rule to change; none writes a new one */
  readonly ruleId = input<string>();

  /** Made when the page opens: pressing twice, or again after a lost answer, writes one rule. */
  private readonly requestKey = crypto.randomUUID();
  protected readonly rule = httpResource<RuleView>(() => {
    const id = this.ruleId();
    return id ? `${rulesRoot}/${id}` : undefined;
  });
  protected readonly ready = computed(() => !this.ruleId() || this.rule.hasValue());
  protected readonly draft = linkedSignal<RuleDraft>(() =>
    this.rule.hasValue() ? draftOf(this.rule.value()) : emptyRule,
  );
  protected readonly tried = signal(false);
  protected readonly sending = sending();
  private readonly faults = computed(() => ruleFaults(this.draft()));
  protected readonly share = computed(() => isShareMetric(this.draft().metric));
  protected readonly sentence = computed(() => {
    const condition = conditionOf(this.draft());
    return condition ? this.words.sentence(condition, this.draft().action) : null;
  });

  protected readonly settled = signal<ReplayRule | null>(null);
  private readonly asking = httpResource<RuleReplayView>(() => {
    const body = this.settled();
    return body ? { url: `${rulesRoot}/replay`, method: 'POST', body } : undefined;
  });
  private readonly answer = kept(() => 'replay', this.asking);
  protected readonly replay = computed(() => (this.settled() ? (this.answer() ?? null) : null));

  constructor() {
    effect((onCleanup) => {
      const { campaignId, action } = this.draft();
      const condition = this.ready() ? conditionOf(this.draft()) : null;
      const ask = condition && { campaignId, condition, action, days: 14 as const };
      const timer = setTimeout(() => this.settled.set(ask), pauseMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected set<K extends keyof RuleDraft>(part: K, value: RuleDraft[K]): void {
    this.draft.update((draft) => ({ ...draft, [part]: value }));
  }

  protected choose(metric: RuleMetric): void {
    this.draft.update((draft) => ({ ...draft, metric, ...usual[metric] }));
  }

  protected text(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  /** What is wrong with a field, once saving was tried; of numbers at once. */
  protected fault(field: RuleField): string | null {
    if (!this.faults().includes(field) || (field === 'name' && !this.tried())) return null;
    if (field === 'name') return this.texts.say('rules.editor.nameMissing');
    if (field === 'impressions')
      return this.texts.say('rules.editor.impressionsFault', {
        least: this.format.number(ruleBounds.leastImpressions),
        most: this.format.number(ruleBounds.mostImpressions),
      });
    return this.texts.say(this.share() ? 'rules.editor.shareFault' : 'rules.editor.moneyFault');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const { name, campaignId, action } = this.draft();
    const condition = conditionOf(this.draft());
    if (!condition || this.faults().length > 0) {
      const form = event.target as HTMLFormElement;
      // Once the marks are drawn, the first field that bears one.
      setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    const fields = { name: name.trim(), campaignId, condition, action };
    const ruleId = this.ruleId();
    await this.sending.send(async () => {
      const { id } =
        ruleId && this.rule.hasValue()
          ? await this.api.change(ruleId, { ...fields, version: this.rule.value().version })
          : await this.api.write({ ...fields, requestKey: this.requestKey });
      this.toast.say(this.texts.say('rules.editor.saved'));
      await this.router.navigate(this.session.to('campaigns', 'rules', id));
    });
  }
}
