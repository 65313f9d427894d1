/** Words between stars print strong. */
export const where = {
  title: 'Where to spend it',
  text: 'The same voucher is tried on several of your notes, to see on which one it wins the most reads.',
  open: 'Where to spend it?',
  voucher: 'Voucher',
  ask: 'Work it out',
  again: 'Work it out anew',
  loading: 'Loading',
  running: 'Playing the worlds',
  runningText: '{{share}} done. The answer stays here; you may leave.',
  emptyTitle: 'Nothing worked out for this voucher yet',
  emptyText: 'A few seconds tell where it does most. It changes nothing and costs nothing.',
  noNotesTitle: 'No note can use this voucher yet',
  noNotesText:
    'It takes a note that passed the audit, that readers have seen, and that fits the voucher’s rules.',
  toNotes: 'Your notes',
  noVouchersTitle: 'No voucher to spend now',
  noVouchersText: 'Reward plans and the platform grant vouchers. They appear under Vouchers.',
  advice: {
    spend:
      '*Put it on “{{title}}”.* Your notes win {{reads}} reads (between {{low}} and {{high}} in eight of ten worlds).',
    either:
      '*“{{title}}” or “{{other}}”: both do.* The first wins {{reads}} reads ({{low}} to {{high}}), and no difference can be seen between them.',
    'too-dear':
      '*Keep it for now.* Even the best note asks {{wallet}} of your wallet, and its {{reads}} reads are worth only {{worth}}. The voucher lasts until {{until}}.',
    none: '*Keep it for now.* No note shows an effect: the best lies between {{low}} and {{high}} reads. The voucher lasts until {{until}}; ask again when you have a new note.',
  },
  basis: '{{worlds}} worlds, made from the data of {{at}}',
  reads: '{{reads}} reads',
  compared: 'rough',
  launch: 'Boost it',
  fine: '“Rough” ones were played in {{n}} worlds only; the first of them may just have been lucky, so none is recommended.',
  whole: 'See the whole answer',
};
