export * from './budget-ask';
export * from './budget-assumptions';
export * from './budget-curves';
export * from './budget-frontier';
export * from './budget-luck';
export * from './budget-report';
export * from './plan-budget';
export * from './rail-change';
