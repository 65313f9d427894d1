/** What a reference world is made with. Names and defaults are those of the published tables. */
export const mediumWorld = {
  /** Days of notes, and notes a day. */
  days: 20,
  perDay: 400,
  /** Impressions that the feed has for each note. */
  impPerNote: 1_000,
  /** Readers. */
  users: 60_000,
  /** Spread of hook and content: standard deviations of their logarithms, and their correlation. */
  sigClick: 0.5,
  sigSat: 0.45,
  rho: -0.1,
  /** Hours in which the response to an ageing note falls by 1/e. */
  tauH: 72,
  /** How much more often followers open a note. */
  halo: 1.8,
  /** Part of the notes whose keywords say what they are about. */
  kwAcc: 0.85,
  /** Errors of what the platform believes: of slots, affinities and topics (sd of the log), of freshness and of readers (factors). */
  slotErr: 0.05,
  affErr: 0.08,
  topicErr: 0.05,
  tauEst: 1.15,
  satEst: 0.9,
};

export type WorldParameters = typeof mediumWorld;
export type ParameterName = keyof WorldParameters;

export const parameterNames = Object.keys(mediumWorld) as ParameterName[];
