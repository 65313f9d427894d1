import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CreatorInFiles } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { ComparedTable } from '../../observed/creators/compared-table';
import { LeadOfFiles } from '../../observed/creators/lead-of-files';
import { SourceChips } from '../../observed/source-chips';
import { Session } from '../../session/session';
import { FailedState } from '../../ui/failed-state';
import { Skeleton } from '../../ui/skeleton';

/** What the workspace's own files say of this creator, beside what was counted here, and where they differ. */
@Component({
  selector: 'app-from-files-card',
  imports: [ComparedTable, FailedState, LeadOfFiles, RouterLink, Skeleton, SourceChips, T],
  host: { class: 'pr-card' },
  template: `
    <header>
      <h2>
        {{ 'observedCreators.card.heading' | t }} <small>{{ 'observedCreators.card.hint' | t }}</small>
      </h2>
      @if (observed(); as observed) {
        <app-source-chips [kinds]="observed.sources" />
      }
    </header>
    @if (observed(); as observed) {
      <app-lead-of-files [view]="observed" />
      @if (observed.compared.length > 0) {
        <app-compared-table [rows]="observed.compared" />
      } @else {
        <p class="pr-muted">{{ 'observedCreators.card.nothing' | t }}</p>
      }
      <a class="pr-link" [routerLink]="session.to('observed', 'creators', observed.id)">{{
        'observedCreators.card.open' | t
      }}</a>
    } @else if (answer()) {
      <p class="pr-muted">
        {{ 'observedCreators.card.none' | t }}
        @if (session.may('write:imports')) {
          <a class="pr-link" [routerLink]="session.to('imports')">{{ 'observedCreators.card.go' | t }}</a>
        }
      </p>
    } @else if (said.error(); as error) {
      <app-failed-state [error]="error" (retry)="said.reload()" />
    } @else {
      <p class="pr-only-screen-reader" role="status">{{ 'common.loading' | t }}</p>
      <app-skeleton height="120px" />
    }
  `,
  styles: `
    header {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 16px;
      align-items: baseline;
      justify-content: space-between;
      margin-bottom: 10px;
    }
    app-compared-table {
      display: block;
      margin: 10px 0;
    }
    p {
      max-width: 96ch;
      text-wrap: pretty;
    }
  `,
})
export class FromFilesCard {
  protected readonly session = inject(Session);
  readonly creatorId = input.required<string>();
  protected readonly said = httpResource<CreatorInFiles>(
    () => `/api/v1/creators/${this.creatorId()}/in-files`,
  );
  protected readonly answer = kept(this.creatorId, this.said);
  protected readonly observed = computed(() => this.answer()?.observed ?? null);

  constructor() {
    reloadOn(this.said, 'imports');
  }
}
