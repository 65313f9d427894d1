export * from './media-kit';
export * from './today';
export * from './violations';
