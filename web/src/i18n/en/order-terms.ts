/** Terms that are bargained about beside the price. */
export const orderTerms = {
  more: 'Terms too: rights, stages, revisions, due date',
  revisions: 'Sent back at most (times)',
  revisionsHint: '0–{{max}}; after that the next draft needs no approval of the brand',
  revisionsFault: 'A whole number from 0 to {{max}}.',
  with: 'Added: {{stage}}',
  without: 'Left out: {{stage}}',
  times: { one: '{{n}} time', other: '{{n}} times' },
  change: {
    protectionDays: 'Protection: {{from}} → {{to}}',
    rights: 'Rights: {{from}} → {{to}}',
    revisionsMost: 'Sent back at most: {{from}} → {{to}}',
    draftDueAt: 'Draft due: {{from}} → {{to}}',
  },
};
