import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { T } from '../../i18n/t';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { Skeleton } from '../ui/skeleton';
import { type LiftSubject, liftUrl, type LiftView, roomOf } from './lift-subject';
import { LiftWords } from './lift-words';

/** On the page of a boost or a campaign: what its holdout says by now, in one sentence, and the way to the evidence. */
@Component({
  selector: 'app-lift-card',
  imports: [Chip, FailedState, RouterLink, Skeleton, T],
  host: { class: 'pr-card' },
  template: `
    <header>
      <h2>
        {{ 'lift.card.title' | t }}
        @if (view(); as view) {
          <small>{{ 'lift.card.text' | t: { share: format.percent(view.registration.share, 0) } }}</small>
        }
      </h2>
      @if (view(); as view) {
        <app-chip [tone]="words.look(view).tone" [icon]="words.look(view).icon">{{
          words.look(view).word
        }}</app-chip>
      }
    </header>
    @if (view(); as view) {
      <p>{{ words.sentence(view) }}</p>
      <a class="pr-link" [routerLink]="session.to(room(), subject().id, 'lift')">{{ 'lift.card.see' | t }}</a>
      <ng-content />
    } @else if (lift.error(); as error) {
      <app-failed-state [error]="error" (retry)="lift.reload()" />
    } @else {
      <app-skeleton height="44px" />
    }
  `,
  styles: `
    header {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 16px;
      align-items: baseline;
      justify-content: space-between;
    }
    p {
      max-width: 78ch;
      margin: 8px 0;
      text-wrap: pretty;
    }
    a {
      font-size: 13px;
    }
  `,
})
export class LiftCard {
  protected readonly session = inject(Session);
  protected readonly words = inject(LiftWords);
  protected readonly format = inject(Format);
  readonly subject = input.required<LiftSubject>();
  protected readonly room = computed(() => roomOf(this.subject()));
  protected readonly lift = httpResource<LiftView>(() => liftUrl(this.subject()));
  protected readonly view = kept(() => this.subject().id, this.lift);

  constructor() {
    reloadOn(this.lift, 'boosts', 'campaigns');
  }
}
