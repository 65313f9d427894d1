import { entry } from './problem-entry';

/** What can be said about acts that wait for a second person. */
export const approvalProblems = {
  'approval-asked': entry(
    409,
    'A second person has to agree to this',
    'Nothing was done and no money moved. It waits under approvals, named by "approvalId"; once somebody else has agreed, the same request returns what came of it.',
  ),
  'approval-own': entry(
    409,
    'Whoever asked cannot agree to it',
    'Ask another member of the workspace who may decide, or take the request back.',
  ),
  'approval-not-own': entry(
    409,
    'Somebody else asked for this',
    'Only whoever asked says what it is for; agree to it or reject it.',
  ),
  'approval-decided': entry(
    409,
    'This was decided by somebody else',
    'Load it again to see by whom, and when.',
  ),
  'approval-over': entry(
    409,
    'This request for approval is over',
    'It was rejected, taken back, or nobody decided in time. Begin again with a new request.',
  ),
  'approval-changed': entry(
    409,
    'What was asked for is not what it would come to now',
    'Nothing was done. Reject the request or take it back, read anew what stands now, and ask again.',
  ),
};
