import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { FolkClaimsView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { ClaimCard } from './claims/claim-card';
import { ObservedTabs } from './observed-tabs';

/** What people say of traffic without a control group, tried on the workspace's own notes. */
@Component({
  selector: 'app-claims-page',
  imports: [ClaimCard, EmptyState, FailedState, MatButton, ObservedTabs, PageHeader, RouterLink, Skeleton, T],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'claims.title' | t" [text]="'claims.text' | t" />
    <app-observed-tabs />

    @if (view(); as view) {
      @if (view.observedNotes + view.hostedNotes > 0) {
        <p class="tried">{{ tried() }}</p>
        <div class="stack">
          @for (finding of view.findings; track finding.claim) {
            <app-claim-card [finding]="finding" [attr.data-claim]="finding.claim" />
          }
        </div>
      } @else {
        <section class="pr-card">
          <app-empty-state icon="notes" [title]="'claims.empty.title' | t" [text]="'claims.empty.text' | t">
            <a matButton="filled" [routerLink]="session.to('imports')">{{ 'claims.empty.go' | t }}</a>
          </app-empty-state>
        </section>
      }
    } @else if (claims.error(); as error) {
      <section class="pr-card"><app-failed-state [error]="error" (retry)="claims.reload()" /></section>
    } @else {
      <div class="stack" aria-busy="true">
        <span class="pr-only-screen-reader" role="status">{{ 'claims.loading' | t }}</span>
        <app-skeleton height="320px" radius="16px" />
        <app-skeleton height="320px" radius="16px" />
      </div>
    }
  `,
  styles: `
    .tried {
      margin-bottom: 12px;
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    .stack {
      display: grid;
      gap: 16px;
    }
  `,
})
export default class ClaimsPage {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);

  protected readonly claims = httpResource<FolkClaimsView>(() => '/api/v1/folk-claims');
  protected readonly view = kept(() => 'claims', this.claims);
  protected readonly tried = computed(() => {
    const view = this.view();
    if (!view) return '';
    return this.texts.say('claims.tried', {
      observed: this.format.number(view.observedNotes),
      hosted: this.format.number(view.hostedNotes),
      most: this.format.number(view.notesMost),
    });
  });

  constructor() {
    reloadOn(this.claims, 'imports');
  }
}
