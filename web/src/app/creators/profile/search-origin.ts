import { Location } from '@angular/common';
import { inject } from '@angular/core';
import { Router } from '@angular/router';

/**
 * The search that a page was opened from, with its filters, as an address; null when it was opened another way. It is
 * kept in the entry of the browser's history: a reload does not lose it, and no other entry has it.
 *
 * Call it where the page is made; `searchPath` is the address of the search without its query.
 */
export function searchOrigin(searchPath: string): string | null {
  const location = inject(Location);
  const router = inject(Router);
  const state: unknown = location.getState();
  if (isKept(state)) return state.search;

  const came = router.currentNavigation()?.previousNavigation?.finalUrl?.toString();
  if (came === undefined || came.split(/[?#]/)[0] !== searchPath) return null;
  const [path = '', query] = location.path(true).split('?');
  location.replaceState(path, query, { ...(state as object | null), search: came });
  return came;
}

const isKept = (state: unknown): state is { search: string } =>
  typeof state === 'object' && state !== null && 'search' in state && typeof state.search === 'string';
