export * from './judge-rule';
export * from './replay-rule';
export * from './rule';
