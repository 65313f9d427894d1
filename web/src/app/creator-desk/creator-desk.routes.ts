import type { TitledRoute } from '../titled-route';

/** What only a creator's desk has: its day, its writing, its figures, topics and rewards. */
export const creatorDeskRoutes: TitledRoute[] = [
  {
    path: 'desk',
    title: 'creatorDesk.title',
    loadComponent: () => import('./home/home-page'),
  },
  {
    path: 'data-centre',
    title: 'creatorDesk.data.title',
    loadComponent: () => import('./data-centre/data-centre-page'),
  },
  { path: 'earnings', title: 'earnings.title', loadComponent: () => import('../earnings/earnings-page') },
  {
    path: 'violations',
    title: 'violations.title',
    loadComponent: () => import('./violations/violations-page'),
  },
  { path: 'write', title: 'write.title', loadComponent: () => import('../write/write-page') },
  // Before a draft, so that `new` is nobody's id.
  { path: 'write/new', title: 'write.new', loadComponent: () => import('../write/new-draft-page') },
  { path: 'write/:draftId', title: 'write.editor', loadComponent: () => import('../write/editor-page') },
  {
    path: 'topics',
    title: 'topics.title',
    loadComponent: () => import('../topics/topics-page'),
  },
  {
    path: 'media-kit',
    title: 'mediaKit.title',
    loadComponent: () => import('../media-kits/media-kit-page'),
  },
  { path: 'growth', title: 'growth.title', loadComponent: () => import('../growth/growth-page') },
  { path: 'rewards', title: 'rewards.title', loadComponent: () => import('../rewards/rewards-page') },
  {
    path: 'rewards/:planId',
    title: 'rewards.title',
    loadComponent: () => import('../rewards/reward-plan-page'),
  },
];
