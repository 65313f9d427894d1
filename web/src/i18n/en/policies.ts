export const policies = {
  title: 'Policies',
  text: 'The rule sets by which pools judge notes. Nothing in them is hidden, and what is folklore says so.',
  marks: 'How certain a statement is',
  inForce: 'In force',
  version: 'v{{n}}',
  since: 'since {{day}}',
  name: {
    'platform-stated': 'As the platform states it',
    textbook: 'Textbook',
    'folk-ces': 'Folk CES points',
    measured: 'Best in our benchmark',
  },
  levels: 'Levels',
  level: 'Level',
  hours: '{{n}} h',
  days: '{{n}} days',
  upTo: 'up to {{n}}',
  never: 'never',
  impressions: '{{n}} impressions',
  verdict: 'Verdict',
  verdictText:
    'A level asks how sure it is that the note beats the average of its peers. Level 0 is promised to every note and never cut short by its figures.',
  noEarly: 'No verdict is early: it waits for the whole sample or for the end of the window.',
  peers: 'Peers',
  peersText:
    'Finished runs of the same level and category set the bar. While there are few of them, the average note below stands in.',
  rates: 'Average note where no peers are known yet',
  ratesHint: 'reads per impression, the others per read',
  category: 'Category',
  otherCategory: 'All others',
  weights: 'What an event is worth',
  weight: {
    click: 'Read',
    like: 'Like',
    collect: 'Collect',
    comment: 'Comment',
    share: 'Share',
    follow: 'Follow',
  },
  gates: 'Thresholds',
  gate: 'Level {{level}}: {{metric}} of {{atLeast}} or more',
  gateOf: 'Level {{level}}, {{type}} only: {{metric}} of {{atLeast}} or more',
  noGates: 'None: notes are measured against their peers, not against fixed figures.',
  coldStart: 'Cold start',
  coldStartText:
    'The guarantee is due early: {{half}} of it by half of the time. A note behind this curve is lifted in the feed.',
  curve: 'Share of the guarantee due, from publishing to the end of its time',
  curveStart: 'published',
  curveEnd: '{{n}} h',
  feed: 'Feed and ads',
  times: '{{n}} times',
  everyNth: '{{list}}, then every {{step}}',
  clock: 'Traffic clock',
  clockHint: 'share of a day’s traffic by hour, Asia/Shanghai',
  clockText: 'Busiest at {{hour}}:00 with {{share}} of the day.',
  clockHour: 'Hour',
  clockShare: 'Share',
  fact: {
    target: {
      name: 'Impressions to judge',
      about: 'Organic impressions of one run at this level; then its sample is complete.',
    },
    window: {
      name: 'Window',
      about: 'The longest time a run may take. It is judged at its end with what there is.',
    },
    audience: {
      name: 'Audience',
      about: 'Share of all readers that a note of this level may reach.',
    },
    passHere: {
      name: 'Pass at',
      about: 'How sure this level must be that the note is above its peers. Bold where a level has its own.',
    },
    passAt: {
      name: 'Pass at, unless the level says otherwise',
      about: 'A complete sample passes when the chance to be above the peers is this or more.',
    },
    clearPassAt: {
      name: 'Passes early above',
      about: 'A higher chance passes before the sample is complete.',
    },
    clearStopAt: {
      name: 'Stops early below',
      about: 'A lower chance stops the note before the sample is complete.',
    },
    minSampleShare: {
      name: 'Sample a verdict needs',
      about:
        'Share of the impressions that an early verdict, or one at the end of the window, must have seen.',
    },
    hideRateStopAt: {
      name: 'Hides that stop a note',
      about: 'Hides per impression. The note is taken out when it is certain enough that it has more.',
    },
    complaintCertainty: {
      name: 'Certainty that hides need',
      about: 'How sure it must be that hides are above their limit before they take a note out.',
    },
    checksPerRun: {
      name: 'Looks on the way',
      about: 'How often a run is looked at for an early verdict until its sample is complete.',
    },
    gatePriorTrials: {
      name: 'Trials a threshold starts with',
      about:
        'The chance to reach a fixed threshold starts as if this many trials had met it exactly: neither for nor against the note.',
    },
    demandTarget: {
      name: 'Demand aimed at',
      about:
        'Impressions that notes ask for, per impression the pool can give. Above it the bar rises, below it the bar falls.',
    },
    gain: {
      name: 'How fast the bar follows',
      about: 'The most that the bar moves in an hour in which demand is e times its aim, or an e-th of it.',
    },
    peerWindowDays: {
      name: 'Peers of the last',
      about: 'Runs that finished longer ago no longer set the bar.',
    },
    minPeers: {
      name: 'Runs before peers are believed',
      about: 'With fewer finished runs in a category the average note of the rule set stands in.',
    },
    strengthImpressions: {
      name: 'Caution, at least',
      about:
        'Every estimate starts as if the note had been average over this many impressions, so that a few lucky reads prove nothing.',
    },
    maxStrengthImpressions: {
      name: 'Caution, at most',
      about: 'Where peers differ little the start weighs more, up to this many impressions.',
    },
    baseQuota: {
      name: 'Guaranteed impressions',
      about: 'What every new note is promised.',
    },
    qualityQuota: {
      name: 'Added for content quality',
      about: 'Further guaranteed impressions for the best content; in proportion for less.',
    },
    creatorQuota: {
      name: 'Added for creator quality',
      about: 'Further guaranteed impressions for the best creators; in proportion for less.',
    },
    coldStartHours: {
      name: 'Delivered within',
      about: 'Time in which the guarantee is to be delivered.',
    },
    formula: {
      name: 'Lift of a young note',
      about: 't: share of the time passed; x: share of the guarantee delivered; y(t): share due by then.',
    },
    alpha: { name: 'Lift on plan, α', about: 'The lift of a note that is exactly on plan.' },
    beta: { name: 'Fall with time, β', about: 'How fast the lift falls with time.' },
    gamma: { name: 'Fall with delivery, γ', about: 'How fast the lift falls with delivery.' },
    theta: {
      name: 'How early, θ',
      about: 'How early the guarantee is due: 0 is evenly, more is sooner. y(t) = 1 − (1 − t) · e^(−θt).',
    },
    agedOutHours: {
      name: 'Leaves the feed after',
      about: 'Age at which the feed lets go of a note. Search may still show it.',
    },
    adLoad: {
      name: 'Paid slots at most',
      about: 'Share of all slots of the feed that may be paid.',
    },
    positions: {
      name: 'Paid positions',
      about: 'Places in the stream that may be paid, counted from 1.',
    },
  },
  sources: 'Sources',
  empty: {
    title: 'No policy yet',
    text: 'An installation always has its presets; this one seems not to be set up completely.',
  },
};
