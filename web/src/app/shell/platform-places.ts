import type { Place } from './place';

/** What the platform's people look through before and after readers see it. */
export const auditPlaces: readonly Place[] = [
  {
    path: 'reviews',
    title: 'shell.reviews',
    icon: 'eye',
    ability: 'review:notes',
    kind: 'platform',
  },
  {
    path: 'reviews/appeals',
    title: 'violations.queue.title',
    icon: 'eye',
    ability: 'review:notes',
    kind: 'platform',
    inside: true,
  },
  {
    path: 'quarantine',
    title: 'shell.quarantine',
    icon: 'eye-off',
    ability: 'answer:quarantine',
    kind: 'platform',
  },
];

/** Where they judge and give. */
export const platformDeskPlaces: readonly Place[] = [
  {
    path: 'order-desk',
    title: 'shell.orderDesk',
    icon: 'receipt',
    ability: 'judge:orders',
    kind: 'platform',
  },
  {
    path: 'order-desk/claims',
    title: 'desks.queue.title',
    icon: 'person',
    ability: 'judge:orders',
    kind: 'platform',
    inside: true,
  },
  {
    path: 'professional-desk',
    title: 'professional.desk.title',
    icon: 'passed',
    ability: 'verify:accounts',
    kind: 'platform',
    inside: true,
  },
  {
    path: 'voucher-desk',
    title: 'voucherDesk.title',
    icon: 'vouchers',
    ability: 'grant:vouchers',
    kind: 'platform',
  },
  {
    path: 'reward-desk',
    title: 'rewardDesk.title',
    icon: 'reward',
    ability: 'design:rewards',
    kind: 'platform',
  },
  {
    path: 'reward-desk/holds',
    title: 'rewardDesk.hold.title',
    icon: 'eye-off',
    ability: 'design:rewards',
    kind: 'platform',
    inside: true,
  },
  {
    path: 'topic-desk',
    title: 'topics.desk.title',
    icon: 'idea',
    ability: 'curate:topics',
    kind: 'platform',
  },
];
