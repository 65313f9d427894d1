/** Stars mark what is printed strong. */
export const oneMore = {
  title: 'One more voucher',
  text: 'What would one more voucher on this note do? The same worlds are played with it and without it.',
  open: 'One more voucher?',
  back: 'Back to the note',
  toVouchers: 'Vouchers',
  loading: 'Loading the question',
  emptyTitle: 'Nothing has been asked yet',
  emptyText:
    'Choose a note and a voucher. 200 worlds and more take some seconds, change nothing and spend nothing.',
  noVouchers: 'No voucher can be used now. Vouchers are granted by the platform.',

  form: {
    heading: 'The question',
    note: 'Note',
    voucher: 'Voucher',
    starts: 'Starts',
    now: 'now',
    inHours: 'in {{n}} h',
    duration: 'Runs for',
    hours: '{{n}} h',
    assumptions: 'What paid readers bring along',
    assumptionsText: 'Assumptions, unverified. None is on unless you believe it.',
    assume: {
      'paid-score': 'Paid responses count in the score',
      'follow-feed': 'New followers see your other notes',
      'look-alike': 'People like those who engaged are found',
      'search-back': 'Some come back through search',
    },
    run: 'Play the worlds',
    notAllowed: 'Your role looks on; ask a marketer or analyst.',
  },

  runs: {
    heading: 'Asked before',
    empty: 'Nothing yet.',
    failed:
      'This question did not come to an answer. Ask it again; if it fails again, the history may be too thin.',
    cancelled: 'This question was cancelled. Nothing was kept of it.',
    name: '{{voucher}} on “{{note}}”',
    running: 'Playing the worlds',
    runningText: 'The answer stays here. You may leave this page.',
  },

  verdict: {
    'no-effect':
      '*No visible effect.* The change in this note’s reads lies between {{low}} and {{high}} in eight of ten worlds.',
    'moves-readers':
      '*It moves readers from your other notes.* This note wins {{note}} reads and your other notes lose {{lost}}; together it is {{net}} (between {{low}} and {{high}}).',
    'cannot-tell':
      '*This note wins {{note}} reads; whether your notes together win any cannot be told.* Together it is {{net}}, between {{low}} and {{high}} in eight of ten worlds.',
    'worth-it':
      '*Worth it at {{cost}}.* Your notes win {{net}} reads (between {{low}} and {{high}} in eight of ten worlds), worth {{worth}} at {{price}} a read.',
    'likely-worth-it':
      '*Probably worth it at {{cost}}.* Your notes win {{net}} reads (between {{low}} and {{high}} in eight of ten worlds), worth {{worth}} at {{price}} a read; at the low end it is not.',
    'hardly-worth-it':
      '*Hardly worth it at {{cost}}.* Your notes win {{net}} reads (between {{low}} and {{high}} in eight of ten worlds), worth {{worth}} at {{price}} a read; only at the high end it pays.',
    'not-worth-it':
      '*Not worth it at {{cost}}.* Your notes win {{net}} reads (between {{low}} and {{high}} in eight of ten worlds), worth only {{worth}} at {{price}} a read.',
  },
  boost:
    '{{voucher}} in a boost of {{budget}}: the wallet adds {{wallet}}, {{impressions}} impressions over {{hours}} h from {{at}}.',
  undelivered:
    'Only {{paid}} of these {{impressions}} impressions find a paid slot in that time; the rest is paid back.',

  table: {
    heading: 'What changes',
    hint: 'mean of {{worlds}} worlds, and the range of eight in ten',
    figure: 'Figure',
    without: 'Without',
    with: 'With',
    change: 'Change',
    none: 'no visible effect',
    range: '{{low}} to {{high}}',
    plot: '{{figure}}: {{mean}}, between {{low}} and {{high}}',
    ofNote: 'This note',
    ofBrand: 'Your notes',
    nextLevel: 'Chance of level {{level}}',
    points: '{{n}} points',
  },
  life: {
    heading: 'Two worlds side by side',
    hint: 'impressions of this note from the start of the boost',
    chart: 'Impressions of this note so far, hour by hour, without and with the voucher: mean of the worlds',
    without: 'Without the voucher',
    with: 'With it',
  },
  from: {
    heading: 'Where the impressions come from',
    text: 'A feed shows no more for being paid: {{paid}} paid impressions are {{paid}} that somebody else does not get.',
    ownNatural: 'This note’s own natural ones',
    brand: 'Your other notes',
    strangers: 'Notes of others',
    fillers: 'Slots that no note wanted',
    brandNone: 'No visible effect on the reads of your {{n}} other notes.',
    brandAlone: 'You have no other note in these worlds.',
    brandLost: 'Your {{n}} other notes lose *{{reads}} reads* together (between {{low}} and {{high}}).',
    brandWon: 'Your {{n}} other notes win *{{reads}} reads* together (between {{low}} and {{high}}).',
  },
  best: {
    heading: 'The same voucher elsewhere',
    none: 'No other note of yours can have this voucher.',
    better:
      '*“{{title}}” would do more*: {{gain}} reads more than here, in {{worlds}} worlds that had no part in choosing it.',
    worse:
      '*Nothing does better.* “{{title}}”, the best of the others, brings {{gain}} reads fewer than here.',
    same: '*It makes no visible difference*: “{{title}}”, the best of the others, brings between {{low}} and {{high}} reads more than here.',
    note: 'Note',
    reads: 'Reads of your notes',
    text: 'Compared in the first {{n}} worlds. The best of several looks better than it is, so it was judged anew in worlds of its own.',
  },
  price: {
    heading: 'From which price it pays',
    slider: 'A read is worth',
    breakEven: 'It pays from {{price}} a read on',
    breakEvenRange: 'between {{low}} and {{high}}',
    breakEvenLeast: '{{low}} at the least',
    never: 'at no price',
    cost: 'Price of the boost',
    wallet: 'Counting the wallet’s part alone, it pays from {{price}} a read on.',
    own: 'You paid {{price}} for a read in {{boosts}} boosts of the last 90 days ({{spent}} for {{reads}} reads).',
    category: 'Too few reads of your own boosts yet: this is what a paid read costs in the category.',
    reset: 'Back to that price',
  },
  model: {
    heading: 'What this rests on, and what it does not know',
    assumed: 'Assumed: {{list}}.',
    assumedNone: 'Nothing is assumed to spill over from paid readers to natural ones.',
    truth:
      'How good each note really is nobody knows: it is drawn from what is believed of it, anew for each world. Both runs of a world share every draw, so that they differ by the voucher alone.',
    feed: 'The coming hours are taken to be like the day before, and paid notes to get {{share}} of an hour at most, other people’s boosts not counted.',
    readers:
      'Readers who prefer one category, sales after the read, and followers of later weeks play no part.',
    sharp: 'It stopped after {{worlds}} worlds, since more would not have moved the mean visibly.',
    notSharp: 'After {{worlds}} worlds the mean is known to ± {{half}} reads.',
    kept: 'Data of {{at}}; {{notes}} notes since {{from}}, until {{until}}; seed {{seed}}, fingerprint {{fingerprint}}, runs {{before}} and {{after}}. The same question on the same history gives the same answer.',
  },
};
