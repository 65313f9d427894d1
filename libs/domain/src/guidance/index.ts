export * from './best-time';
export * from './check-format';
export * from './compare-peers';
export * from './first-pool-odds';
export * from './fit-odds';
export * from './keyword-advice';
export * from './note-features';
export * from './odds-record';
