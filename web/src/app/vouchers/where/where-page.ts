import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { NoteRow, OneMoreList, OneMoreVoucher, Page, VoucherView } from '@poolrise/contracts';
import { leastWorlds } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { voucherGives } from '../../boosts/voucher-words';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { Refusal } from '../../problems/refusal';
import { sending } from '../../problems/sending';
import { Session } from '../../session/session';
import { ChoiceField } from '../../ui/choice-field';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { Format } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { OneMoreApi, oneMorePath } from '../one-more/one-more-api';
import type { Answered } from '../one-more/one-more-words';
import { notesFor } from './notes-for';
import { SpendingList } from './spending-list';

const durationHours = 24;

/** On which of my notes a voucher does most: asked with one press, played on the server, and kept. */
@Component({
  selector: 'app-where-page',
  imports: [
    ChoiceField,
    EmptyState,
    FailedState,
    MatButton,
    PageHeader,
    Refusal,
    RouterLink,
    Skeleton,
    SpendingList,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './where-page.html',
  styles: `
    .choose {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
      align-items: end;
      margin-bottom: 16px;
    }
    app-choice-field {
      flex: 1 1 320px;
      max-width: 520px;
    }
    .quiet {
      margin-top: 8px;
      color: var(--pr-muted);
    }
  `,
})
export default class WherePage {
  private readonly api = inject(OneMoreApi);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);

  /** from the address */
  readonly voucher = input<string>();

  private readonly usable = httpResource<Page<VoucherView>>(() => '/api/v1/vouchers?state=usable&limit=100');
  private readonly found = httpResource<Page<NoteRow>>(() => '/api/v1/notes?limit=100');
  protected readonly vouchers = computed(() => (this.usable.hasValue() ? this.usable.value().items : null));
  protected readonly chosen = computed(() => {
    const all = this.vouchers() ?? [];
    return all.find(({ id }) => id === this.voucher()) ?? all[0];
  });
  protected readonly choices = computed(() => (this.vouchers() ?? []).map(({ id }) => id));
  protected readonly word = (id: string): string => {
    const voucher = this.vouchers()?.find((one) => one.id === id);
    return voucher ? `${voucher.name} · ${voucherGives(voucher, this.texts, this.format)}` : '';
  };
  /** Notes that this voucher may boost, and of which readers have seen enough to play worlds from. */
  protected readonly notes = computed(() => {
    const voucher = this.chosen();
    return voucher && this.found.hasValue() ? notesFor(voucher, this.found.value().items) : null;
  });

  private readonly about = computed(() => this.chosen()?.id ?? '');
  protected readonly runs = httpResource<OneMoreList>(() =>
    this.about() ? `${oneMorePath}?voucherId=${this.about()}` : undefined,
  );
  private readonly list = kept(this.about, this.runs);
  protected readonly run = computed(
    () => this.list()?.items.find(({ state }) => state !== 'failed' && state !== 'cancelled') ?? null,
  );
  protected readonly underWay = computed(() => {
    const state = this.run()?.state;
    return state === 'waiting' || state === 'running';
  });
  protected readonly progress = computed(() => this.format.percent(this.run()?.progress ?? 0, 0));
  private readonly question = httpResource<OneMoreVoucher>(() => {
    const run = this.run();
    return run?.state === 'done' ? `${oneMorePath}/${run.id}` : undefined;
  });
  protected readonly answer = computed((): Answered | null => {
    if (!this.question.hasValue()) return null;
    const { result, ...question } = this.question.value();
    return result && { ...question, result };
  });
  protected readonly ready = computed(
    () => this.vouchers() && this.found.hasValue() && (!this.chosen() || this.list()),
  );
  protected readonly failure = computed(() => {
    for (const resource of [this.usable, this.found, this.runs, this.question]) {
      const error = resource.error();
      if (error) return { error, reload: () => resource.reload() };
    }
    return null;
  });

  protected readonly sending = sending();
  /** One question, one key: pressing twice, or again after a lost answer, asks once. */
  private last: { key: string; about: string } | null = null;

  constructor() {
    reloadOn(this.runs, 'simulations');
  }

  protected choose(voucher: string): void {
    void this.router.navigate([], { queryParams: { voucher }, replaceUrl: true });
  }

  protected async ask(): Promise<void> {
    const voucher = this.chosen();
    const note = this.notes()?.[0];
    if (!voucher || !note || this.sending.busy()) return;
    const about = `${voucher.id}.${note.id}`;
    if (this.last?.about !== about) this.last = { key: crypto.randomUUID(), about };
    const { key: requestKey } = this.last;
    await this.sending.send(async () => {
      await this.api.ask({
        noteId: note.id,
        voucherId: voucher.id,
        startsInHours: 0,
        durationHours,
        worlds: leastWorlds,
        seed: 1,
        assumed: [],
        requestKey,
      });
      this.last = null;
      this.runs.reload();
    });
  }
}
