export const reviews = {
  title: 'Review',
  text: 'Notes of all workspaces that the machine audit left to a person, the oldest first',
  loading: 'Loading the notes that wait',
  move: 'next and previous note',
  from: '{{creator}} for {{workspace}} · {{category}}',
  words: 'Found:',
  noWords: 'No word of the lexicon stands in it; it was drawn as a sample.',
  verdict: { passed: 'Pass', limited: 'Limit', rejected: 'Reject' },
  dialog: {
    passed: 'Let this note into the pools?',
    limited: 'Keep this note in the first pool?',
    rejected: 'Reject this note?',
    reason: 'Reason',
    reasonHint: 'The workspace reads it. A decision cannot be taken back.',
    reasonFault: 'Please say why; the workspace reads it.',
  },
  effect: {
    passed: 'It enters the first pool and climbs by what readers do.',
    limited: 'It is shown in the first pool and never beyond; it cannot be boosted.',
    rejected: 'It is not shown to anybody.',
  },
  done: {
    passed: 'Passed: {{title}}',
    limited: 'Limited: {{title}}',
    rejected: 'Rejected: {{title}}',
  },
  empty: {
    title: 'Nothing waits for you',
    text: 'Notes with absolute claims or medical promises come here before anybody sees them.',
    back: 'Go to the overview',
  },
};
