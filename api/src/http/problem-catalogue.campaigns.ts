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
  'campaign-begun': entry(
    409,
    'The campaign has begun',
    'A holdout is registered before readers are shown anything; plan it for the next campaign.',
  ),
  'campaign-holdout-unplanned': entry(
    409,
    'There is nothing yet that a holdout could measure',
    'Give the campaign a flight and money for the feed or for search; to count searches it needs keywords too.',
  ),
  'campaign-holdout-registered': entry(
    409,
    'The campaign has a holdout already',
    'Withdraw it before the campaign begins to register another.',
  ),
  'campaign-holdout-cannot-tell': entry(
    409,
    'The campaign is too small for this holdout to tell anything',
    'Look for a larger effect, hold out more readers, give feed or search more money, or go without a holdout.',
  ),
  'campaign-holdout-fixed': entry(
    409,
    'The holdout of the campaign fixes that',
    'Its first and last instant stay as registered; before it has begun, withdraw the holdout first.',
  ),
  'campaign-without-holdout': entry(
    404,
    'The campaign has no holdout',
    'Register one before the campaign begins; it cannot be added afterwards.',
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
