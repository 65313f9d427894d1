import { entry } from './problem-entry';

/** Of recruitments, and of whose desk it is. */
export const recruitmentProblems = {
  'brand-only': entry(
    409,
    'Only brands recruit creators',
    'Do this in the workspace of a brand, or in the room of a client.',
  ),
  'recruitment-closed': entry(
    409,
    'The recruitment takes this no more',
    'Load it again and see how it ended; publish another, or apply to another.',
  ),
  'recruitment-unfit': entry(
    409,
    'The recruitment asks for somebody else',
    'The detail names what is asked and not met; choose another recruitment on the board.',
  ),
  'already-applied': entry(
    409,
    'This desk has applied already',
    'Take the application back first, while it is not answered, and apply again.',
  ),
  'quote-outside': entry(
    409,
    'The quote lies outside what the recruitment pays',
    'Ask for an amount between the two that the recruitment names.',
  ),
  'application-moved-on': entry(
    409,
    'The application has changed meanwhile',
    'Load it again, look at its quote and words, and decide anew.',
  ),
  'application-already-answered': entry(
    409,
    'The application waits for no answer any more',
    'Load it again and see what became of it.',
  ),
  'creator-desk-only': entry(
    409,
    'Only the desk of a creator speaks for one',
    'Found a workspace for the creator, and do this there.',
  ),
  'creator-taken': entry(
    409,
    'Another desk speaks for this creator',
    'Refuse this claim, or undo the other tie first; a creator has one desk.',
  ),
  'desk-tied': entry(
    409,
    'This desk speaks for a creator already',
    'Ask the platform to undo the tie first; a desk speaks for one creator.',
  ),
  'claim-waiting': entry(
    409,
    'A claim of this desk waits for its answer',
    'Take it back before claiming somebody else.',
  ),
  'claim-already-answered': entry(
    409,
    'The claim was answered already',
    'Load the list again; the detail says who decided what.',
  ),
  'desk-has-orders': entry(
    409,
    'Orders of this desk are not over',
    'Settle or call off its orders first, then undo the tie.',
  ),
};
