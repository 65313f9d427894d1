/** Work that the worker does. A job carries no data and promises nothing: what is due stands in a column. */
export const jobNames = [
  'pool-review',
  'pool-bars',
  'pool-returns',
  'note-audit',
  'note-publishing',
  'note-totals',
  'boost-settlement',
  'trial-lift',
  'voucher-expiry',
  'quarantine-release',
  'simulation',
  'creator-peers',
  'creator-norms',
  'portfolio',
  'stress-test',
  'import',
  'report-schedule',
  'engagement-days',
  'order-timers',
  'address-sweep',
  'campaign-watch',
  'recruitment-timers',
  'race-rounds',
  'media-sweep',
  'approval-expiry',
  'automation-rules',
  'budget-plan',
  'search-retention',
  'open-retention',
  'reward-progress',
  'weekly-topics',
  'guidance-peers',
  'growth-levels',
] as const;
export type JobName = (typeof jobNames)[number];

/** How often the sweeper looks for what is due even when nobody nudged, in milliseconds. */
export const sweepEvery: Record<JobName, number> = {
  'pool-review': 2_000,
  'pool-bars': 20_000,
  'pool-returns': 60_000,
  'note-audit': 2_000,
  'note-publishing': 5_000,
  'note-totals': 5_000,
  'boost-settlement': 3_000,
  'trial-lift': 60_000,
  'voucher-expiry': 60_000,
  'quarantine-release': 5_000,
  simulation: 2_000,
  // A change of one figure moves a hundred-quantile table very little.
  'creator-peers': 600_000,
  // Reads the notes of three months; what is usual among thousands moves by the week.
  'creator-norms': 3_600_000,
  portfolio: 2_000,
  'stress-test': 2_000,
  import: 2_000,
  'report-schedule': 5_000,
  'engagement-days': 60_000,
  'order-timers': 5_000,
  // Days after an order has ended.
  'address-sweep': 600_000,
  'campaign-watch': 10_000,
  'recruitment-timers': 5_000,
  'race-rounds': 5_000,
  // What nobody attached is a day old by then.
  'media-sweep': 600_000,
  'approval-expiry': 30_000,
  // Rules look at full hours.
  'automation-rules': 30_000,
  'budget-plan': 2_000,
  // A day begins once a day; an hour later is soon enough.
  'search-retention': 3_600_000,
  'open-retention': 3_600_000,
  'reward-progress': 3_000,
  // A week begins once a week, and what nobody curated is published by the hour.
  'weekly-topics': 600_000,
  // Three months of notes; what is usual among them moves by the day.
  'guidance-peers': 3_600_000,
  // A day is judged once; a new desk waits no longer than this.
  'growth-levels': 600_000,
};
