import type { Place } from './place';

/** A creator begins with what needs the desk; what brands begin with is one step away. */
export const firstDeskPlaces: readonly Place[] = [
  {
    path: 'desk',
    title: 'creatorDesk.title',
    icon: 'calendar',
    ability: 'read:notes',
    kind: 'creator',
    shortcut: 't',
  },
  {
    path: 'overview',
    title: 'shell.overview',
    icon: 'overview',
    ability: 'read:notes',
    kind: 'creator',
    inside: true,
    shortcut: 'o',
  },
  {
    path: 'write',
    title: 'write.title',
    icon: 'write',
    ability: 'write:notes',
    kind: 'creator',
    shortcut: 'e',
  },
  { path: 'topics', title: 'topics.title', icon: 'idea', ability: 'read:topics', kind: 'creator' },
  {
    path: 'rewards',
    title: 'rewards.title',
    icon: 'reward',
    ability: 'read:rewards',
    kind: 'creator',
  },
  {
    path: 'growth',
    title: 'growth.title',
    icon: 'chart',
    ability: 'read:rewards',
    kind: 'creator',
    inside: true,
  },
  {
    path: 'professional',
    title: 'professional.title',
    icon: 'passed',
    ability: 'read:professional',
    kind: ['creator', 'brand'],
    inside: true,
  },
];

/** What a creator reads of the notes. A brand's own may be found fault with as well; its rail has no room for that. */
export const deskPlacesOfNotes: readonly Place[] = [
  {
    path: 'data-centre',
    title: 'creatorDesk.data.title',
    icon: 'trend',
    ability: 'read:notes',
    kind: 'creator',
  },
  { path: 'earnings', title: 'earnings.title', icon: 'receipt', ability: 'read:wallet', kind: 'creator' },
  { path: 'violations', title: 'violations.title', icon: 'gavel', ability: 'read:notes', kind: 'creator' },
  {
    path: 'violations',
    title: 'violations.title',
    icon: 'limited',
    ability: 'read:notes',
    kind: ['brand', 'agency', 'client'],
    inside: true,
  },
];
