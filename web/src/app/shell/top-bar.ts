import { Component, computed, inject } from '@angular/core';
import { T } from '../../i18n/t';
import { Freshness } from '../live/freshness';
import { Session } from '../session/session';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { AccountMenu } from './account-menu';
import { NoticesMenu } from './notices-menu';
import { Palette } from './palette';
import { WorkspaceSwitcher } from './workspace-switcher';

/** Which workspace, where to, how fresh the figures are, what happened, and who. */
@Component({
  selector: 'app-top-bar',
  imports: [AccountMenu, Icon, NoticesMenu, T, WorkspaceSwitcher],
  template: `
    <header>
      <app-workspace-switcher />
      <button class="search" type="button" (click)="palette.open()" aria-haspopup="dialog">
        <app-icon name="search" />
        <span class="long">{{ 'shell.search' | t }}</span>
        <kbd aria-hidden="true">{{ palette.keys }}</kbd>
      </button>
      @if (asOf(); as time) {
        <p class="fresh">{{ 'common.asOf' | t: { time } }}</p>
      }
      <div class="menus">
        @if (session.may('read:notes')) {
          <app-notices-menu />
        }
        <app-account-menu />
      </div>
    </header>
  `,
  styles: `
    :host {
      position: sticky;
      top: 0;
      z-index: 15;
      display: block;
    }
    header {
      display: flex;
      align-items: center;
      gap: 14px;
      height: 58px;
      padding: 0 24px;
      background: var(--pr-card);
      border-bottom: 1px solid var(--pr-line);
    }
    .search {
      display: flex;
      flex: 0 1 420px;
      align-items: center;
      gap: 8px;
      height: 36px;
      min-width: 0;
      padding: 0 8px 0 10px;
      border: 1px solid var(--pr-line);
      border-radius: 10px;
      background: var(--pr-bg);
      color: var(--pr-muted);
      cursor: pointer;
      white-space: nowrap;
      --icon-size: 18px;
    }
    .search:hover {
      border-color: var(--pr-line-strong);
    }
    .search span {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .search kbd {
      margin-inline-start: auto;
    }
    .fresh {
      margin-inline-start: auto;
      color: var(--pr-muted);
      font-size: 12.5px;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .menus {
      display: flex;
      align-items: center;
      gap: 4px;
      margin-inline-start: auto;
    }
    .fresh + .menus {
      margin-inline-start: 0;
    }
    @media (max-width: 1023px) {
      .fresh {
        display: none;
      }
    }
    @media (max-width: 719px) {
      header {
        gap: 8px;
        height: 54px;
        padding: 0 10px 0 12px;
      }
      .search {
        flex: 0 0 auto;
        width: 44px;
        padding: 0;
        justify-content: center;
        border-color: transparent;
        background: none;
        --icon-size: 22px;
        margin-inline-start: auto;
      }
      .search kbd {
        display: none;
      }
      .search .long {
        position: absolute;
        width: 1px;
        height: 1px;
        clip-path: inset(50%);
      }
      .menus {
        margin-inline-start: 0;
      }
    }
  `,
})
export class TopBar {
  private readonly freshness = inject(Freshness);
  private readonly format = inject(Format);
  protected readonly palette = inject(Palette);
  protected readonly session = inject(Session);

  protected readonly asOf = computed(() => {
    const at = this.freshness.asOf();
    return at && this.format.clock(at);
  });
}
