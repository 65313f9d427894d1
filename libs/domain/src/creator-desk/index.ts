export * from './today';
export * from './violations';
