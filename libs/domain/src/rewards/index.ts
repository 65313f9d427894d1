export * from './check-plan';
export * from './hold-claim';
export * from './judge-eligibility';
export * from './measure-progress';
export * from './move-claim';
export * from './reward-plan';
