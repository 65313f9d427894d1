/** Refusals of reward plans: what is wrong, and the way out. */
export const rewardProblems = {
  title: {
    'reward-unfit': 'This account does not meet the rules of the plan',
    'reward-plan-closed': 'The plan is not open now',
    'reward-quota-gone': 'Every place is taken',
    'reward-not-achieved': 'The tasks are not done yet',
    'reward-already-claimed': 'This reward was claimed already',
    'reward-over': 'This reward is over',
    'reward-not-held': 'The claim is not held any more',
    'reward-plan-moved-on': 'Somebody else has changed the plan',
    'reward-plan-opened': 'The plan was opened: creators have read its terms',
    'reward-plan-stands': 'The plan cannot do that any more',
    'reward-already-answered': 'Somebody has decided about this claim already',
  },
  remedy: {
    'reward-unfit': 'Each rule on the plan’s page says what is missing.',
    'reward-plan-closed': 'Look at when it opens and closes. A paused plan goes on later.',
    'reward-quota-gone': 'A place comes back when a held claim is turned down. Or choose another plan.',
    'reward-not-achieved': 'See how far each task is. Counting follows readers by some seconds.',
    'reward-already-claimed': 'Load the page again to see what it brought.',
    'reward-over': 'It could be claimed until the day named on its page.',
    'reward-not-held': 'Load the page again to see what was decided.',
    'reward-plan-moved-on': 'Load the page again and look at what is there now.',
    'reward-plan-opened': 'Give it more places or close it earlier, or draft a new plan.',
    'reward-plan-stands': 'Load the page again: what it can do depends on its state and its close.',
    'reward-already-answered': 'The list shows what still waits.',
  },
};
