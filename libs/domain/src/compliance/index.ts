export * from './check-note';
export * from './compliance';
export { foldText, type FoldedText } from './folded-text';
export { noteLimits, titleWidth } from './note-conditions';
export * from './rules';
