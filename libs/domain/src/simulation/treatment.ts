/** A ruling that someone else makes in the place of the rule. */
export interface ImposedRuling {
  noteId: string;
  level: number;
  ruling: 'pass' | 'stop';
}

/** Paid impressions for one note, delivered from this hour on as fast as the cap of a note allows. */
export interface SimulatedBoost {
  noteId: string;
  hour: number;
  impressions: number;
  /** The hour in which nothing is delivered any more; never when it is left out. */
  until?: number;
}

/** What is done differently from one world to the next. */
export interface Treatment {
  rulings?: readonly ImposedRuling[];
  boosts?: readonly SimulatedBoost[];
}
