/** What the stream says: which noun of this workspace changed, never its data. */
export const liveTopics = [
  'notes',
  'pools',
  'boosts',
  'wallet',
  'notices',
  'quarantine',
  'simulations',
  'portfolios',
  'proposals',
  'clients',
] as const;
export type LiveTopic = (typeof liveTopics)[number];
