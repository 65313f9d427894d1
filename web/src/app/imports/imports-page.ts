import { Component, effect, inject, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ImportListItem } from '@poolrise/contracts';
import { dayInShanghai } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { Format } from '../ui/format';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import { RowKeys } from '../ui/row-keys';
import { DropZone } from './drop-zone';
import { ImportWords, isUnderWay } from './import-words';
import { KeepFor } from './keep-for';
import { KindsGuide } from './kinds-guide';
import { ImportProgress } from './progress-bar';
import { StateChip } from './state-chip';
import { TemplatesCard } from './templates-card';
import { UploadList } from './upload-list';
import { Uploads } from './uploads';

/** Files that were brought in, and the place to bring in more. */
@Component({
  selector: 'app-imports-page',
  imports: [
    DropZone,
    EmptyState,
    ImportProgress,
    KeepFor,
    KindsGuide,
    ListFrame,
    MatButton,
    PageHeader,
    RouterLink,
    RowKeys,
    StateChip,
    T,
    TemplatesCard,
    UploadList,
  ],
  host: { class: 'pr-page' },
  templateUrl: './imports-page.html',
  styleUrl: './imports-page.scss',
})
export default class ImportsPage {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly uploads = inject(Uploads);
  protected readonly words = inject(ImportWords);
  protected readonly files = paged<ImportListItem>(() => '/api/v1/imports', 'imports');
  protected readonly underWay = isUnderWay;
  protected readonly today = dayInShanghai(new Date());

  constructor() {
    let seen = untracked(this.uploads.arrivals);
    effect(() => {
      const now = this.uploads.arrivals();
      if (now === seen) return;
      seen = now;
      untracked(() => this.files.reload());
    });
  }

  /** The outcomes that a file has any rows of, in words, the weightiest first. */
  protected counts({ counts }: ImportListItem): string {
    if (!counts) return '';
    const all = (['new', 'changed', 'unchanged', 'repeated', 'rejected'] as const)
      .filter((outcome) => counts[outcome] > 0)
      .map(
        (outcome) =>
          `${this.texts.say(`imports.preview.tabs.${outcome}`)} ${this.format.number(counts[outcome])}`,
      );
    return all.join(' · ');
  }
}
