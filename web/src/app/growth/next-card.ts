import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { GrowthView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { ShareBar } from '../ui/share-bar';
import { GrowthWords } from './growth-words';

/** What is missing to the next level, rule by rule. */
@Component({
  selector: 'app-growth-next',
  imports: [Icon, MatButton, RouterLink, ShareBar, T],
  host: { class: 'pr-card' },
  template: `
    @if (next(); as next) {
      <h2>{{ 'growth.next.title' | t: { level: next.level, name: words.name(next.level) } }}</h2>
      <p class="text">
        @if (words.lacks(next.lines); as lacks) {
          {{ 'growth.next.text' | t: { lacks } }}
        } @else {
          {{ 'growth.next.ready' | t }}
        }
      </p>
      <ul>
        @for (line of next.lines; track line.rule) {
          <li [class.met]="line.met">
            <app-icon [name]="line.met ? 'passed' : 'pending'" />
            <span>{{ words.rule(line.rule) }}</span>
            <span class="figure">{{ words.figure(line) }}</span>
            @if (line.rule !== 'violations') {
              <app-share-bar [part]="line.have" [whole]="line.need" />
            }
          </li>
        }
      </ul>
      @if (session.may('write:notes')) {
        <a matButton="outlined" [routerLink]="session.to('write')">{{ 'growth.next.write' | t }}</a>
      }
    } @else {
      <h2>{{ 'growth.next.top' | t }}</h2>
      <p class="text">{{ 'growth.next.topText' | t }}</p>
    }
  `,
  styles: `
    h2 {
      font-size: 15px;
      font-weight: 650;
    }
    .text {
      margin-top: 2px;
      color: var(--pr-muted);
    }
    ul {
      display: grid;
      gap: 14px;
      margin: 16px 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 6px 8px;
      align-items: center;
      --icon-size: 18px;
      --share-bar: var(--pr-action);
    }
    li app-icon {
      color: var(--pr-muted);
    }
    .figure {
      color: var(--pr-muted);
      font-variant-numeric: tabular-nums;
    }
    app-share-bar {
      grid-column: 2 / -1;
    }
    .met {
      --share-bar: var(--pr-passed);
    }
    .met app-icon,
    .met .figure {
      color: var(--pr-passed);
    }
  `,
})
export class GrowthNext {
  protected readonly words = inject(GrowthWords);
  protected readonly session = inject(Session);
  readonly growth = input.required<GrowthView>();
  protected readonly next = computed(() => {
    const { next, levels } = this.growth();
    return levels.find(({ level }) => level === next) ?? null;
  });
}
