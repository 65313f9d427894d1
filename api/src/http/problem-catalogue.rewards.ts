import { entry } from './problem-entry';

/** Of reward plans. */
export const rewardProblems = {
  'reward-unfit': entry(
    409,
    'The account does not meet the rules of the plan',
    'Read the rules of the plan: each says what is missing.',
  ),
  'reward-plan-closed': entry(
    409,
    'The plan is not open now',
    'Look at when it opens and closes; a paused plan goes on later.',
  ),
  'reward-quota-gone': entry(
    409,
    'Every place of the plan is taken',
    'Look again later: a place comes back when a held claim is turned down. Or choose another plan.',
  ),
  'reward-not-achieved': entry(
    409,
    'The tasks of the plan are not done yet',
    'Read how far each task is; counting follows readers by some seconds.',
  ),
  'reward-already-claimed': entry(
    409,
    'The reward was claimed already',
    'Load the plan again: it shows what the claim brought.',
  ),
  'reward-over': entry(
    409,
    'The reward is over',
    'Nothing can be done about it any more; the plan says until when it could be claimed.',
  ),
  'reward-not-held': entry(
    409,
    'The claim is not held any more',
    'Load it again and see what was decided about it.',
  ),
  'reward-plan-moved-on': entry(
    409,
    'Somebody else has changed the plan',
    'Load it again and look at what is there now.',
  ),
  'reward-plan-opened': entry(
    409,
    'The plan was opened: creators have read its terms',
    'Give it more places or close it earlier; for other terms draft a new plan.',
  ),
  'reward-plan-stands': entry(
    409,
    'The plan cannot do that from where it stands',
    'Load it again: what it can do depends on its state and its close.',
  ),
  'reward-already-answered': entry(
    409,
    'Somebody has decided about this claim already',
    'Nothing to do; load the list again for the claims that still wait.',
  ),
};
