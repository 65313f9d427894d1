import { Component, inject } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { Session } from './session/session';
import { FailedState } from './ui/failed-state';
import { HeadingFocus } from './ui/heading-focus';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet, FailedState],
  template: `
    @if (session.failure(); as error) {
      <main class="pr-page"><app-failed-state [error]="error" (retry)="again()" /></main>
    } @else {
      <router-outlet />
    }
  `,
})
export class App {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);

  constructor() {
    inject(HeadingFocus).follow();
  }

  protected async again(): Promise<void> {
    await this.session.load();
    if (!this.session.failure()) await this.router.navigateByUrl(location.pathname + location.search);
  }
}
