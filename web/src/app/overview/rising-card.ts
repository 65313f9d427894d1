import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NoteRow } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Session } from '../session/session';
import { Format } from '../ui/format';
import { NoteCover } from '../ui/note-cover';
import { PoolBadge } from '../ui/pool-badge';
import { AppLineage } from '../ui/lineage';

/** The notes that do best against their peers while they climb: the ones to look at, and to boost. */
@Component({
  selector: 'app-rising-card',
  imports: [AppLineage, NoteCover, PoolBadge, RouterLink, T],
  host: { class: 'pr-card' },
  template: `
    <h2>
      {{ 'overview.rising.title' | t }} <small>{{ 'overview.rising.hint' | t }}</small>
    </h2>
    <ul class="pr-rows">
      @for (note of notes(); track note.id) {
        <li>
          <a [routerLink]="session.to('notes', note.id)" [appLineage]="['lift', 'impressionsNatural']">
            <app-note-cover [hue]="note.coverHue" [url]="note.coverUrl" [title]="note.title" />
            <span class="words">
              <b>{{ note.title }}</b>
              <app-pool-badge [state]="note.state" [level]="note.level" [levels]="note.levels" />
            </span>
            <span class="side">
              <b aria-hidden="true">{{ format.lift(note.lift) }}</b>
              <span class="pr-only-screen-reader">{{
                'overview.rising.lift' | t: { lift: format.lift(note.lift) }
              }}</span>
              <small>{{
                'overview.rising.impressions' | t: { n: format.compact(note.organicImpressions) }
              }}</small>
            </span>
          </a>
        </li>
      } @empty {
        <li class="nothing">{{ 'overview.rising.empty' | t }}</li>
      }
    </ul>
    <a
      class="pr-link"
      [routerLink]="session.to('notes')"
      [queryParams]="{ state: 'climbing', sort: 'lift' }"
      >{{ 'overview.rising.all' | t }}</a
    >
  `,
})
export class RisingCard {
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly notes = input.required<NoteRow[]>();
}
