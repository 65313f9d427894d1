export * from './agency-tasks';
export * from './bill-subject';
export * from './fee-scheme';
export * from './month-statement';
export * from './months';
