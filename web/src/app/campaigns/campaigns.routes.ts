import type { Routes } from '@angular/router';

export default [
  { path: '', loadComponent: () => import('./campaigns-page') },
  { path: 'new', loadComponent: () => import('./editor/campaign-editor-page') },
  { path: 'calendar', loadComponent: () => import('./calendar/calendar-page') },
  { path: ':campaignId', loadComponent: () => import('./campaign-page') },
  { path: ':campaignId/budget', loadComponent: () => import('./budget/budget-page') },
  { path: ':campaignId/edit', loadComponent: () => import('./editor/campaign-editor-page') },
] satisfies Routes;
