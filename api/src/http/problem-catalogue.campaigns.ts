import { entry } from './problem-entry';

/** Of campaigns. */
export const campaignProblems = {
  'campaign-moved-on': entry(
    409,
    'Somebody else has changed the campaign',
    'Load it again, look at the changes, and make yours on top of them.',
  ),
  'campaign-move-refused': entry(
    409,
    'The campaign does not allow that now',
    'Do one of the moves named in the detail; only drafts can be deleted.',
  ),
  'campaign-ended': entry(
    409,
    'The campaign has ended',
    'Choose one that is still open, or plan a new campaign.',
  ),
  'too-many-campaigns': entry(
    409,
    'There are too many campaigns',
    'Delete drafts that nobody needs, then write it again.',
  ),
  'budget-plan-unusable': entry(
    409,
    'This plan of the budget cannot be applied',
    'Wait until it is done; where it has no answer, or all flights are over, ask for a new one.',
  ),
  'budget-plan-stale': entry(
    409,
    'This plan of the budget is out of date',
    'What it rests on has changed as the detail says: calculate it again, and apply the new one.',
  ),
};
