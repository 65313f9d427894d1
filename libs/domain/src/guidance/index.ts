export { bestTime, hourOf, type PeerTimes, peerTimes, type TimeAdvice, weekdayOf } from './best-time';
export * from './check-format';
export {
  compareFeatures,
  type ComparisonResult,
  comparisons,
  type PeerComparison,
  type PeerNote,
  type PeerSide,
} from './compare-peers';
export * from './first-pool-odds';
export { fitOdds, type JudgedCase, type OddsCase, type OddsModel } from './fit-odds';
export * from './keyword-advice';
export * from './note-features';
export * from './odds-record';
