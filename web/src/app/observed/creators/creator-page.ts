import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { ObservedCreatorView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { Session } from '../../session/session';
import { PageTitle } from '../../shell/page-title';
import { Chip } from '../../ui/chip';
import { CopyLink } from '../../ui/copy-link';
import { FailedState } from '../../ui/failed-state';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { Toast } from '../../ui/toast';
import { FilesCard } from '../note/files-card';
import { ObservedWords } from '../observed-words';
import { SourceChips } from '../source-chips';
import { ChoosingCreators } from './choosing-creators';
import { ComparedTable } from './compared-table';
import { CreatorSeries } from './creator-series';
import { FileCreatorWords } from './creator-words';
import { CreatorFacts } from './facts-card';
import { CreatorFigures } from './figures-card';
import { LeadOfFiles } from './lead-of-files';
import { WhoCard } from './who-card';

/** One creator as files describe her: who she is, each figure with its sources, over the days, beside what was counted here. */
@Component({
  selector: 'app-observed-creator-page',
  imports: [
    Chip,
    ComparedTable,
    CopyLink,
    CreatorFacts,
    CreatorFigures,
    CreatorSeries,
    FailedState,
    FilesCard,
    LeadOfFiles,
    MatButton,
    PageHeader,
    RouterLink,
    Skeleton,
    SourceChips,
    T,
    WhoCard,
  ],
  host: { class: 'pr-page' },
  templateUrl: './creator-page.html',
  styleUrl: '../observed-note-page.scss',
})
export default class ObservedCreatorPage {
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly choosing = inject(ChoosingCreators);
  private readonly said = inject(FileCreatorWords);
  protected readonly words = inject(ObservedWords);
  protected readonly session = inject(Session);

  readonly observedCreatorId = input.required<string>();
  protected readonly creator = httpResource<ObservedCreatorView>(
    () => `/api/v1/observed-creators/${this.observedCreatorId()}`,
  );
  protected readonly view = kept(this.observedCreatorId, this.creator);
  protected readonly busy = signal(false);
  protected readonly name = computed(() => {
    const view = this.view();
    return view && this.said.name(view);
  });
  protected readonly meta = computed(() => {
    const view = this.view();
    if (!view) return '';
    const number = view.redId && this.texts.say('observedCreators.called.red', { id: view.redId });
    return [
      ...(number && number !== this.name() ? [number] : []),
      ...(view.category ? [view.category] : []),
      ...(view.region ? [view.region] : []),
      this.texts.count('observedCreators.cardMeta', view.snapshots, { day: this.words.day(view.day) }),
    ].join(' · ');
  });
  protected readonly doubtOf = (doubt: NonNullable<ObservedCreatorView['doubt']>) =>
    `observedCreators.doubt.${doubt}` as const;

  constructor() {
    reloadOn(this.creator, 'imports');
    effect(() => {
      const name = this.name();
      if (name) this.title.name(name);
    });
  }

  protected async find({ id }: ObservedCreatorView): Promise<void> {
    const picked = await this.choosing.pick(id);
    if (!picked) return;
    await this.send(async () => {
      await this.choosing.choose(id, picked);
      this.toast.say(this.texts.say('observedCreators.queue.done', { name: picked.name }));
      await this.follow(picked);
    });
  }

  protected drop(nameKey: string): Promise<void> {
    return this.send(async () => {
      await this.choosing.drop(nameKey);
      this.toast.say(this.texts.say('observedCreators.queue.dropped'));
    });
  }

  /** Her rows may stand under another address now: that of whom she was joined to. */
  private async follow({
    creatorId,
    sameAs,
  }: {
    creatorId: string | null;
    sameAs: string | null;
  }): Promise<void> {
    const id = sameAs ?? (creatorId && (await this.choosing.inFiles(creatorId)));
    if (id && id !== this.observedCreatorId())
      await this.router.navigate(this.session.to('observed', 'creators', id), { replaceUrl: true });
  }

  private async send(command: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await command();
    } catch (error) {
      this.toast.problem(error);
    } finally {
      this.busy.set(false);
      this.creator.reload();
    }
  }
}
