import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { CreatorSearchPage, ObservedCreatorRow, Page } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { FailedState } from '../../ui/failed-state';
import { FilterChips } from '../../ui/filter-chips';
import { Format } from '../../ui/format';
import { Skeleton } from '../../ui/skeleton';
import { ObservedWords } from '../observed-words';
import type { PickedCreator } from './choosing-creators';
import { FileCreatorWords } from './creator-words';

/** Typing pauses this long before the search follows, in milliseconds. */
const pause = 250;
const shownMax = 8;
const places = ['directory', 'files'] as const;
type Place = (typeof places)[number];

interface Shown extends PickedCreator {
  about: string;
  followers: string;
  /** without a number or a page nobody can be joined to her */
  usable: boolean;
}

/** Finds somebody in the directory or among the creators of files; closes with who was picked. */
@Component({
  selector: 'app-pick-creator-dialog',
  imports: [
    FailedState,
    FilterChips,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    Skeleton,
    T,
  ],
  templateUrl: './pick-creator-dialog.html',
  styleUrl: '../pick-dialog.scss',
})
export class PickCreatorDialog {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly words = inject(ObservedWords);
  private readonly said = inject(FileCreatorWords);
  protected readonly dialog = inject<MatDialogRef<PickCreatorDialog, PickedCreator>>(MatDialogRef);
  private readonly data = inject<{ self: string }>(MAT_DIALOG_DATA);

  protected readonly places = places;
  protected readonly placeWord = (place: Place): string => this.texts.say(`observedCreators.pick.${place}`);
  protected readonly place = signal<Place>('directory');
  protected readonly typed = signal('');
  private readonly asked = signal('');
  private readonly search = computed(() => this.asked().trim().slice(0, 100));
  private readonly directory = httpResource<CreatorSearchPage>(() => {
    if (this.place() !== 'directory') return undefined;
    const search = this.search();
    return `/api/v1/creators?${new URLSearchParams({ limit: String(shownMax), blacklisted: 'show', ...(search && { q: search }) })}`;
  });
  private readonly files = httpResource<Page<ObservedCreatorRow>>(() => {
    if (this.place() !== 'files') return undefined;
    const search = this.search();
    return `/api/v1/observed-creators?${new URLSearchParams({ limit: String(shownMax + 1), ...(search && { search }) })}`;
  });
  protected readonly found = computed(() => (this.place() === 'directory' ? this.directory : this.files));
  protected readonly label = computed(() =>
    this.texts.say(
      this.place() === 'directory' ? 'observedCreators.pick.search' : 'observedCreators.pick.searchFiles',
    ),
  );
  protected readonly rows = computed((): Shown[] | undefined => {
    if (this.place() === 'directory')
      return this.directory.hasValue()
        ? this.directory.value().items.map(({ id, name, redId, figures }) => ({
            creatorId: id,
            sameAs: null,
            name,
            about: this.texts.say('observedCreators.called.red', { id: redId }),
            followers: this.format.compact(figures.followers),
            usable: true,
          }))
        : undefined;
    if (!this.files.hasValue()) return undefined;
    return this.files
      .value()
      .items.filter(({ id }) => id !== this.data.self)
      .slice(0, shownMax)
      .map((row) => this.ofFile(row));
  });

  constructor() {
    effect((onCleanup) => {
      const typed = this.typed();
      const timer = setTimeout(() => this.asked.set(typed), pause);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected close({ creatorId, sameAs, name }: Shown): void {
    this.dialog.close({ creatorId, sameAs, name });
  }

  private ofFile(row: ObservedCreatorRow): Shown {
    const usable = row.redId !== null || row.platformId !== null;
    return {
      creatorId: null,
      sameAs: row.id,
      name: this.said.name(row),
      about: usable
        ? [row.category, row.region].filter(Boolean).join(' · ')
        : this.texts.say('observedCreators.pick.noNumber'),
      followers: this.words.figure(row.followers).text,
      usable,
    };
  }
}
