import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type NoteDraftRow, type NoteDraftState, noteDraftStates } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { FilterChips } from '../ui/filter-chips';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { ListFrame } from '../ui/list-frame';
import { NoteCover } from '../ui/note-cover';
import { PageHeader } from '../ui/page-header';
import { draftsPath } from './write-api';

/** What the creator writes: drafts, what is scheduled, and what was published from here. */
@Component({
  selector: 'app-write-page',
  imports: [Chip, EmptyState, FilterChips, Icon, ListFrame, MatButton, NoteCover, PageHeader, RouterLink, T],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'write.title' | t" [text]="'write.text' | t">
      <a actions matButton="filled" [routerLink]="session.to('write', 'new')">
        <app-icon matButtonIcon name="add" />{{ 'write.new' | t }}
      </a>
    </app-page-header>
    <div class="ask">
      <app-filter-chips
        [label]="'write.which' | t"
        [choices]="states"
        [word]="stateWord"
        [chosen]="chosen()"
        (choose)="choose($event)"
      />
    </div>
    <app-list-frame [list]="drafts">
      @if (drafts.items(); as items) {
        @if (items.length) {
          <ul [attr.aria-label]="'write.list' | t">
            @for (row of items; track row.id) {
              <li>
                <a class="row" [routerLink]="session.to('write', row.id)">
                  <app-note-cover [hue]="hue(row)" [url]="row.coverUrl" [title]="row.title" [width]="36" />
                  <span class="what">
                    <b>{{ row.title || ('write.untitled' | t) }}</b>
                    <small>{{ about(row) }}</small>
                    @if (row.excerpt.trim()) {
                      <small class="pr-clip">{{ row.excerpt }}</small>
                    }
                  </span>
                  <span class="far">
                    @if (row.failure) {
                      <app-chip tone="stopped" icon="error">{{ 'write.failed' | t }}</app-chip>
                    }
                    <small>{{ when(row) }}</small>
                  </span>
                </a>
              </li>
            }
          </ul>
        } @else {
          <div class="pr-card">
            <app-empty-state icon="text" [title]="empty().title" [text]="empty().text">
              <a matButton="filled" [routerLink]="session.to('write', 'new')">{{ 'write.new' | t }}</a>
            </app-empty-state>
          </div>
        }
      }
    </app-list-frame>
  `,
  styleUrl: '../ui/rows.scss',
  styles: `
    :host {
      --row-columns: 36px minmax(0, 1fr) auto;
    }
    .far {
      text-align: end;
    }
    @media (max-width: 899px) {
      .row {
        grid-template-columns: 36px minmax(0, 1fr);
      }
      .far {
        grid-column: 2;
        text-align: start;
      }
    }
  `,
})
export default class WritePage {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly states = noteDraftStates;

  /** from the address */
  readonly show = input<string>();
  protected readonly chosen = computed(
    (): NoteDraftState => noteDraftStates.find((one) => one === this.show()) ?? 'draft',
  );
  protected readonly empty = computed(() => ({
    title: this.texts.say(`write.empty.${this.chosen()}`),
    text: this.texts.say(`write.empty.${this.chosen()}Text`),
  }));
  protected readonly drafts = paged<NoteDraftRow>(() => `${draftsPath}?show=${this.chosen()}`, 'note-drafts');
  protected readonly stateWord = (state: NoteDraftState): string => this.texts.say(`write.show.${state}`);

  protected about({ type, category, pictures }: NoteDraftRow): string {
    return [
      this.texts.say(`common.noteType.${type}`),
      this.texts.say(`common.category.${category}`),
      ...(type === 'image' && pictures ? [this.texts.count('write.pictures', pictures)] : []),
    ].join(' · ');
  }

  protected when({ state, scheduledFor, publishedAt, changedAt }: NoteDraftRow): string {
    if (state === 'scheduled')
      return this.texts.say('write.goesOut', { at: this.format.dateTime(scheduledFor) });
    if (state === 'published')
      return this.texts.say('write.wentOut', { at: this.format.dateTime(publishedAt) });
    return this.texts.say('write.changed', { at: this.format.dateTime(changedAt) });
  }

  /** A colour that stays while the title is written. */
  protected hue({ id }: NoteDraftRow): number {
    return parseInt(id.slice(0, 4), 16) % 360;
  }

  protected choose(show: NoteDraftState): void {
    void this.router.navigate([], { queryParams: { show: show === 'draft' ? undefined : show } });
  }
}
