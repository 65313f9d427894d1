import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import type { ImportMapping, ImportOutcome, ImportView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { confirmed } from '../settings/confirm-dialog';
import { PageTitle } from '../shell/page-title';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { FileChecksCard } from './file-checks';
import { FileFacts } from './file-facts';
import { FileState, rowsThatAct } from './file-state';
import { ImportWords } from './import-words';
import { ImportsApi } from './imports-api';
import { KeptCard } from './kept-card';
import { keptTemplate } from './keep-template-dialog';
import { MappingEditor } from './mapping/mapping-editor';
import { PreviewRows } from './preview/preview-rows';
import { StateChip } from './state-chip';

/** One file: what it is, what its columns mean, what it would change, and whether it is in force. */
@Component({
  selector: 'app-import-page',
  imports: [
    FailedState,
    FileChecksCard,
    FileFacts,
    FileState,
    Icon,
    KeptCard,
    MappingEditor,
    MatButton,
    PageHeader,
    PreviewRows,
    RouterLink,
    Skeleton,
    StateChip,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './import-page.html',
  styleUrl: './import-page.scss',
})
export default class ImportPage {
  private readonly api = inject(ImportsApi);
  private readonly dialogs = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly words = inject(ImportWords);
  protected readonly session = inject(Session);

  readonly importId = input.required<string>();
  /** which outcome the preview shows, from the address */
  readonly show = input<string>();

  protected readonly file = httpResource<ImportView>(() => `/api/v1/imports/${this.importId()}`);
  protected readonly view = kept(() => this.importId(), this.file);
  protected readonly writes = computed(() => this.session.may('write:imports'));
  protected readonly busy = signal(false);

  protected readonly acts = computed(() => {
    const file = this.view();
    return file ? rowsThatAct(file) : 0;
  });
  protected readonly commitText = computed(() =>
    this.texts.count('imports.act.commit', this.acts(), {}, this.format.number(this.acts())),
  );
  protected readonly sizeText = computed(() => {
    const file = this.view();
    if (!file) return '';
    const { bytes, uploadedBy: name, uploadedAt } = file;
    const time = this.format.dateTime(uploadedAt);
    return this.texts.say('imports.what.size', { size: this.words.size(bytes), name, time });
  });
  protected readonly forgettable = computed(() =>
    ['waiting', 'asks', 'ready', 'undone', 'refused', 'failed'].includes(this.view()?.state ?? ''),
  );
  protected readonly previewed = computed(() =>
    ['ready', 'committing', 'done', 'undoing'].includes(this.view()?.state ?? ''),
  );

  constructor() {
    const title = inject(PageTitle);
    reloadOn(this.file, 'imports');
    effect(() => {
      const name = this.view()?.name;
      if (name) title.name(name);
    });
  }

  protected choose(show: ImportOutcome): void {
    void this.router.navigate([], { queryParams: { show }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected commit({ id }: ImportView): Promise<void> {
    return this.command(() => this.api.commit(id), 'imports.act.committed');
  }

  protected map({ id }: ImportView, mapping: ImportMapping): Promise<void> {
    return this.command(() => this.api.map(id, mapping), 'imports.columns.applied');
  }

  protected async keepUntil({ id }: ImportView, day: string): Promise<void> {
    try {
      this.file.set(await this.api.keep(id, day));
      this.toast.say(this.texts.say('imports.kept.saved', { day }));
    } catch (error) {
      this.toast.problem(error);
      this.file.reload();
    }
  }

  protected async undo({ id, name, counts }: ImportView): Promise<void> {
    await confirmed(this.dialogs, {
      title: this.texts.say('imports.act.undoTitle', { name }),
      text: this.texts.say('imports.act.undoText', {
        fresh: this.format.number(counts?.new ?? 0),
        changed: this.format.number(counts?.changed ?? 0),
      }),
      go: this.texts.say('imports.act.undoGo'),
      command: async () => this.file.set(await this.api.undo(id)),
    });
    this.file.reload();
  }

  protected async forget({ id, name }: ImportView): Promise<void> {
    const done = await confirmed(this.dialogs, {
      title: this.texts.say('imports.act.forgetTitle', { name }),
      text: this.texts.say('imports.act.forgetText'),
      go: this.texts.say('imports.act.forgetGo'),
      command: () => this.api.forget(id),
    });
    if (!done) {
      this.file.reload();
      return;
    }
    this.toast.say(this.texts.say('imports.act.forgotten', { name }));
    await this.router.navigate(this.session.to('imports'));
  }

  protected async keep({ id, name }: ImportView): Promise<void> {
    const offered = name.replace(/\.[^.]*$/, '').slice(0, 80);
    const done = await keptTemplate(this.dialogs, { importId: id, name: offered });
    if (done) this.toast.say(this.texts.say('imports.columns.kept', { name: done }));
  }

  /** What the api answers stands on the screen at once; what follows comes by the stream. */
  private async command(
    ask: () => Promise<ImportView>,
    done: 'imports.act.committed' | 'imports.columns.applied',
  ): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      this.file.set(await ask());
      this.toast.say(this.texts.say(done));
    } catch (error) {
      this.toast.problem(error);
      this.file.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
