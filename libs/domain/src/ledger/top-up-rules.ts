/**
 * Above which amount a top-up waits for a second person where a workspace has set nothing else: ¥100,000.
 * Source: a default of this product [P]; which amount is much is for each workspace to say.
 */
export const approvalAboveCents = 10_000_000;

/** Whether a second person has to agree. @param limitCents null when nobody has to, whatever the amount */
export const needsSecondPerson = (cents: number, limitCents: number | null): boolean =>
  limitCents !== null && cents > limitCents;
