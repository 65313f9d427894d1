import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CredibilityView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { Session } from '../session/session';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { Skeleton } from '../ui/skeleton';
import { EvidenceRow } from './evidence-row';
import { leadOf, sourceOf } from './evidence-words';

/** What can be said of the figures of one creator, check by check; place it anywhere and give it the id. */
@Component({
  selector: 'app-credibility-card',
  imports: [EvidenceRow, FailedState, RouterLink, Skeleton, T],
  host: { class: 'pr-card' },
  template: `
    <h2>
      {{ 'credibility.title' | t }} <small>{{ 'credibility.hint' | t }}</small>
    </h2>
    @if (view(); as view) {
      <p class="lead">{{ lead() }}</p>
      @for (one of view.evidence; track one.test) {
        <app-evidence-row [evidence]="one" [view]="view" />
      }
      <p class="source">
        {{ source() }}
        <a class="pr-link" [routerLink]="session.to('credibility')">{{ 'credibility.about' | t }}</a>
      </p>
    } @else if (asked.error(); as error) {
      <app-failed-state [error]="error" (retry)="asked.reload()" />
    } @else {
      <div class="waiting" aria-busy="true">
        <span class="pr-only-screen-reader" role="status">{{ 'credibility.loading' | t }}</span>
        <app-skeleton height="44px" />
        @for (row of [1, 2, 3, 4, 5, 6, 7]; track row) {
          <app-skeleton height="32px" />
        }
      </div>
    }
  `,
  styles: `
    .lead {
      max-width: 92ch;
      margin: 8px 0 12px;
      font-size: 15px;
      font-weight: 550;
      line-height: 1.55;
      text-wrap: pretty;
    }
    .source {
      padding-top: 12px;
      border-top: 1px solid var(--pr-line);
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    .waiting {
      display: grid;
      gap: 16px;
      margin-top: 12px;
    }
  `,
})
export class CredibilityCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);

  readonly creatorId = input.required<string>();
  protected readonly asked = httpResource<CredibilityView>(
    () => `/api/v1/creators/${this.creatorId()}/credibility`,
  );
  protected readonly view = kept(this.creatorId, this.asked);
  protected readonly lead = computed(() => this.said(leadOf));
  protected readonly source = computed(() =>
    this.said((view, texts, format) => sourceOf(view.measured, texts, format)),
  );

  private said(words: (view: CredibilityView, texts: Texts, format: Format) => string): string {
    const view = this.view();
    return view ? words(view, this.texts, this.format) : '';
  }
}
