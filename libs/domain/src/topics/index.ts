export * from './choose-topics';
export * from './fit-topic';
export * from './search-demand';
export * from './topic-performance';
