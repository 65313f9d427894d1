import type { Routes } from '@angular/router';

export default [
  { path: '', loadComponent: () => import('./finder/finder-page') },
  { path: 'compare', loadComponent: () => import('./compare/compare-page') },
] satisfies Routes;
