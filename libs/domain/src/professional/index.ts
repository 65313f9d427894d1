export * from './professional-account';
export * from './read-credit-code';
