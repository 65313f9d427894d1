import type { Routes } from '@angular/router';

export default [
  { path: '', loadComponent: () => import('./briefs-page') },
  { path: 'new', loadComponent: () => import('./brief-page') },
  { path: ':briefId', loadComponent: () => import('./match-page') },
  { path: ':briefId/edit', loadComponent: () => import('./brief-page') },
  { path: ':briefId/portfolio', loadComponent: () => import('./portfolio-page') },
] satisfies Routes;
