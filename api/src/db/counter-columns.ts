/** What readers do on a page of the feed, as columns of the tables that count it. */
export const readerCounters = [
  'impressions',
  'clicks',
  'likes',
  'collects',
  'comments',
  'shares',
  'follows',
  'dwell_seconds',
  'hides',
] as const;

/** Counter columns by the index of the event's kind (dwell adds its seconds, the others one). */
export const counterColumns = [...readerCounters, 'purchases'] as const;
