export const lift = {
  loading: 'Loading the lift',
  of: {
    boost: {
      title: 'Lift of a boost',
      back: 'Back to the boost',
      it: 'boost',
      this: 'this boost',
      without: 'Without the boost',
      otherwise: 'would not have without it',
      hint: 'written down at launch and never changed',
      conserved:
        'Traffic is conserved: where the held-out were not shown this advertisement, another note had its place. The lift is that of this note and not of the platform.',
      brand: 'The effect on other notes of the brand is that on the same readers within {{hours}} hours.',
      arms: 'drawn by lot; everybody chosen for the boost counts, not only those who saw it',
      frozen: 'Fixed at launch: what is compared and when it is decided are written down beforehand.',
    },
    campaign: {
      title: 'Lift of a campaign',
      back: 'Back to the campaign',
      it: 'campaign',
      this: 'this campaign',
      without: 'Without the campaign',
      otherwise: 'would not have without it',
      hint: 'written down before the campaign began and never changed',
      conserved:
        'Traffic is conserved: where the held-out were not shown its advertisements, other notes had their places. The lift is that of the brand and not of the platform.',
      brand:
        'What the campaign only moves from one note of the brand to another is no lift: all of its notes are compared. Each reader is followed for {{hours}} hours.',
      arms: 'drawn by lot; everybody counts for whom the campaign once was chosen, not only those who saw it',
      frozen:
        'Fixed once the campaign begins: what is compared and when it is decided are written down beforehand.',
    },
  },
  did: {
    boost: { readers: 'read the note', engagers: 'engaged with the note' },
    campaign: {
      readers: 'read a note of the brand',
      engagers: 'engaged with a note of the brand',
      followers: 'followed from a note of the brand',
      searchers: 'searched for the keywords of the campaign',
    },
  },
  act: { readers: 'reading', engagers: 'engagement', followers: 'following', searchers: 'searching' },
  creators:
    'Notes that creators publish for it can be seen by everybody, so they are not compared: this is about what is paid to be shown.',
  endedEarly:
    'The campaign was ended early on {{at}}, planned was {{planned}}; nobody was taken in afterwards.',

  launch: {
    legend: 'Holdout',
    toggle: 'Keep it from some readers, to find out what the boost really brings',
    cost: 'Costs no budget, and every planned impression is still delivered; these readers are just not shown the advertisement.',
    share: 'Readers who are not shown it',
    metric: 'What is compared',
    effect: 'The least effect worth finding',
    effectOf: {
      readers: '{{n}} more of 100 read it',
      engagers: '{{n}} more of 100 engage',
      followers: '{{n}} more of 100 follow',
      searchers: '{{n}} more of 100 search',
    },
    power:
      'Up to {{readers}} readers would take part, {{heldOut}} of them held out. An effect of this size would then be found with a chance of {{power}}, in about {{days}}.',
    base: '{{without}}, about {{base}} of 100 readers would come to {{act}} anyway.',
    advice:
      'With {{this}}, at most {{readers}} readers would take part: the least that could be seen is {{n}} more of 100.',
    adviceNone:
      'With {{this}}, at most {{readers}} readers would take part: no effect of any size could be seen.',
  },

  card: {
    title: 'Lift',
    see: 'See the lift',
    text: '{{share}} of the readers are not shown it, for comparison.',
  },

  state: {
    'too-early': 'no result yet',
    'not-yet': 'counting',
    lift: 'lift',
    hurt: 'loss',
    'cannot-tell': 'cannot tell',
    'arms-off': 'not to be trusted',
  },
  says: {
    'too-early':
      'No result yet: each reader is followed for {{hours}} hours, the first until {{at}} at the earliest.',
    'too-early-ended': 'None of the readers {{did}}, so there is nothing to compare.',
    'not-yet': 'It cannot be told yet: {{share}}, and “no effect” is still within that.',
    lift: 'The {{it}} did bring more {{act}}: of the {{n}} exposed readers who {{did}}, {{share}} {{otherwise}}.',
    hurt: 'The {{it}} cost {{act}}: the exposed did it {{ratio}} as often as the held-out.',
    'cannot-tell':
      'Whether the {{it}} brought more {{act}} cannot be told: {{share}}, and “no effect” is still within that. That is not the same as no effect; there were too few readers to tell.',
    'arms-off':
      'The two groups are not as large as they were drawn, so nothing here may be compared. Please tell the platform.',
    'share-known': 'of those who {{did}}, the {{it}} brought {{low}} to {{high}}',
  },
  between: '{{low}} to {{high}}',
  about: 'about {{mid}} ({{low}} to {{high}})',
  below: 'below {{n}}',
  waits: '{{n}} more readers are still being followed.',
  decided: 'Decided on {{at}}.',
  decideBy: 'Decided on {{at}} at the latest.',
  certainty:
    'The interval holds at every look at once, with {{level}} certainty: looking early or often makes no false alarms.',

  figures: {
    costLater: 'once every reader is counted',
    costNone: 'not without a certain lift',
  },

  band: {
    heading: 'Share due to the {{it}}, seen more clearly with every reader',
    hint: 'the band is the interval and can only narrow; the dashed line is “no effect”',
    label: 'Interval chart with {{n}} moments; now {{share}}',
    none: 'The interval appears here once the first readers have been followed for {{hours}} hours.',
    seen: 'as seen',
    interval: 'interval',
    zero: 'no effect',
    at: 'Time',
    readers: 'Readers counted',
    point: '{{at}}: {{share}}, {{readers}} readers counted',
    unbounded: 'below −100%',
  },

  arms: {
    heading: 'The two groups',
    exposed: 'Exposed',
    heldOut: 'Held out',
    readers: 'Readers counted',
    acting: {
      readers: 'Of these, read',
      engagers: 'Of these, engaged',
      followers: 'Of these, followed',
      searchers: 'Of these, searched',
    },
    rate: {
      readers: 'Share who read',
      engagers: 'Share who engaged',
      followers: 'Share who followed',
      searchers: 'Share who searched',
    },
    waiting: 'Still followed',
    asDrawn: 'The groups are as large as drawn: {{share}} held out.',
  },

  beside: {
    heading: 'Other notes of the brand',
    hint: 'whether what was won here was lost there',
    measure: {
      'other-shown': 'Shown another note, organic',
      'other-advertised': 'Shown another note, paid',
      'other-read': 'Read another note',
    },
    verdict: { more: 'more', less: 'less', 'cannot-tell': 'no difference to be seen' },
    column: 'Exposed / held out',
    what: 'What',
    finding: 'Finding',
    text: 'None of this was registered beforehand: it is here to be looked at and decides nothing.',
  },

  registered: {
    heading: 'Registered beforehand',
    at: 'Registered',
    starts: 'Starts',
    metric: 'Compares',
    share: 'Readers not shown it',
    effect: 'Effect to be found',
    effectOf: '{{n}} more of 100 readers',
    errors: 'Errors',
    errorsOf: 'false alarms {{alpha}} at most, power {{power}}',
    window: 'Each reader is followed',
    hours: '{{n}} hours from when they were first chosen',
    base: 'Expected without the {{it}}',
    baseOf: 'about {{n}} of 100 readers',
    readers: 'Readers expected / needed',
    rule: 'Decided',
    ruleOf: 'when the interval first excludes “no effect”, and on {{at}} at the latest',
  },

  limits: {
    heading: 'What this cannot see',
    late: 'Who comes after {{hours}} hours is not counted, and neither is what is reported more than an hour late.',
    people:
      'Readers are told apart by the number that the application gives them; a person with two numbers counts as two, which makes the difference look smaller.',
  },
};
