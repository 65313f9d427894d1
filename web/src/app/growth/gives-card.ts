import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GrowthView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { Format } from '../ui/format';

/** What a level opens, by the plans that ask for one now: nothing else in the product asks. */
@Component({
  selector: 'app-growth-gives',
  imports: [Chip, RouterLink, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'growth.gives.title' | t }}</h2>
    <p class="text">{{ 'growth.gives.text' | t }}</p>
    @if (growth().plans; as plans) {
      @if (plans.length > 0) {
        <ul>
          @for (plan of plans; track plan.id) {
            <li>
              <div>
                <a class="pr-link" [routerLink]="session.to('rewards', plan.id)">{{ texts.of(plan.name) }}</a>
                <small
                  >{{ 'growth.gives.asks' | t: { level: plan.growthLevelMin } }} ·
                  {{ 'growth.gives.closes' | t: { at: format.day(plan.closesAt) } }}</small
                >
              </div>
              <app-chip [tone]="plan.open ? 'passed' : 'neutral'">{{
                (plan.open ? 'growth.gives.open' : 'growth.gives.closed') | t
              }}</app-chip>
            </li>
          }
        </ul>
        @if (growth().morePlans) {
          <p class="text">{{ 'growth.gives.more' | t: { n: plans.length } }}</p>
        }
      } @else {
        <p class="none">{{ 'growth.gives.none' | t }}</p>
      }
    }
  `,
  styles: `
    h2 {
      font-size: 15px;
      font-weight: 650;
    }
    .text,
    small {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    small {
      display: block;
    }
    .none {
      margin-top: 10px;
    }
    ul {
      display: grid;
      gap: 10px;
      margin: 12px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 12px;
      align-items: center;
      justify-content: space-between;
    }
    a {
      overflow-wrap: anywhere;
    }
  `,
})
export class GrowthGives {
  protected readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);
  readonly growth = input.required<GrowthView>();
}
