export const credibility = {
  title: 'Credibility evidence',
  hint: 'seven checks, no score',
  loading: 'Reading the evidence',
  about: 'How good are these checks?',
  unusual: {
    one: 'One of {{all}} checks is unusual: {{what}}.',
    other: '{{n}} of {{all}} checks are unusual: {{what}}.',
  },
  nothingUnusual: {
    one: 'The one check that had enough data shows nothing unusual.',
    other: 'None of the {{n}} checks that had enough data shows anything unusual.',
  },
  nothingJudged: 'There is too little data for any of the {{n}} checks.',
  tooLittle: {
    one: 'One more check had too little data.',
    other: '{{n}} more checks had too little data.',
  },
  wrongs: {
    one: 'Of 100 honest creators this check calls {{range}} unusual: a reason to ask, not a finding.',
    other: 'Of 100 honest creators each of these calls {{range}} unusual: a reason to ask, not a finding.',
  },
  silence: 'That proves nothing: every check misses some of what it looks for.',
  range: '{{low}} to {{high}}',
  near: 'about {{value}}',
  upTo: 'up to {{value}}',
  under: 'fewer than {{value}}',
  join: '; ',
  clause: {
    'follower-steps': 'followers jumped without a note that explains it',
    'engaged-followers': 'few of the followers respond',
    'like-collect-ratio': 'some notes have many likes and few collects',
    'comment-share': 'some notes have many likes and hardly a comment',
    'night-burst': 'interactions came within two hours of the night',
    'impossible-reads': 'there are more interactions than reads',
    'comment-pods': 'the same accounts comment under a whole group of creators',
  },
  verdict: { unusual: 'Unusual', usual: 'Usual', 'too-little-data': 'Too little data' },
  said: {
    'follower-steps': {
      unusual: 'Gained {{observed}} followers on {{day}}, where {{edge}} at most were to be expected.',
      usual:
        'The largest gain of a day was {{observed}} followers, which the usual days and the notes explain.',
      little: 'It takes 30 days of followers in a row.',
    },
    'engaged-followers': {
      unusual: '{{observed}} of the followers responded in 30 days; {{low}} or more is usual among peers.',
      usual: '{{observed}} of the followers responded in 30 days, which is usual among peers.',
      little: 'The share is not known, or there are fewer than {{least}} peers.',
    },
    'like-collect-ratio': {
      unusual: '{{n}} of {{all}} notes have {{from}} to {{to}} likes per collect.',
      usual: '{{n}} of {{all}} notes above what is usual; it takes {{needed}} to call it unusual.',
      little: 'Too few notes with enough likes and collects, or too few notes of peers.',
    },
    'comment-share': {
      unusual: 'Comments make up {{from}} to {{to}} of the interactions on {{n}} of {{all}} notes.',
      usual: '{{n}} of {{all}} notes below what is usual; it takes {{needed}} to call it unusual.',
      little: 'Too few notes with enough interactions, or too few notes of peers.',
    },
    'night-burst': {
      unusual:
        '{{n}} of {{all}} notes got {{from}} to {{to}} of their interactions in two hours, mostly {{hours}}.',
      usual: '{{n}} of {{all}} notes with a burst at night; it takes {{needed}} to call it unusual.',
      little: 'Too few notes with enough interactions.',
    },
    'impossible-reads': {
      unusual: 'More interactions than reads on {{n}} of {{all}} notes: up to {{observed}} for each read.',
      usual: 'Fewer interactions than reads on every note ({{all}}): {{observed}} for each read at most.',
      little: 'No note has enough interactions.',
    },
    'comment-pods': {
      unusual:
        '{{observed}} other creators have five or more of the same commenters, and most of them have them in common.',
      usual:
        '{{observed}} other creators have five or more of the same commenters, which an audience in common explains.',
      none: 'No other creator has five or more of the same commenters.',
      little: 'Too few commenters are known.',
    },
  },
  expected: {
    title: 'Expected',
    'follower-steps': 'up to {{high}} on that day: the usual days, and what the notes can have brought',
    'engaged-followers': '{{low}} to {{high}}, by {{peers}} peers of the same tier',
    'like-collect-ratio': '{{low}} to {{high}} likes per collect, by {{peers}} notes of the category',
    'comment-share': '{{low}} to {{high}} of the interactions, by {{peers}} notes of the category',
    'night-burst': 'up to {{high}}, by the clock of the readers and the hour of publishing',
    'impossible-reads': 'fewer interactions than reads',
    'comment-pods': '{{high}} such creators at most, unless they hardly share any among themselves',
  },
  when: 'When',
  where: 'Notes',
  more: { one: 'and one more', other: 'and {{n}} more' },
  note: '{{title}}, {{day}}',
  mistakes: 'Mistakes',
  rates:
    'Calls {{wrong}} of 100 honest creators unusual ({{wrongRange}}), and finds {{found}} of 100 {{aim}} ({{foundRange}}).',
  noRates: 'Not measured yet.',
  weak: 'A weak check: it misses more than a third, so that silence says little.',
  aim: {
    'bought-likes': 'who bought likes',
    'bought-followers': 'who bought followers',
    'comment-pod': 'members of comment pods',
  },
  source: {
    demo: 'Measured on {{day}} on the {{creators}} creators of this demo, {{labelled}} of them with injected fraud (world {{seeds}}).',
    benchmark:
      'Measured on {{day}} on {{creators}} creators of synthetic worlds, {{labelled}} of them with injected fraud ({{seeds}}). On a real platform the rates may differ.',
  },
  seedRange: '{{first}} to {{last}}',
  plot: {
    'follower-steps': 'Followers gained, day by day',
    'engaged-followers': 'Followers who responded, against peers',
    'like-collect-ratio': 'Likes per collect, note by note',
    'comment-share': 'Share of comments, note by note',
    'night-burst': 'Interactions by hour of the day',
    'impossible-reads': 'Interactions per read, note by note',
    'comment-pods': 'Shared commenters, by how many of the group they stand under',
    usual: 'Usual',
    unusual: 'Unusual',
    edge: 'Edge of what is usual',
    clock: 'Clock of the readers',
    peers: 'Usual among peers',
    observed: 'Observed',
    at: 'At',
    point: '{{name}}: {{value}}',
    pointEdge: ', edge {{edge}}',
    pointUnusual: ', unusual',
    hours: '{{from}}:00–{{to}}:00',
    hour: '{{n}}:00',
    account: 'Account {{n}}',
    flagged: 'the notes called unusual',
    everyNote: 'all notes',
  },
  page: {
    title: 'How good are these checks?',
    text: 'Each check of a creator is measured on creators of whom the truth is known',
    lead: 'At most {{wrong}} of 100 honest creators are called unusual by a check; of the creators it looks for, a check finds {{low}} to {{high}} of 100.',
    meaning:
      'No score is made of them: several may be wrong about the same creator, and each is read by itself.',
    weak: {
      one: 'One check is weak and misses more than a third: {{names}}.',
      other: '{{n}} checks are weak and miss more than a third: {{names}}.',
    },
    rates: 'Measured mistakes',
    ratesHint: 'of 100 creators, with 95% intervals',
    check: 'Check',
    aimsAt: 'Looks for',
    falseAlarms: 'Honest called unusual',
    recall: 'Found',
    strong: 'Found when strong',
    precision: 'Rightly named',
    unjudged: 'Too little data',
    weakMark: 'weak',
    note: 'Found and rightly named are of creators with enough data. Another kind of fraud counts as a mistake. Strong: fraud that changes the figures enough to pay for itself.',
    method: 'What each check looks at',
    methodHint: 'and from where on it calls something unusual',
    kind: {
      'bought-likes': 'bought likes',
      'bought-followers': 'bought followers',
      'comment-pod': 'comment pods',
    },
    looks: {
      'follower-steps':
        'Followers gained from one day to the next. A day is unusual when its gain is {{deviations}} robust deviations above the usual day, {{share}} of the followers and {{people}} people or more, and more than the notes before it can have brought.',
      'engaged-followers':
        'The share of followers who liked, collected, commented or shared in 30 days, against creators of the same tier and category. Unusual from {{deviations}} deviations below their middle.',
      'like-collect-ratio':
        'Likes per collect of each note, against notes of the same category. A note is unusual from {{deviations}} deviations above their middle; a quarter of the notes, and two at least, have to agree.',
      'comment-share':
        'The share of comments in the interactions of each note, against notes of the same category. A note is unusual from {{deviations}} deviations below their middle; a quarter of the notes, and two at least, have to agree.',
      'night-burst':
        'The share of a note’s interactions within two hours between midnight and 6:00. Unusual from {{deviations}} deviations above what the clock of the readers and the hour of publishing allow; a quarter of the notes have to agree.',
      'impossible-reads':
        'Notes with {{interactions}} interactions or more. Nobody can respond to a note without opening it, so one with more interactions than reads is unusual.',
      'comment-pods':
        'Creators who share {{accounts}} commenters or more with this one. Unusual when there are {{creators}} of them or more, and {{density}} of all pairs among them share commenters too. Accounts that comment everywhere are left out.',
    },
    sources: {
      'follower-steps':
        'Source: step jumps are the practitioners’ sign of bought followers; the deviations are ours.',
      'engaged-followers':
        'Source: practitioners look at the lowest 5%; a distance blames nobody for being last.',
      'like-collect-ratio':
        'Source: the rule of thumb is 12 likes per collect; an honest account in public has 8.4, so we compare with the category.',
      'comment-share':
        'Source: the rule of thumb is 0.1% of comments; categories differ, so we compare with the category.',
      'night-burst': 'Source: practitioners report deliveries within one or two hours at night.',
      'impossible-reads': 'Source: follows from what a read is.',
      'comment-pods': 'Source: search for dense groups of accounts (CopyCatch, 2013).',
    },
    edges:
      'The edges were chosen on other worlds than those measured, so that fewer than {{target}} of honest creators are called unusual.',
  },
};
