import { entry } from './problem-entry';

/** What can be refused about races between notes. */
export const raceProblems = {
  'race-notes-repeat': entry(409, 'A note is in the race twice', 'Name each note once.'),
  'race-budget-too-low': entry(
    409,
    'The budget is too low for this race',
    'Raise it to the least that each round needs for every note, or race fewer notes or rounds.',
  ),
  'race-budget-too-high': entry(
    409,
    'The budget is too high for this race',
    'Lower it, or race more rounds: one note may come to take a whole round, and a boost has an upper limit.',
  ),
  'race-already-ended': entry(
    409,
    'The race has ended',
    'Nothing to stop; open the race to see what came of it.',
  ),
  'race-still-running': entry(
    409,
    'The race is still running',
    'Wait for its end or stop it; then the winner can be kept.',
  ),
  'race-nothing-left': entry(
    409,
    'Too little of the budget is left to boost the winner',
    'Boost the note from its own page with a new budget.',
  ),
};
