import type { TitledRoute } from '../titled-route';

/** Where the platform designs what creators are given: reward plans and the topics of the week. */
export const rewardDeskRoutes: TitledRoute[] = [
  {
    path: 'topic-desk',
    title: 'topics.desk.title',
    loadComponent: () => import('../topics/desk/topic-desk-page'),
  },
  {
    path: 'reward-desk',
    title: 'rewardDesk.title',
    loadComponent: () => import('./reward-desk-page'),
  },
  {
    path: 'reward-desk/new',
    title: 'rewardDesk.form.newTitle',
    loadComponent: () => import('./designer-page'),
  },
  {
    path: 'reward-desk/holds',
    title: 'rewardDesk.hold.title',
    loadComponent: () => import('./holds-page'),
  },
  {
    path: 'reward-desk/:planId',
    title: 'rewardDesk.title',
    loadComponent: () => import('./plan-page'),
  },
  {
    path: 'reward-desk/:planId/edit',
    title: 'rewardDesk.form.editTitle',
    loadComponent: () => import('./designer-page'),
  },
];
