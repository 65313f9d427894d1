import { httpResource } from '@angular/common/http';
import { Component, computed, inject, model, signal } from '@angular/core';
import type { NoteRow, Page } from '@poolrise/contracts';
import { raceBounds } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { FailedState } from '../ui/failed-state';
import { Icon } from '../ui/icon';
import { NoteCover } from '../ui/note-cover';
import { SearchField } from '../ui/search-field';
import { Skeleton } from '../ui/skeleton';
import { ArmLetter } from './arm-letter';

/** Which notes race: two to five of those that may be boosted, found by their words, with their covers. */
@Component({
  selector: 'app-note-choice',
  imports: [ArmLetter, FailedState, Icon, NoteCover, SearchField, Skeleton, T],
  template: `
    <div class="ask">
      <app-search-field
        [label]="'races.new.notesSearch' | t"
        [asked]="words()"
        (ask)="words.set($event ?? '')"
      />
      <span role="status">{{ texts.count('races.new.notesChosen', chosen().length) }}</span>
    </div>
    @if (rows(); as rows) {
      <ul>
        @for (note of rows; track note.id) {
          <li>
            <button
              type="button"
              [attr.aria-pressed]="placeOf(note.id) >= 0"
              [disabled]="placeOf(note.id) < 0 && full()"
              (click)="toggle(note)"
            >
              <app-note-cover [hue]="note.coverHue" [url]="note.coverUrl" [title]="note.title" [width]="36" />
              <span class="title">{{ note.title }}</span>
              @if (placeOf(note.id) >= 0) {
                <app-arm-letter [place]="placeOf(note.id)" />
              } @else {
                <app-icon name="add" />
              }
            </button>
          </li>
        } @empty {
          <li class="none">
            {{ (words() ? 'races.new.notesNotFound' : 'races.new.notesNone') | t }}
          </li>
        }
      </ul>
    } @else if (found.error(); as error) {
      <app-failed-state [error]="error" (retry)="found.reload()" />
    } @else {
      <app-skeleton height="210px" radius="12px" />
    }
  `,
  styles: `
    .ask {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
      justify-content: space-between;
      margin-top: 8px;
      color: var(--pr-muted);
      font-size: 13px;
    }
    app-search-field {
      flex: 0 1 320px;
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(260px, 1fr));
      gap: 8px;
      max-height: 336px;
      margin: 10px 0 0;
      padding: 3px;
      overflow-y: auto;
      list-style: none;
    }
    button {
      display: flex;
      gap: 10px;
      align-items: center;
      width: 100%;
      padding: 8px 10px;
      border: 1px solid var(--pr-line);
      border-radius: 12px;
      background: var(--pr-card);
      color: var(--pr-ink);
      font: inherit;
      text-align: start;
      cursor: pointer;
    }
    button:hover:not(:disabled) {
      background: var(--pr-hover);
    }
    button[aria-pressed='true'] {
      border-color: var(--pr-action);
      background: var(--pr-tint);
    }
    button:disabled {
      color: var(--pr-muted);
      cursor: default;
    }
    .title {
      display: -webkit-box;
      flex: 1;
      overflow: hidden;
      font-size: 13px;
      line-height: 1.35;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
    app-icon {
      color: var(--pr-muted);
    }
    .none {
      grid-column: 1 / -1;
      padding: 18px;
      color: var(--pr-muted);
      text-align: center;
    }
  `,
})
export class NoteChoice {
  protected readonly texts = inject(Texts);
  readonly chosen = model.required<readonly string[]>();

  protected readonly words = signal('');
  protected readonly found = httpResource<Page<NoteRow>>(() => {
    const words = this.words().trim().slice(0, 100);
    return `/api/v1/notes?limit=60${words ? `&q=${encodeURIComponent(words)}` : ''}`;
  });
  private readonly page = kept(() => 'notes', this.found);
  /** notes that were chosen stay in sight, whatever is looked for */
  private readonly picked = signal<readonly NoteRow[]>([]);
  protected readonly rows = computed(() => {
    const page = this.page();
    if (!page) return null;
    const free = page.items.filter(({ id, auditState }) => auditState === 'passed' && this.placeOf(id) < 0);
    return [...this.picked(), ...free];
  });
  protected readonly full = computed(() => this.chosen().length >= raceBounds.mostNotes);

  protected placeOf(id: string): number {
    return this.chosen().indexOf(id);
  }

  protected toggle(note: NoteRow): void {
    this.picked.update((picked) =>
      picked.some(({ id }) => id === note.id) ? picked.filter(({ id }) => id !== note.id) : [...picked, note],
    );
    this.chosen.set(this.picked().map(({ id }) => id));
  }
}
