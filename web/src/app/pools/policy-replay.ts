import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import type { PolicyReplay, PolicyReplayList, PolicyReplayRow } from '@poolrise/contracts';
import type { PolicyRuleSet } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { RunEntry } from '../ui/run-entry';
import { Skeleton } from '../ui/skeleton';
import { OverDays } from './over-days';
import { PolicyDeskApi } from './policy-desk-api';
import { PolicyLabel } from './policy-label';
import { PolicyReplayTable } from './policy-replay-table';

/** The rules on screen tried on a replayed feed, and the replays that were asked for before. */
@Component({
  selector: 'app-policy-replay',
  imports: [
    FailedState,
    MatButton,
    MatProgressBar,
    OverDays,
    PolicyReplayTable,
    Refusal,
    RunEntry,
    Skeleton,
    T,
  ],
  host: { class: 'pr-card' },
  templateUrl: './policy-replay.html',
  styleUrls: ['./policy-preview.scss', './policy-replay.scss'],
})
export class PolicyReplayCard {
  private readonly api = inject(PolicyDeskApi);
  private readonly labels = inject(PolicyLabel);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);

  readonly document = input.required<PolicyRuleSet>();
  readonly faulty = input(false);

  protected readonly days = signal(7);
  protected readonly sending = sending();
  protected readonly tried = signal(false);
  /** What was asked from this page; one question has one key, so that pressing again after a lost answer asks once. */
  private question: { of: PolicyRuleSet; days: number; key: string } | null = null;
  private readonly asked = signal<{ id: string; of: PolicyRuleSet } | null>(null);
  private readonly picked = signal<string | null>(null);

  protected readonly list = httpResource<PolicyReplayList>(() => '/api/v1/policies/replays');
  private readonly known = kept(() => 'all', this.list);
  protected readonly runs = computed(() => this.known()?.items ?? null);
  protected readonly chosen = computed(() => this.picked() ?? this.runs()?.[0]?.id ?? null);
  protected readonly row = computed(() => this.runs()?.find(({ id }) => id === this.chosen()) ?? null);
  protected readonly under = computed(() => {
    const row = this.row();
    return row?.state === 'waiting' || row?.state === 'running' ? row : null;
  });
  /** Asked for once it is done: until then there is no result, and afterwards it never changes. */
  protected readonly replay = httpResource<PolicyReplay>(() => {
    const row = this.row();
    return row?.state === 'done' ? `/api/v1/policies/replays/${row.id}` : undefined;
  });
  protected readonly result = computed(() =>
    this.replay.hasValue() ? (this.replay.value().result ?? null) : null,
  );
  protected readonly label = computed(() => {
    const row = this.row();
    if (!row || (this.asked()?.id === row.id && !this.stale()))
      return this.texts.say('policyReplay.theseRules');
    return this.nameOf(row);
  });
  protected readonly stale = computed(() => {
    const asked = this.asked();
    return asked !== null && asked.id === this.chosen() && asked.of !== this.document();
  });

  constructor() {
    reloadOn(this.list, 'simulations');
  }

  protected async go(): Promise<void> {
    this.tried.set(true);
    if (this.faulty() || this.under()) return;
    const [of, days] = [this.document(), this.days()];
    if (this.question?.of !== of || this.question.days !== days)
      this.question = { of, days, key: crypto.randomUUID() };
    const { key } = this.question;
    await this.sending.send(async () => {
      const { id } = await this.api.askReplay({ document: of as never, days, requestKey: key });
      this.question = null;
      this.asked.set({ id, of });
      this.picked.set(id);
      this.list.reload();
    });
  }

  protected async cancel(id: string): Promise<void> {
    await this.sending.send(async () => {
      await this.api.cancelReplay(id);
      this.list.reload();
    });
  }

  protected pick(id: string): void {
    this.picked.set(id);
  }

  /** The version with these rules, or a short name for rules that nobody saved. */
  protected nameOf({ candidate, documentHash }: PolicyReplayRow): string {
    if (candidate) return this.labels.of(candidate);
    return this.texts.say('policyReplay.unsaved', { hash: documentHash.slice(0, 6) });
  }

  protected by({ requestedBy, requestedAt }: PolicyReplayRow): string {
    return this.texts.say('policyReplay.by', { who: requestedBy, at: this.format.dateTime(requestedAt) });
  }
}
