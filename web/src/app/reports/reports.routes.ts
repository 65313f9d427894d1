import type { Route } from '@angular/router';
import type { TextKey } from '../../i18n/text-key';

/** The pages of reports, under `reports`. */
export default [
  { path: '', pathMatch: 'full', loadComponent: () => import('./reports-page') },
  { path: 'new', loadComponent: () => import('./builder/report-builder-page') },
  { path: 'costs', title: 'reports.costs.title', loadComponent: () => import('./costs/costs-page') },
  {
    path: 'costs/:noteId',
    title: 'reports.costs.title',
    loadComponent: () => import('./costs/note-cost-page'),
  },
  {
    path: 'benchmarks',
    title: 'reports.benchmarks.title',
    loadComponent: () => import('./benchmarks/benchmarks-page'),
  },
  { path: ':reportId', loadComponent: () => import('./desk/report-page') },
  { path: ':reportId/edit', loadComponent: () => import('./builder/report-builder-page') },
  { path: ':reportId/editions/:editionId', loadComponent: () => import('./desk/edition-page') },
] satisfies (Route & { title?: TextKey })[];
