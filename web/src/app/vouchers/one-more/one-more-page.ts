import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { NoteRow, OneMoreList, OneMoreVoucher, Page, VoucherView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { sending } from '../../problems/sending';
import { Session } from '../../session/session';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { Icon } from '../../ui/icon';
import { PageHeader } from '../../ui/page-header';
import { RunList } from '../../ui/run-list';
import { Skeleton } from '../../ui/skeleton';
import { OneMoreApi, oneMorePath } from './one-more-api';
import { OneMoreForm, type Question } from './one-more-form';
import { OneMoreResultView } from './one-more-result';
import type { Answered } from './one-more-words';

/** What one more voucher on a note would do: asked here, played on the server, and kept. */
@Component({
  selector: 'app-one-more-page',
  imports: [
    EmptyState,
    FailedState,
    Icon,
    MatButton,
    OneMoreForm,
    OneMoreResultView,
    PageHeader,
    RouterLink,
    RunList,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './one-more-page.html',
  styles: `
    .grid {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 340px;
      gap: 16px;
      align-items: start;
    }
    .stack {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }
    .ended {
      color: var(--pr-muted);
    }
    @media (max-width: 1079px) {
      .grid {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export default class OneMorePage {
  private readonly api = inject(OneMoreApi);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);

  /** from the address: the note and the voucher somebody came from, and the question that is looked at */
  readonly note = input<string>();
  readonly voucher = input<string>();
  readonly run = input<string>();

  private readonly about = computed(() => {
    const asked = { noteId: this.note(), voucherId: this.voucher() };
    const set = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return set.length > 0 ? `?${new URLSearchParams(set).toString()}` : '';
  });
  protected readonly questions = httpResource<OneMoreList>(() => `${oneMorePath}${this.about()}`);
  private readonly list = kept(this.about, this.questions);
  protected readonly runs = computed(() => this.list()?.items ?? []);
  protected readonly named = computed(() =>
    this.runs().map((run) => ({
      ...run,
      name: this.texts.say('oneMore.runs.name', { voucher: run.voucherName, note: run.title }),
    })),
  );
  private readonly found = httpResource<Page<NoteRow>>(() => '/api/v1/notes?limit=100');
  private readonly usable = httpResource<Page<VoucherView>>(() => '/api/v1/vouchers?state=usable&limit=100');
  /** The note somebody came from may be older than the hundred newest. */
  private readonly asked = httpResource<NoteRow>(() => {
    const note = this.note();
    if (note === undefined || !this.found.hasValue()) return undefined;
    return this.found.value().items.some(({ id }) => id === note) ? undefined : `/api/v1/notes/${note}`;
  });

  protected readonly loaded = computed(() => {
    if (!this.found.hasValue() || !this.usable.hasValue() || !this.list()) return null;
    const asked = this.asked.hasValue() ? [this.asked.value()] : [];
    const notes = [...asked, ...this.found.value().items.filter(({ auditState }) => auditState === 'passed')];
    return { notes, vouchers: this.usable.value().items };
  });
  protected readonly failure = computed(() => {
    for (const resource of [this.questions, this.found, this.usable]) {
      const error = resource.error();
      if (error) return { error, reload: () => resource.reload() };
    }
    return null;
  });

  /** The one in the address, else the newest. */
  protected readonly chosen = computed(() => this.run() ?? this.runs()[0]?.id ?? null);
  private readonly row = computed(() => this.runs().find(({ id }) => id === this.chosen()));
  protected readonly underWay = computed(() => {
    const state = this.row()?.state;
    return state === 'waiting' || state === 'running';
  });
  /** Asked for once it is answered: until then there is no result, and afterwards it never changes. */
  protected readonly question = httpResource<OneMoreVoucher>(() => {
    const id = this.chosen();
    if (id === null || !this.list()) return undefined;
    const state = this.row()?.state;
    return state === undefined || state === 'done' ? `${oneMorePath}/${id}` : undefined;
  });
  protected readonly answer = computed((): Answered | null => {
    if (!this.question.hasValue()) return null;
    const { result, ...question } = this.question.value();
    return result && { ...question, result };
  });
  protected readonly ended = computed(() => {
    const state = this.row()?.state ?? (this.question.hasValue() ? this.question.value().state : undefined);
    return state === 'failed' || state === 'cancelled' ? this.texts.say(`oneMore.runs.${state}`) : '';
  });

  protected readonly sending = sending();
  /** One question, one key: pressing twice, or again after a lost answer, asks once. */
  private last: { key: string; question: string } | null = null;

  constructor() {
    reloadOn(this.questions, 'simulations');
  }

  protected async ask(question: Question): Promise<void> {
    const said = JSON.stringify(question);
    if (this.last?.question !== said) this.last = { key: crypto.randomUUID(), question: said };
    const { key: requestKey } = this.last;
    await this.sending.send(async () => {
      const { id } = await this.api.ask({ ...question, requestKey });
      this.last = null;
      this.questions.reload();
      this.choose(id);
    });
  }

  protected choose(run: string): void {
    void this.router.navigate([], { queryParams: { run }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected async cancel(id: string): Promise<void> {
    await this.sending.send(async () => {
      await this.api.cancel(id);
      this.questions.reload();
    });
  }
}
