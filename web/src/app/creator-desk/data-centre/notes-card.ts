import { HttpClient } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type DataNoteRow, dataNoteSorts, type dataSpans } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { paged } from '../../live/paged';
import { Session } from '../../session/session';
import { ChoiceField } from '../../ui/choice-field';
import { Format } from '../../ui/format';
import { ListFrame } from '../../ui/list-frame';
import { MetricName } from '../../ui/metric-name';
import { Scrolls } from '../../ui/scrolls';
import { asFile, saveAnswer } from '../../ui/save-answer';
import { Toast } from '../../ui/toast';

type Sort = (typeof dataNoteSorts)[number];

/** What each note did in these days; all of them can be taken along as a file. */
@Component({
  selector: 'app-data-notes-card',
  imports: [ChoiceField, ListFrame, MatButton, MetricName, RouterLink, Scrolls, T],
  host: { class: 'pr-card' },
  template: `
    <div class="head">
      <div class="what">
        <h2>{{ 'creatorDesk.data.notes.title' | t }}</h2>
        <p class="text">{{ 'creatorDesk.data.notes.text' | t }}</p>
      </div>
      <app-choice-field
        name="sort"
        [label]="'creatorDesk.data.notes.sort' | t"
        [choices]="sorts"
        [word]="sortWord"
        [chosen]="sort()"
        (choose)="sort.set($event)"
      />
      <button matButton="outlined" type="button" [disabled]="busy()" disabledInteractive (click)="take()">
        {{ 'creatorDesk.data.notes.csv' | t }}
      </button>
    </div>
    <app-list-frame [list]="notes">
      @if (notes.items(); as items) {
        @if (items.length > 0) {
          <div [appScrolls]="'creatorDesk.data.notes.title' | t">
            <table>
              <thead>
                <tr>
                  <th scope="col">{{ 'creatorDesk.data.notes.name' | t }}</th>
                  @for (metric of columns; track metric) {
                    <th scope="col" class="number"><app-metric-name [metric]="metric" /></th>
                  }
                </tr>
              </thead>
              <tbody>
                @for (row of items; track row.id) {
                  <tr>
                    <th scope="row" class="name">
                      <a [routerLink]="session.to('notes', row.id)" [attr.lang]="row.language">{{
                        row.title
                      }}</a>
                      <small>{{ format.day(row.publishedAt) }}</small>
                    </th>
                    <td class="number">{{ format.number(row.impressions) }}</td>
                    <td class="number">{{ format.number(row.reads) }}</td>
                    <td class="number">{{ format.metric('ctr', row.ctr) }}</td>
                    <td class="number">{{ format.number(row.likes) }}</td>
                    <td class="number">{{ format.number(row.collects) }}</td>
                    <td class="number">{{ format.number(row.comments) }}</td>
                    <td class="number">{{ format.number(row.shares) }}</td>
                    <td class="number">{{ format.number(row.follows) }}</td>
                    <td class="number">{{ format.metric('dwellPerRead', row.dwellPerRead) }}</td>
                    <td class="number">{{ format.number(row.hides) }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        } @else {
          <p class="text">{{ 'creatorDesk.data.notes.none' | t }}</p>
        }
      }
    </app-list-frame>
  `,
  styleUrls: ['../../ui/card-table.scss', './data-table.scss'],
})
export class DataNotesCard {
  private readonly http = inject(HttpClient);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);
  readonly days = input.required<(typeof dataSpans)[number]>();

  protected readonly sorts = dataNoteSorts;
  protected readonly sort = signal<Sort>('impressions');
  protected readonly busy = signal(false);
  protected readonly sortWord = (sort: Sort): string =>
    this.texts.say(`creatorDesk.data.notes.sorts.${sort}`);
  protected readonly columns = [
    'impressions',
    'clicks',
    'ctr',
    'likes',
    'collects',
    'comments',
    'shares',
    'follows',
    'dwellPerRead',
    'hides',
  ] as const;
  protected readonly notes = paged<DataNoteRow>(
    () => `/api/v1/data-centre/notes?days=${this.days()}&sort=${this.sort()}`,
  );

  protected async take(): Promise<void> {
    this.busy.set(true);
    try {
      const ask = { days: this.days(), language: this.texts.language() };
      await saveAnswer(this.http.post('/api/v1/data-centre/notes/file', ask, asFile), 'notes.csv');
    } catch (error) {
      this.toast.problem(error);
    } finally {
      this.busy.set(false);
    }
  }
}
