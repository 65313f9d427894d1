import { BreakpointObserver } from '@angular/cdk/layout';
import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';

/** Whether a media query holds, such as `(max-width: 899px)`. Call in an injection context. */
export const viewportIs = (query: string): Signal<boolean> =>
  toSignal(
    inject(BreakpointObserver)
      .observe(query)
      .pipe(map(({ matches }) => matches)),
    { requireSync: true },
  );
