/** Good bodies for the operations of approvals. */
export const approvalExamples = {
  reject: { reason: 'The quarter is spent; again in January' },
  explainApproval: { words: 'The note passed the third gate this morning' },
};
