/** What the stream says: which noun of this workspace changed, never its data. */
export const liveTopics = [
  'notes',
  'note-drafts',
  'pools',
  'boosts',
  'wallet',
  'notices',
  'quarantine',
  'simulations',
  'proposals',
  'clients',
  'portfolios',
  'imports',
  'reports',
  'orders',
  'campaigns',
  'recruitments',
  'desks',
  'races',
  'approvals',
  'rules',
] as const;
export type LiveTopic = (typeof liveTopics)[number];
