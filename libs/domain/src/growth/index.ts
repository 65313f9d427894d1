export * from './growth-levels';
export * from './judge-growth';
export * from './move-growth';
