import { entry } from './problem-entry';

/** Of professional accounts. */
export const professionalProblems = {
  'professional-not-here': entry(
    409,
    'Only a brand and a creator’s desk can be verified',
    'Apply from the workspace of the brand or from the desk of the creator.',
  ),
  'professional-waiting': entry(
    409,
    'An application of this workspace waits already',
    'Wait for the answer, or take that application back and send another.',
  ),
  'professional-suspended': entry(
    409,
    'The verification of this workspace is suspended',
    'Read the reason on the page of the account and ask the platform; it is given back by them.',
  ),
  'renewal-too-early': entry(
    409,
    'The verification holds for a while yet',
    'Renew it within the last days before it ends; the page of the account says from when.',
  ),
  'professional-already-answered': entry(
    409,
    'Somebody has decided about this application already',
    'Load the list again; the detail says how it stands.',
  ),
};
