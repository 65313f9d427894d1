import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BoostRow } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Session } from '../session/session';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';

/** What money is doing right now: delivered against planned, spent against budget. */
@Component({
  selector: 'app-boosts-card',
  imports: [AppLineage, RouterLink, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'overview.boosts.title' | t }}</h2>
    <ul class="pr-rows">
      @for (boost of boosts(); track boost.id) {
        <li>
          <a [routerLink]="session.to('boosts', boost.id)" [appLineage]="['delivered', 'planned', 'spend']">
            <span class="words">
              <b>{{ boost.noteTitle }}</b>
              <span class="track" aria-hidden="true"><i [style.width.%]="share(boost)"></i></span>
              <small>{{
                'overview.boosts.delivered'
                  | t
                    : {
                        delivered: format.number(boost.deliveredImpressions),
                        planned: format.number(boost.plannedImpressions),
                      }
              }}</small>
            </span>
            <span class="side">
              <b>{{ format.money(boost.spentCents) }}</b>
              <small>{{ 'overview.boosts.ends' | t: { when: format.ago(boost.endsAt) } }}</small>
            </span>
          </a>
        </li>
      } @empty {
        <li class="nothing">{{ 'overview.boosts.empty' | t }}</li>
      }
    </ul>
    <a class="pr-link" [routerLink]="session.to('boosts')">{{ 'overview.boosts.all' | t }}</a>
  `,
  styles: `
    .track {
      display: block;
      height: 5px;
      margin: 5px 0 3px;
      border-radius: 3px;
      background: var(--pr-basin);
      overflow: hidden;
    }
    .track i {
      display: block;
      height: 100%;
      border-radius: 3px;
      background: var(--pr-paid);
    }
  `,
})
export class BoostsCard {
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly boosts = input.required<BoostRow[]>();

  protected share(boost: BoostRow): number {
    return boost.plannedImpressions === 0
      ? 0
      : Math.min(100, (100 * boost.deliveredImpressions) / boost.plannedImpressions);
  }
}
