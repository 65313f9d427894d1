import { entry } from './problem-entry';

/** What can be refused of boosts and their holdouts. */
export const boostProblems = {
  'budget-below-voucher': entry(
    409,
    'The budget is below what the voucher asks for',
    'Raise the budget or leave the voucher out.',
  ),
  'budget-too-low': entry(409, 'The budget is too low', 'Raise it to the minimum that the offer states.'),
  'budget-too-high': entry(409, 'The budget is too high', 'Lower it to the maximum that the offer states.'),
  'duration-too-short': entry(
    409,
    'The boost would be too short',
    'Choose at least the hours that the offer states.',
  ),
  'duration-too-long': entry(
    409,
    'The boost would be too long',
    'Choose at most the hours that the offer states.',
  ),
  'starts-in-past': entry(
    409,
    'The start lies in the past',
    'Leave the start out to begin now, or choose a later time.',
  ),
  'note-not-boostable': entry(
    409,
    'This note cannot be boosted',
    'Wait until its audit has passed; limited and rejected notes are never boosted.',
  ),
  'boost-already-ended': entry(409, 'The boost has ended', 'Nothing to stop; its refund is in the journal.'),
  'holdout-cannot-tell': entry(
    409,
    'The boost is too small for this holdout to tell anything',
    'Look for a larger effect, hold out more readers, raise the budget, or launch without a holdout.',
  ),
  'holdout-running': entry(
    409,
    'Another holdout of this note is still being counted',
    'Start after it is over, or launch without a holdout.',
  ),
  'holdout-within-holdout': entry(
    409,
    'The campaign has a holdout, and the boost would have one of its own',
    'Launch it without a holdout, or outside of the campaign: readers are told apart once.',
  ),
  'note-under-holdout': entry(
    409,
    'The campaign has a holdout, and the note is part of another that is still being counted',
    'Launch it outside of the campaign, or once the other holdout is over.',
  ),
  'boost-without-holdout': entry(
    404,
    'This boost was launched without a holdout',
    'Launch a boost with a holdout to measure its lift; it cannot be added afterwards.',
  ),
  'boost-without-keywords': entry(
    409,
    'The campaign has no keywords for a boost in search',
    'Name keywords for the boost, or write some into the campaign first.',
  ),
};
