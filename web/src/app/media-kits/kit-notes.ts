import { Component, inject, input, output } from '@angular/core';
import type { KitNoteChoice, MediaKitDesk } from '@poolrise/contracts';
import { kitBounds } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { FilterChips } from '../ui/filter-chips';
import { Format } from '../ui/format';
import { NoteCover } from '../ui/note-cover';

/** Which notes stand for the creator: those above the middle by their figures, or up to six of their own choice. */
@Component({
  selector: 'app-kit-notes',
  imports: [FilterChips, NoteCover, T],
  template: `
    <h2>{{ 'mediaKit.notes.title' | t }}</h2>
    @if (kit().choices.length === 0) {
      <p class="hint">{{ 'mediaKit.notes.none' | t }}</p>
    } @else {
      <app-filter-chips
        [label]="'mediaKit.notes.how' | t"
        [choices]="ways"
        [word]="word"
        [chosen]="byHand() ? 'own' : 'rule'"
        (choose)="handed.emit($event === 'own')"
      />
      @if (byHand()) {
        <p class="hint" role="status">
          {{ 'mediaKit.notes.choose' | t: { most } }} ·
          {{ 'mediaKit.notes.chosen' | t: { n: chosen().length, most } }}
        </p>
        <ul [attr.aria-label]="'mediaKit.notes.title' | t">
          @for (note of kit().choices; track note.id) {
            <li>
              <label [class.full]="isFull(note)">
                <input
                  type="checkbox"
                  name="note"
                  [checked]="chosen().includes(note.id)"
                  [disabled]="isFull(note)"
                  (change)="toggled.emit(note.id)"
                />
                <app-note-cover
                  [title]="note.title"
                  [hue]="note.coverHue"
                  [url]="note.coverUrl"
                  [width]="33"
                />
                <span>
                  <b [attr.lang]="note.language">{{ note.title }}</b>
                  <small>{{ about(note) }}</small>
                </span>
              </label>
            </li>
          }
        </ul>
        @if (kit().moreChoices) {
          <p class="hint">{{ 'mediaKit.notes.more' | t: { n: kit().choices.length } }}</p>
        }
      } @else {
        <p class="hint">{{ rule() }}</p>
      }
    }
  `,
  styleUrl: '../ui/form-page.scss',
  styles: `
    app-filter-chips {
      margin-top: 10px;
    }
    ul {
      max-height: 340px;
      margin: 8px 0 0;
      padding: 0;
      overflow-y: auto;
      list-style: none;
    }
    label {
      display: flex;
      gap: 10px;
      align-items: center;
      margin: 0;
      padding: 6px 0;
      cursor: pointer;
    }
    label.full {
      opacity: 0.55;
      cursor: default;
    }
    input {
      flex: none;
      width: 18px;
      height: 18px;
      margin: 0;
      accent-color: var(--pr-action);
    }
    span {
      min-width: 0;
    }
    b,
    small {
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    b {
      font-weight: 550;
    }
  `,
})
export class KitNotes {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly kit = input.required<MediaKitDesk>();
  readonly byHand = input.required<boolean>();
  readonly chosen = input.required<readonly string[]>();
  readonly handed = output<boolean>();
  /** one that is chosen now, or no longer */
  readonly toggled = output<string>();

  protected readonly most = kitBounds.notesMost;
  protected readonly ways = ['rule', 'own'] as const;
  protected readonly word = (way: 'rule' | 'own'): string => this.texts.say(`mediaKit.notes.${way}`);

  protected rule(): string {
    const from = this.kit().document?.notes?.from ?? 0;
    const said = { least: kitBounds.notesLeast };
    return from < kitBounds.notesLeast
      ? this.texts.say('mediaKit.notes.tooFew', { ...said, n: from })
      : this.texts.count('mediaKit.notes.ruleText', from, said);
  }

  protected about(note: KitNoteChoice): string {
    const parts = [this.texts.say('mediaKit.notes.reads', { n: this.format.compact(note.reads) })];
    if (!note.daily) parts.push(this.texts.say('mediaKit.notes.cooperation'));
    return [...parts, this.format.day(note.publishedAt)].join(' · ');
  }

  protected isFull({ id }: KitNoteChoice): boolean {
    return this.chosen().length >= kitBounds.notesMost && !this.chosen().includes(id);
  }
}
