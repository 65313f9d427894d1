import { HttpClient } from '@angular/common/http';
import { effect, inject, signal, untracked } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** What a link opens, asked for whenever the address has another token; with a password once somebody said one. */
export function linkOpening<Shown>(path: string, token: () => string) {
  const http = inject(HttpClient);
  const shown = signal<Shown | null>(null);
  const failure = signal<unknown>(null);
  const busy = signal(false);
  const password = signal('');

  /** In the body and never in an address: no log of addresses holds a key. */
  const body = (): { token: string; password?: string } => ({
    token: token(),
    ...(password() ? { password: password() } : {}),
  });
  const open = async (): Promise<void> => {
    if (busy()) return;
    busy.set(true);
    try {
      shown.set(await firstValueFrom(http.post<Shown>(path, body())));
      failure.set(null);
    } catch (error) {
      failure.set(error);
    } finally {
      busy.set(false);
    }
  };
  const unlock = (said: string): Promise<void> => {
    password.set(said);
    return open();
  };
  /** It opens nothing any more, as was found out on the way. */
  const close = (why: unknown): void => {
    shown.set(null);
    failure.set(why);
  };

  effect(() => {
    token();
    untracked(() => void open());
  });
  return {
    shown: shown.asReadonly(),
    failure: failure.asReadonly(),
    busy: busy.asReadonly(),
    body,
    open,
    unlock,
    close,
  };
}
