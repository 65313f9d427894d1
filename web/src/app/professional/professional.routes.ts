import type { TitledRoute } from '../titled-route';

/** Who a workspace is, and where the platform looks at licences. */
export const professionalRoutes: TitledRoute[] = [
  {
    path: 'professional',
    title: 'professional.title',
    loadComponent: () => import('./professional-page'),
  },
  {
    path: 'professional-desk',
    title: 'professional.desk.title',
    loadComponent: () => import('./professional-desk-page'),
  },
];
