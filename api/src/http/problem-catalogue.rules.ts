import { entry } from './problem-entry';

/** What can be refused about rules that look after boosts. */
export const ruleProblems = {
  'too-many-rules': entry(
    409,
    'The workspace has as many rules as it may',
    'Delete rules that nobody needs any more, then write this one.',
  ),
  'rule-moved-on': entry(
    409,
    'Somebody else has changed this rule',
    'Load it again and make your change on top of theirs.',
  ),
  'rule-not-looked-at': entry(
    409,
    'The replay shows something else by now',
    'Look at what the rule would have done, and send the number of hits that it shows as "seen".',
  ),
};
