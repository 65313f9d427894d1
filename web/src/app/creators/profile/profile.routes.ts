import type { TextKey } from '../../../i18n/text-key';

/** The pages of one creator; spread among the pages of a workspace. */
export const creatorProfileRoutes = [
  {
    path: 'creators/:creatorId',
    title: 'creatorProfile.title' as const satisfies TextKey,
    loadComponent: () => import('./creator-page'),
  },
  {
    path: 'creators/:creatorId/media-kit',
    title: 'mediaKit.title' as const satisfies TextKey,
    loadComponent: () => import('../../media-kits/directory-kit-page'),
  },
];
