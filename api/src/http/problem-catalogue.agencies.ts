import { entry } from './problem-entry';

/** What can be refused about the months that an agency settles with its clients. */
export const agencyProblems = {
  'month-not-over': entry(409, 'The month is not over', 'Close it after its last day.'),
  'month-closed': entry(
    409,
    'The month is closed',
    'Name a month that is still open: what is closed stays as it was sent.',
  ),
  'month-not-closed': entry(409, 'The month is not closed yet', 'Close it, then send it.'),
  'month-out-of-turn': entry(
    409,
    'A month before it is still open',
    'Close the months of a client one after the other.',
  ),
  'statement-moved-on': entry(
    409,
    'The month adds up to another sum by now',
    'Load it again, look at what was added, then close it.',
  ),
  'rebate-above-price': entry(
    409,
    'The rebates would be more than the creator was paid',
    'Correct the amount, or choose the order that it belongs to.',
  ),
};
