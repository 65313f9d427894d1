/** An order or a boost as the journal has it up to three instants; cents. */
export interface SubjectSpend {
  /** before the first month that was ever closed, or before this month where none was */
  beforeBilling: SpentSoFar;
  beforeMonth: SpentSoFar;
  until: SpentSoFar;
  /** what earlier closed statements have charged for it, adjustments among it */
  frozen: SpentSoFar;
}

/** `spentCents` stands in the journal; `chargedCents` of it is the client's own money, the rest was given. */
export interface SpentSoFar {
  spentCents: number;
  chargedCents: number;
}

const less = (a: SpentSoFar, b: SpentSoFar): SpentSoFar => ({
  spentCents: a.spentCents - b.spentCents,
  chargedCents: a.chargedCents - b.chargedCents,
});

/**
 * What a month's statement says of one order or boost: what was spent in the month, and apart from it what the journal says of
 * closed months and their statements did not: a timer that fired late is written under its due time. Together with what is
 * frozen the two are always what was spent since the first closed month, to the cent.
 */
export function billSubject({ beforeBilling, beforeMonth, until, frozen }: SubjectSpend): {
  inMonth: SpentSoFar;
  late: SpentSoFar;
} {
  return {
    inMonth: less(until, beforeMonth),
    late: less(less(beforeMonth, beforeBilling), frozen),
  };
}
