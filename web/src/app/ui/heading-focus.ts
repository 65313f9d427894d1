import { afterNextRender, EnvironmentInjector, inject, Service } from '@angular/core';
import { NavigationEnd, NavigationStart, Router } from '@angular/router';

/**
 * After going to another page the focus stands on its heading, so that the keyboard and a screen reader begin there.
 * A change of the query only (a filter) is not another page.
 */
@Service()
export class HeadingFocus {
  private readonly injector = inject(EnvironmentInjector);
  private readonly router = inject(Router);
  private waiting = false;

  /** Begins to follow the router; the page that the person arrived on keeps the focus where the browser put it. */
  follow(): void {
    const { router } = this;
    router.events.subscribe((event) => {
      if (event instanceof NavigationStart)
        this.waiting = router.navigated && pathOf(event.url) !== pathOf(router.url);
      // A page that was kept (note to note) makes no new heading: take the one that stands.
      if (event instanceof NavigationEnd) {
        afterNextRender(() => this.claim(document.querySelector<HTMLElement>('main h1')), {
          injector: this.injector,
        });
      }
    });
  }

  claim(heading: HTMLElement | null): void {
    if (!this.waiting || !heading) return;
    this.waiting = false;
    heading.focus({ preventScroll: true });
  }
}

const pathOf = (url: string) => url.split(/[?#]/)[0];
