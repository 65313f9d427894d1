import { httpResource } from '@angular/common/http';
import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import type { BriefView, CreatorTerms, ProposalPreview, ProposalView, SearchView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { centsOf } from '../ui/cents-of';
import { FailedState } from '../ui/failed-state';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { CreatorPicker } from './creator-picker';
import { FiguresStrip } from './figures-strip';
import { ItemRates } from './item-rates';
import { asksOf, draftFor, type DraftItem, draftOf } from './proposal-draft';
import { ProposalsApi } from './proposals-api';

type Terms = CreatorTerms['items'];

const pauseMs = 300;
/** As many as one looks through in a proposal; more are not taken over from an address. */
const chosenMost = 40;

/** Writes a proposal, or the next version of one; what it would come to is worked out while one types. */
@Component({
  selector: 'app-proposal-editor-page',
  imports: [
    CreatorPicker,
    FailedState,
    FiguresStrip,
    FormsModule,
    Icon,
    ItemRates,
    MatButton,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    PageHeader,
    Refusal,
    RouterLink,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './proposal-editor-page.html',
  styleUrl: './proposal-editor-page.scss',
})
export default class ProposalEditorPage {
  private readonly api = inject(ProposalsApi);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly session = inject(Session);
  protected readonly sending = sending();

  /** none: a new proposal */
  readonly proposalId = input<string>();
  /** ids of creators who were chosen in a list, a comparison or a plan, with commas between them */
  readonly creators = input<string>();
  /** id of the brief for which they were chosen */
  readonly brief = input<string>();
  private readonly wanted = httpResource<BriefView>(() => {
    const id = this.brief();
    return id && `/api/v1/briefs/${id}`;
  });
  private readonly chosen = resource({
    params: () => this.creators()?.split(',').filter(Boolean).slice(0, chosenMost),
    loader: ({ params }) => this.api.chosen(params),
  });
  protected readonly proposal = httpResource<ProposalView>(() => {
    const id = this.proposalId();
    return id && `/api/v1/proposals/${id}`;
  });
  /** Not kept fresh: what somebody else writes meanwhile must not change what one is typing, and is told when saving. */
  protected readonly before = computed(() =>
    this.proposalId() && this.proposal.hasValue() ? this.proposal.value() : null,
  );
  /** A brief that is gone has no target any more, and stops nobody. */
  private readonly target = computed(() =>
    this.proposalId()
      ? this.before()?.figures.targetReach?.target
      : this.wanted.hasValue()
        ? this.wanted.value().wishes.target
        : undefined,
  );
  protected readonly ready = computed(() =>
    this.proposalId() ? this.before() !== null : !this.chosen.isLoading() && !this.wanted.isLoading(),
  );

  protected readonly name = linkedSignal(() => this.before()?.name ?? '');
  protected readonly message = linkedSignal(() => this.before()?.message ?? '');
  protected readonly items = linkedSignal(
    () =>
      this.before()?.items.map(draftOf) ?? (this.chosen.hasValue() ? this.chosen.value().map(draftFor) : []),
  );
  protected readonly shareNow = signal(false);
  /** Which creators stand here, in an order that does not change with theirs. */
  private readonly creatorIds = computed(() =>
    [...new Set(this.items().map(({ creatorId }) => creatorId))].sort().join(','),
  );
  private readonly terms = resource({
    params: () => this.creatorIds() || undefined,
    loader: ({ params }) => this.api.terms(params.split(',')),
  });
  /** They stay while those of one more creator travel. Without them one types the price, as before. */
  private readonly known = linkedSignal<Terms | null, ReadonlyMap<string, Terms[number]>>({
    source: () => (this.terms.hasValue() ? this.terms.value() : null),
    computation: (now, last) =>
      now ? new Map(now.map((one) => [one.creatorId, one])) : (last?.value ?? new Map()),
  });
  private readonly requestKey = crypto.randomUUID();

  protected readonly asks = computed(() => asksOf(this.items()));
  protected readonly preview = resource({
    params: () => {
      const items = this.asks();
      return items ? { items, target: this.target() } : undefined;
    },
    loader: async ({ params, abortSignal }) => {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      return abortSignal.aborted ? null : this.api.preview(params);
    },
  });
  /** The figures stay while the next ones travel. */
  protected readonly figures = linkedSignal<
    ProposalPreview | null | undefined,
    ProposalPreview['figures'] | null
  >({
    source: () => (this.preview.hasValue() ? this.preview.value() : null),
    computation: (now, last) => now?.figures ?? last?.value ?? null,
  });
  protected readonly complete = computed(() => this.asks() !== null && this.name().trim().length > 0);

  protected readonly title = computed(() => {
    const before = this.before();
    return before
      ? this.texts.say('proposals.editor.editTitle', { name: before.name })
      : this.texts.say('proposals.editor.newTitle');
  });

  constructor() {
    effect(() => {
      const shared = this.before()?.shared ?? null;
      untracked(() => this.shareNow.set(shared !== null));
    });
  }

  protected add({ id, title, subtitle }: SearchView['hits'][number]): void {
    const taken = this.items().filter(({ creatorId }) => creatorId === id);
    if (taken.length > 1) return;
    const kind = taken[0]?.kind === 'image' ? 'video' : 'image';
    const item: DraftItem = {
      creatorId: id,
      name: title,
      redId: subtitle,
      kind,
      notes: 1,
      price: '',
      note: '',
      replace: null,
    };
    this.items.update((all) => [...all, item]);
  }

  protected change(at: number, change: Partial<DraftItem>): void {
    this.items.update((all) => all.map((item, index) => (index === at ? { ...item, ...change } : item)));
  }

  protected termsOf({ creatorId }: DraftItem): Terms[number] | undefined {
    return this.known().get(creatorId);
  }

  /** A rate is that of one note; the price of a place is that of all its notes. */
  protected takeRate(at: number, cents: number): void {
    const notes = this.items()[at]?.notes ?? 1;
    this.change(at, { price: String((cents * notes) / 100) });
  }

  protected remove(at: number): void {
    this.items.update((all) => all.filter((_, index) => index !== at));
  }

  protected isPrice(text: string): boolean {
    return text === '' || centsOf(text) !== null;
  }

  protected async save(): Promise<void> {
    const items = this.asks();
    if (!items || !this.complete()) return;
    await this.sending.send(async () => {
      const before = this.before();
      const message = this.message();
      const { id } = before
        ? await this.api.writeVersion(before.id, {
            basedOn: before.latest,
            message,
            items,
            share: this.shareNow(),
          })
        : await this.api.write({
            name: this.name().trim(),
            message,
            items,
            target: this.target(),
            requestKey: this.requestKey,
          });
      this.toast.say(this.texts.say('proposals.editor.saved'));
      await this.router.navigate(this.session.to('proposals', id));
    });
  }
}
