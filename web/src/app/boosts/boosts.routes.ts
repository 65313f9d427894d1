import type { Route } from '@angular/router';
import type { TextKey } from '../../i18n/text-key';

export default [
  { path: '', loadComponent: () => import('./boosts-page') },
  // Before the boosts themselves, so that `races` is nobody's id.
  { path: 'races', title: 'races.title', loadComponent: () => import('../races/races-page') },
  { path: 'races/new', title: 'races.new.title', loadComponent: () => import('../races/new-race-page') },
  { path: 'races/:raceId', title: 'races.title', loadComponent: () => import('../races/race-page') },
  { path: ':boostId', loadComponent: () => import('./boost-page') },
  { path: ':boostId/lift', loadComponent: () => import('../lift/lift-page') },
] satisfies (Route & { title?: TextKey })[];
