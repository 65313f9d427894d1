import { entry } from './problem-entry';

/** Of appeals against what the audit decided. */
export const appealProblems = {
  'nothing-to-appeal': entry(
    409,
    'The note was neither limited nor rejected',
    'Nothing to do: an appeal is made against a decision that went against the note.',
  ),
  'already-appealed': entry(
    409,
    'The decision about this note has been appealed before',
    'Read what came of it on the record; to be shown again, mend the note and publish it anew.',
  ),
  'appeal-too-late': entry(
    409,
    'The time for an appeal is over',
    'Mend the note and publish it anew; the detail says until when an appeal was open.',
  ),
  'appeal-already-answered': entry(
    409,
    'Somebody has decided about this appeal already',
    'Nothing to do; load the list again for the appeals that still wait.',
  ),
  'appeal-own-review': entry(
    409,
    'Nobody decides about an appeal against their own decision',
    'Leave it to another operator of the platform.',
  ),
};
