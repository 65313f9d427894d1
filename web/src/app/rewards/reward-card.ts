import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RewardPlanView } from '@poolrise/contracts';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { ShareBar } from '../ui/share-bar';
import { RewardWords } from './reward-words';

/** A plan among others: what it gives, what it asks, and where one stands in it. */
@Component({
  selector: 'app-reward-card',
  imports: [Chip, Icon, RouterLink, ShareBar],
  host: { class: 'pr-card' },
  template: `
    <div class="head">
      <h2>
        <a [routerLink]="session.to('rewards', plan().id)">{{ texts.of(plan().name) }}</a>
      </h2>
      <app-chip [tone]="words.tone(plan().state)">{{ words.state(plan().state) }}</app-chip>
    </div>
    <ul class="gifts">
      @for (gift of plan().rewards; track $index) {
        <li><app-icon [name]="words.icon(gift)" /> {{ words.gift(gift) }}</li>
      }
    </ul>
    <ul class="tasks">
      @for (task of plan().tasks; track $index) {
        <li>
          <span>{{ words.task(task) }}</span>
          @if (plan().enrolledAt) {
            <span class="done"
              >{{ format.number(plan().progress[$index]?.done ?? 0) }} /
              {{ format.number(plan().progress[$index]?.needed ?? 0) }}</span
            >
            <app-share-bar
              [part]="plan().progress[$index]?.done ?? 0"
              [whole]="plan().progress[$index]?.needed ?? 0"
            />
          }
        </li>
      }
    </ul>
    @if (words.lacks(plan()); as lacks) {
      <p class="lacks">{{ lacks }}</p>
    }
    <p class="foot">
      <span>{{ words.seats(plan()) }}</span>
      <span>{{ words.until(plan()) }}</span>
    </p>
  `,
  styleUrl: './reward.scss',
  styles: `
    :host {
      position: relative;
      display: flex;
      flex-direction: column;
      gap: 10px;
    }
    :host:hover {
      border-color: var(--pr-line-strong);
    }
    h2 a::after {
      content: '';
      position: absolute;
      inset: 0;
      border-radius: var(--pr-radius);
    }
    h2 a:focus-visible {
      outline: none;
    }
    h2 a:focus-visible::after {
      outline: 2px solid var(--pr-action);
    }
    ul {
      display: grid;
      gap: 4px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .gifts li {
      font-weight: 600;
    }
    .tasks {
      gap: 8px;
      color: var(--pr-muted);
    }
    .tasks li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 4px 10px;
    }
    .tasks app-share-bar {
      --share-bar: var(--pr-passed);
      grid-column: 1 / -1;
    }
    .done {
      font-variant-numeric: tabular-nums;
    }
    .lacks {
      padding: 6px 10px;
      border-radius: 8px;
      background: var(--pr-basin);
      font-size: 13px;
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 14px;
      justify-content: space-between;
      margin-top: auto;
      padding-top: 10px;
      border-top: 1px solid var(--pr-line);
      color: var(--pr-muted);
      font-size: 12.5px;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class RewardCard {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly words = inject(RewardWords);
  readonly plan = input.required<RewardPlanView>();
}
