import { Component, effect, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { T } from '../../i18n/t';
import { Live } from '../live/live';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Navigation } from './navigation';
import { Shortcuts } from './shortcuts';
import { TopBar } from './top-bar';

/** The frame around every page of a workspace. */
@Component({
  selector: 'app-shell',
  imports: [Icon, Navigation, RouterOutlet, T, TopBar],
  host: { '(document:keydown)': 'shortcuts.pressed($event)' },
  template: `
    <a class="skip" href="#page" (click)="skip($event, page)">{{ 'shell.skip' | t }}</a>
    <app-navigation />
    <div class="body">
      <app-top-bar />
      <div role="status">
        @if (live.interrupted()) {
          <p class="banner"><app-icon name="offline" />{{ 'shell.offline' | t }}</p>
        }
      </div>
      <main #page id="page" tabindex="-1"><router-outlet /></main>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 78px minmax(0, 1fr);
      min-height: 100dvh;
    }
    .skip {
      position: fixed;
      top: -60px;
      left: 12px;
      z-index: 100;
      padding: 10px 16px;
      border-radius: 10px;
      background: var(--pr-action);
      color: var(--pr-on-action);
      font-weight: 600;
    }
    .skip:focus {
      top: 12px;
    }
    main:focus {
      outline: none;
    }
    .banner {
      display: flex;
      align-items: center;
      gap: 8px;
      padding: 8px 24px;
      border-bottom: 1px solid var(--pr-line);
      background: var(--pr-tint-paid);
      color: var(--pr-paid-text);
      font-size: 13px;
    }
    @media (max-width: 719px) {
      :host {
        display: block;
      }
      .banner {
        padding: 8px 16px;
      }
    }
    /* What is printed is the page alone. */
    @media print {
      :host {
        display: block;
      }
      app-navigation,
      app-top-bar,
      .banner {
        display: none;
      }
    }
  `,
})
export default class Shell {
  protected readonly live = inject(Live);
  protected readonly shortcuts = inject(Shortcuts);

  constructor() {
    const session = inject(Session);
    effect((onCleanup) => {
      const workspaceId = session.workspaceId();
      if (!workspaceId) return;
      this.live.listen(workspaceId);
      onCleanup(() => this.live.hangUp());
    });
  }

  /** Done by hand: a plain fragment would be resolved against <base> and leave the page. */
  protected skip(event: Event, page: HTMLElement): void {
    event.preventDefault();
    page.focus();
  }
}
