import { Component, computed, inject } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { T } from '../../i18n/t';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Places } from './places';

/** How many places the bar of a phone shows before the rest goes behind "More". */
const barPlaces = 4;

/** The places of the workspace: a rail beside the page, on a phone a bar below it. */
@Component({
  selector: 'app-navigation',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink, RouterLinkActive, T],
  template: `
    <nav [attr.aria-label]="'shell.navigation' | t">
      <a
        class="mark"
        [routerLink]="session.first(session.workspaceId() ?? '')"
        [attr.aria-label]="'common.product' | t"
      >
        <svg viewBox="0 0 32 32" aria-hidden="true"><path d="M3 27V19.5h8V12h8V4.5h10V27z" /></svg>
      </a>
      @for (place of places.rail(); track place.path) {
        <a
          class="place"
          [class.behind]="$index >= shownOnBar()"
          [routerLink]="session.to(place.path)"
          routerLinkActive="here"
          ariaCurrentWhenActive="page"
        >
          <app-icon [name]="place.icon" /><span>{{ place.title | t }}</span>
        </a>
      }
      @if (behind().length > 0) {
        <button class="place more" type="button" [matMenuTriggerFor]="more">
          <app-icon name="more" /><span>{{ 'shell.more' | t }}</span>
        </button>
        <mat-menu #more="matMenu">
          @for (place of behind(); track place.path) {
            <a mat-menu-item [routerLink]="session.to(place.path)">{{ place.title | t }}</a>
          }
        </mat-menu>
      }
    </nav>
  `,
  styles: `
    nav {
      position: sticky;
      top: 0;
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: 4px;
      height: 100dvh;
      padding: 12px 0;
      overflow-y: auto;
      background: var(--pr-card);
      border-inline-end: 1px solid var(--pr-line);
    }
    .mark {
      display: grid;
      place-items: center;
      width: 40px;
      height: 40px;
      margin-bottom: 10px;
      border-radius: 10px;
    }
    .mark svg {
      width: 24px;
      fill: var(--pr-action);
    }
    .place {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: 3px;
      width: 66px;
      padding: 8px 2px;
      border: 0;
      border-radius: 12px;
      background: none;
      color: var(--pr-muted);
      font-size: 11.5px;
      line-height: 1.25;
      text-align: center;
      text-decoration: none;
      cursor: pointer;
      transition: background var(--pr-quick);
    }
    .place:hover {
      background: var(--pr-hover);
      color: var(--pr-ink);
    }
    .place.here {
      background: var(--pr-tint);
      color: var(--pr-action);
      font-weight: 650;
    }
    .more {
      display: none;
    }
    @media (max-width: 719px) {
      nav {
        position: fixed;
        inset: auto 0 0;
        z-index: 20;
        flex-direction: row;
        justify-content: space-around;
        height: auto;
        padding: 4px 4px calc(4px + env(safe-area-inset-bottom));
        overflow: visible;
        border-inline-end: 0;
        border-top: 1px solid var(--pr-line);
      }
      .mark,
      .behind {
        display: none;
      }
      .more {
        display: flex;
      }
      .place {
        flex: 1;
        max-width: 84px;
        padding: 6px 2px;
      }
    }
  `,
})
export class Navigation {
  protected readonly session = inject(Session);
  protected readonly places = inject(Places);

  // A fifth place fits the bar as well as "More" would.
  protected readonly shownOnBar = computed(() =>
    this.places.rail().length <= barPlaces + 1 ? barPlaces + 1 : barPlaces,
  );
  protected readonly behind = computed(() => this.places.rail().slice(this.shownOnBar()));
}
