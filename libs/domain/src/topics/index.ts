export * from './search-demand';
