import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { T } from '../../../i18n/t';
import { Session } from '../../session/session';
import { AddToListMenu } from '../../shortlists/add-to-list-menu';
import { Icon } from '../../ui/icon';
import { comparedMin, Picks } from '../picks';

/** Who was picked so far, at the foot of the window, and the way to see them side by side. */
@Component({
  selector: 'app-compare-bar',
  imports: [AddToListMenu, Icon, MatButton, RouterLink, T],
  template: `
    @if (picks.all().length > 0) {
      <section [attr.aria-label]="'creators.finder.compare.bar' | t">
        <ul>
          @for (pick of picks.all(); track pick.id) {
            <li>
              <span class="pr-clip">{{ pick.name }}</span>
              <button
                class="pr-icon-button"
                type="button"
                [attr.aria-label]="'creators.finder.compare.remove' | t: { name: pick.name }"
                (click)="picks.toggle(pick)"
              >
                <app-icon name="close" />
              </button>
            </li>
          }
        </ul>
        <div class="do">
          <button class="pr-link" type="button" (click)="picks.set([])">
            {{ 'creators.finder.compare.clear' | t }}
          </button>
          <app-add-to-list-menu [creatorIds]="listed()" />
          @if (enough()) {
            <a
              matButton="filled"
              [routerLink]="session.to('creators', 'compare')"
              [queryParams]="{ ids: ids() }"
            >
              {{ 'creators.finder.compare.go' | t: { n: picks.all().length } }}
            </a>
          } @else {
            <span class="wait" role="status">{{ 'creators.finder.compare.oneMore' | t }}</span>
          }
        </div>
      </section>
    }
  `,
  styles: `
    :host {
      position: sticky;
      bottom: 16px;
      z-index: 6;
      display: block;
      pointer-events: none;
    }
    section {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
      justify-content: space-between;
      width: fit-content;
      max-width: 100%;
      margin: 16px auto 0;
      padding: 8px 10px 8px 14px;
      border: 1px solid var(--pr-line);
      border-radius: 16px;
      background: var(--pr-raised);
      box-shadow: var(--pr-shadow);
      pointer-events: auto;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      min-width: 0;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      max-width: 160px;
      padding-inline-start: 10px;
      border-radius: 14px;
      background: var(--pr-basin);
      font-size: 13px;
      --icon-size: 15px;
    }
    li .pr-icon-button {
      width: 28px;
      height: 28px;
    }
    .do {
      display: flex;
      gap: 14px;
      align-items: center;
      min-height: 36px;
    }
    .wait {
      color: var(--pr-muted);
      font-size: 13px;
    }
    @media (max-width: 719px) {
      :host {
        bottom: calc(70px + env(safe-area-inset-bottom));
      }
      section {
        width: 100%;
      }
      .do {
        flex: 1;
        justify-content: space-between;
      }
    }
  `,
})
export class CompareBar {
  protected readonly picks = inject(Picks);
  protected readonly session = inject(Session);
  protected readonly enough = computed(() => this.picks.all().length >= comparedMin);
  protected readonly listed = computed(() => this.picks.all().map(({ id }) => id));
  protected readonly ids = computed(() => this.listed().join(','));
}
