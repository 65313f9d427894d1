import type { Routes } from '@angular/router';

export default [
  { path: '', loadComponent: () => import('./boosts-page') },
  { path: ':boostId', loadComponent: () => import('./boost-page') },
  { path: ':boostId/lift', loadComponent: () => import('./lift/lift-page') },
] satisfies Routes;
