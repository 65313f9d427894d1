import { Dialog } from '@angular/cdk/dialog';
import { inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../session/session';
import { isTyping } from '../ui/typing';
import { KeysSheet } from './keys-sheet';
import { Palette } from './palette';
import { Places } from './places';

/** How long after `g` the second key counts, in milliseconds. */
const sequence = 1200;

/** Keys that work on every page: Ctrl-K or Cmd-K, `?`, `/`, and `g` followed by a place. */
@Service()
export class Shortcuts {
  private readonly dialogs = inject(Dialog);
  private readonly palette = inject(Palette);
  private readonly sheet = inject(KeysSheet);
  private readonly places = inject(Places);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private goAt = -Infinity;

  pressed(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      void this.palette.toggle();
      return;
    }
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      isTyping(event) ||
      this.dialogs.openDialogs.length > 0
    )
      return;

    const second = event.timeStamp - this.goAt < sequence;
    this.goAt = event.key === 'g' ? event.timeStamp : -Infinity;
    if (second) this.go(event.key);
    else if (event.key === '?') void this.sheet.open();
    else if (event.key === '/') this.searchInList(event);
  }

  private go(key: string): void {
    const place = this.places.open().find((one) => one.shortcut === key);
    if (place) void this.router.navigate(this.session.to(place.path));
  }

  private searchInList(event: KeyboardEvent): void {
    const field = document.querySelector<HTMLElement>('main input[type=search]');
    if (!field) return;
    event.preventDefault();
    field.focus();
  }
}
