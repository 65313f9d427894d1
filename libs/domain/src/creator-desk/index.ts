export * from './media-kit';
export * from './reader-portrait';
export * from './today';
export * from './violations';
