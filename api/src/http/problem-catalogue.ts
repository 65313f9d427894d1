import type { ProblemCode } from '@poolrise/contracts';
import { type Entry, entry } from './problem-entry';
import { agencyProblems } from './problem-catalogue.agencies';
import { appealProblems } from './problem-catalogue.appeals';
import { approvalProblems } from './problem-catalogue.approvals';
import { boostProblems } from './problem-catalogue.boosts';
import { campaignProblems } from './problem-catalogue.campaigns';
import { mediaProblems } from './problem-catalogue.media';
import { mediaKitProblems } from './problem-catalogue.media-kits';
import { orderProblems } from './problem-catalogue.orders';
import { professionalProblems } from './problem-catalogue.professional';
import { raceProblems } from './problem-catalogue.races';
import { ruleProblems } from './problem-catalogue.rules';
import { rewardProblems } from './problem-catalogue.rewards';
import { recruitmentProblems } from './problem-catalogue.recruitments';

/** Every code's status, title and way out. The console has its own words in the reader's language. */
export const problemCatalogue: Record<ProblemCode, Entry> = {
  ...agencyProblems,
  ...mediaProblems,
  ...mediaKitProblems,
  ...appealProblems,
  ...approvalProblems,
  ...orderProblems,
  ...raceProblems,
  ...ruleProblems,
  ...boostProblems,
  ...campaignProblems,
  ...recruitmentProblems,
  ...rewardProblems,
  ...professionalProblems,
  'brief-moved-on': entry(
    409,
    'Somebody else has changed the brief',
    'Load it again, look at the changes, and make yours on top of them.',
  ),
  'too-many-briefs': entry(
    409,
    'There are too many briefs',
    'Delete briefs that are over, then write it again.',
  ),
  'report-moved-on': entry(
    409,
    'Somebody else has changed this report',
    'Load it again and make your changes on top of theirs.',
  ),
  'report-too-wide': entry(
    409,
    'The report has more groups than can be put together at once',
    'Take away a dimension, shorten the period, or filter by creator or category.',
  ),
  'too-many-reports': entry(
    409,
    'The workspace keeps as many reports as it may',
    'Delete reports that nobody needs any more, then keep this one.',
  ),
  'import-empty': entry(
    400,
    'The file is empty',
    'Choose the file again; an export that has just begun may not be written yet.',
  ),
  'import-not-so-far': entry(
    409,
    'The import stands elsewhere',
    'Load it again: it may still be read, wait for an answer, or be in force already.',
  ),
  'import-mapping-faulty': entry(
    400,
    'The columns cannot be read so',
    'Mend what is named under "fields": each field once, what names a row, and the units.',
  ),
  'import-day-unfit': entry(
    400,
    'Nothing can be kept until that day',
    'Choose a day from today on, within ten years.',
  ),
  'too-many-imports': entry(
    409,
    'Many files are waiting already',
    'Wait until some of them have been read, then bring in the others.',
  ),
  'too-many-portfolios': entry(
    409,
    'Portfolios are still being planned',
    'Wait until one of them is done, which takes some seconds, and ask again.',
  ),
  'portfolio-without-plan': entry(
    409,
    'The portfolio has no plan',
    'Wait until it is planned; where no plan could be made, ask for a portfolio that can.',
  ),
  'invalid-input': entry(
    400,
    'Something in the request is not usable',
    'Mend the fields named under "fields" and send it again.',
  ),
  'invalid-json': entry(
    400,
    'The body is not JSON',
    'Send one JSON document in UTF-8 with content-type application/json.',
  ),
  'invalid-encoding': entry(400, 'The request is not valid UTF-8', 'Send the address and the body in UTF-8.'),
  'body-too-large': entry(
    413,
    'The body is too large',
    'Send less at once; engagement events may be sent in several batches.',
  ),
  'unsupported-media-type': entry(415, 'The body is of another type', 'Send content-type: application/json.'),
  'not-found': entry(
    404,
    'There is no such thing here',
    'Check the id, and that it belongs to the workspace you speak for.',
  ),
  'method-not-allowed': entry(405, 'This address does not do that', 'See /api/docs for what it does.'),
  'invalid-cursor': entry(400, 'The cursor is not from this list', 'Start again without a cursor.'),
  internal: entry(
    500,
    'Something broke on our side',
    'Nothing was changed. Try again; if it stays, report the request id.',
  ),
  unavailable: entry(
    503,
    'Not ready for this right now',
    'Nothing was lost. Send the same request again after the time in Retry-After.',
  ),
  'not-signed-in': entry(
    401,
    'Nobody is signed in',
    'Sign in, or send an API key as "Authorization: Bearer …".',
  ),
  'wrong-credentials': entry(401, 'E-mail or password is wrong', 'Check both and try again.'),
  'too-many-attempts': entry(429, 'Too many attempts', 'Wait for the time in Retry-After, then try again.'),
  'cross-site-request': entry(
    403,
    'The request came from another site',
    'Send it from the console, with the header x-requested-with: poolrise.',
  ),
  'workspace-required': entry(400, 'Which workspace?', 'Send its id in the header x-workspace.'),
  'workspace-foreign': entry(
    403,
    'You are not a member of this workspace',
    'Choose one of your own workspaces, or ask its owner to add you.',
  ),
  'role-too-low': entry(
    403,
    'Your role does not allow this',
    'Ask an owner of the workspace to do it or to change your role.',
  ),
  'platform-only': entry(
    403,
    'Only the platform’s own workspaces may do this',
    'Leave it out, or ask an operator of this installation to do it.',
  ),
  'too-many-simulations': entry(
    409,
    'Enough simulations of this workspace are under way',
    'Wait until one of them is done, or cancel one.',
  ),
  'nothing-to-replay': entry(
    409,
    'Readers have not been shown anything there yet',
    'Replay a note once it has been shown, or choose more days; there is no history before that.',
  ),
  'review-already-answered': entry(
    409,
    'Somebody has decided about this note already',
    'Nothing to do; load the list again for the notes that still wait.',
  ),
  'policy-faulty': entry(
    400,
    'The rule set would make the pools misbehave',
    'Mend the named fields and send it again.',
  ),
  'policy-unchanged': entry(
    409,
    'Nothing differs from the version it is based on',
    'Change something, or use the version that is there.',
  ),
  'policy-already-in-force': entry(409, 'This version is in force already', 'Nothing to do.'),
  'policy-moved-on': entry(
    409,
    'Another version was put in force meanwhile',
    'Load the versions again and decide by what is in force now.',
  ),
  'policy-not-activated': entry(
    409,
    'There is no version before this one to go back to',
    'Put a version of your choice in force instead.',
  ),
  'policy-stops-most': entry(
    409,
    'This version would stop more than half of the running notes',
    'Look at the preview; to go on, send `confirmStops` with the number of notes that it would stop.',
  ),
  'canary-running': entry(
    409,
    'A version is being tried on a share of the notes',
    'End the trial or put its version in force for all first.',
  ),
  'canary-over': entry(409, 'This trial is over', 'Load the versions again.'),
  'quarantine-already-answered': entry(
    409,
    'Somebody has decided about this traffic already',
    'Nothing to do; load the list again for the traffic that is still held.',
  ),
  'name-taken': entry(409, 'Something of this kind has this name already', 'Choose another name.'),
  'too-many-kept': entry(
    409,
    'There would be more than a workspace may keep',
    'Take out what is no longer needed, or begin another list.',
  ),
  'list-moved-on': entry(
    409,
    'The list has changed meanwhile',
    'Load the list again and decide by what is in it now.',
  ),
  'export-too-large': entry(
    409,
    'This is more than fits one file',
    'Narrow what is exported by filters, or export it in parts.',
  ),
  'key-invalid': entry(401, 'The API key is not valid', 'Create a new key under Settings, API keys.'),
  'key-scope-missing': entry(
    403,
    'The API key lacks the scope',
    'Create a key with the scope that this address needs (see /api/docs).',
  ),
  'already-set-up': entry(409, 'This installation has an owner already', 'Sign in instead.'),
  'email-taken': entry(
    409,
    'This person is a member or invited already',
    'Nothing to do; change the role, or take the invitation back, if that was meant.',
  ),
  'last-owner': entry(
    409,
    'This is the last owner',
    'Make another member an owner first; a workspace without one could let nobody in any more.',
  ),
  'role-not-here': entry(
    409,
    'A workspace of this kind has no such role',
    'Choose another: client_viewer is for brands and agencies, creator for creators, operator for the platform.',
  ),
  'current-password-wrong': entry(
    403,
    'The current password is wrong',
    'Check it and try again; nothing was changed.',
  ),
  'too-many-workspaces': entry(
    409,
    'You have founded as many workspaces as a person may',
    'Use one of those, or ask somebody else to found it and invite you.',
  ),
  'agency-only': entry(
    403,
    'Only an agency has clients and a resource pool',
    'Go to the workspace of your agency, or found one.',
  ),
  'not-of-agency': entry(
    409,
    'This person is not a member of the agency',
    'Invite them into the agency first; people of the client are invited in the client’s own room.',
  ),
  'client-exists': entry(
    409,
    'There is a client of this name already',
    'Choose another name, or use that client.',
  ),
  'contact-exists': entry(
    409,
    'This creator is in the resource pool already',
    'Change the entry that is there.',
  ),
  'proposal-moved-on': entry(
    409,
    'There is a newer version of this proposal',
    'Load it again and decide by what stands there now.',
  ),
  'proposal-unchanged': entry(
    409,
    'Nothing differs from the version it is based on',
    'Change a creator, a term or the message, or leave the version as it is.',
  ),
  'proposal-archived': entry(409, 'This proposal was put away', 'Bring it back first, then go on with it.'),
  'answered-meanwhile': entry(
    409,
    'Somebody else has answered this meanwhile',
    'Load the proposal again, look at their answer, and send yours if it still holds.',
  ),
  'link-not-open': entry(
    410,
    'This link does not open anything',
    'Ask whoever sent it to you for a new one.',
  ),
  'link-password-needed': entry(
    403,
    'This link asks for a password',
    'Send the password that came with the link.',
  ),
  'link-password-wrong': entry(403, 'This is not the password of the link', 'Check it and try again.'),
  'too-many-links': entry(
    409,
    'Enough links to this proposal are open',
    'Revoke one that is not needed any more.',
  ),
  'too-many-answers': entry(
    409,
    'This version holds as many answers and comments as it can',
    'Speak to whoever sent you the proposal; a new version has room again.',
  ),
  'request-key-reused': entry(
    422,
    'The request key was used for something else',
    'Make a new request key for a new request.',
  ),
  'wallet-too-low': entry(409, 'The wallet does not cover this', 'Top up the wallet or lower the budget.'),
  'top-up-own': entry(
    409,
    'Whoever asked for a top-up cannot let it through',
    'Ask another owner or finance member of the workspace.',
  ),
  'top-up-decided': entry(
    409,
    'This top-up was decided by somebody else',
    'Load the top-ups again to see by whom, and when.',
  ),
  'voucher-spent': entry(409, 'The voucher has been used', 'Choose another voucher.'),
  'voucher-expired': entry(409, 'The voucher has expired', 'Choose another voucher.'),
  'voucher-not-yet-valid': entry(
    409,
    'The voucher is not valid yet',
    'Start later or choose another voucher.',
  ),
  'voucher-revoked': entry(409, 'The voucher was withdrawn', 'Choose another voucher.'),
  'voucher-wrong-scope': entry(
    409,
    'The voucher does not cover this note',
    'Choose a voucher for this category.',
  ),
  'vouchers-do-not-stack': entry(409, 'These vouchers cannot be combined', 'Keep one of them.'),
};
