export const claims = {
  title: 'Folk claims',
  tab: 'Folk claims',
  text: 'What people say about traffic, tried on your own notes. Where they cannot tell, this page says so.',
  loading: 'Trying the claims on your notes',
  tried:
    'Tried on {{observed}} notes of your files and {{hosted}} published here; the newest {{most}} of each at most.',
  told: {
    'boost-kills-natural': '“A boost kills natural traffic”',
    'label-lowers-exposure': '“The cooperation label lowers exposure”',
    'first-hour-decides': '“The first hour decides”',
  },
  verdict: {
    supported: 'Supported',
    contradicted: 'Contradicted',
    'cannot-tell': 'Cannot tell',
  },
  lead: {
    'boost-kills-natural': {
      supported:
        'Your notes support it: in the {{days}} days after something was bought, natural impressions grew {{loss}} more slowly than those of similar notes (95% interval {{least}} to {{most}}).',
      contradicted:
        'Your notes contradict it: in the {{days}} days after something was bought, natural growth differed by {{change}} from that of similar notes (95% interval {{low}} to {{high}}). A loss of {{matters}} or more is ruled out.',
      'interval-holds-both':
        'Your notes cannot tell: in the {{days}} days after something was bought, natural growth differed by {{change}} from that of similar notes, but anything from {{low}} to {{high}} fits.',
      'too-few-notes':
        'Your notes cannot tell: {{n}} with bought impressions can be compared, and {{needed}} are needed.',
    },
    'label-lowers-exposure': {
      supported:
        'Your notes support it: after {{days}} days, cooperation notes had {{loss}} fewer natural impressions than daily notes of the same author (95% interval {{least}} to {{most}}).',
      contradicted:
        'Your notes contradict it: after {{days}} days, natural impressions of cooperation notes differed by {{change}} from daily notes of the same author (95% interval {{low}} to {{high}}). A loss of {{matters}} or more is ruled out.',
      'interval-holds-both':
        'Your notes cannot tell: after {{days}} days, natural impressions of cooperation notes differed by {{change}} from daily notes of the same author, but anything from {{low}} to {{high}} fits.',
      'too-few-notes':
        'Your notes cannot tell: cooperation notes and daily notes by the same authors are needed, at least {{needed}} of each, and there are fewer.',
    },
    'first-hour-decides': {
      supported:
        'Your notes support it: the reads of the first hour explain {{share}} of how notes of a category rank after a week (95% interval {{low}} to {{high}}), more than {{deciding}}.',
      contradicted:
        'Your notes contradict it: the reads of the first hour explain {{share}} of how notes of a category rank after a week (95% interval {{low}} to {{high}}), less than {{deciding}}.',
      'interval-holds-both':
        'Your notes cannot tell: the reads of the first hour explain {{share}} of how notes of a category rank after a week, but anything from {{low}} to {{high}} fits, which is both below and above {{deciding}}.',
      'too-few-notes':
        'Your notes cannot tell: {{n}} have a counted first hour and a full week, and {{needed}} are needed.',
    },
    tooFewPeers:
      'Your notes cannot tell: too few with bought impressions have similar notes without any to be held against; {{needed}} such pairs are needed.',
    allAlike: 'Your notes cannot tell: their {{n}} figures are all alike, so nothing can be ranked.',
  },
  onAll:
    'With bought impressions counted as well, the difference is {{change}} (95% interval {{low}} to {{high}}).',
  notes: { one: '{{n}} note compared', other: '{{n}} notes compared' },
  seen: {
    'boost-kills-natural':
      'A slowdown of less than {{x}} could not be seen reliably with these notes (power 80%).',
    'label-lowers-exposure':
      'A loss of less than {{x}} could not be seen reliably with these notes (power 80%).',
    'first-hour-decides':
      'If the first hour explained less than {{x}}, these notes could not reliably tell it from nothing (power 80%).',
    notEvenAll: 'Even a complete stop could not be seen reliably with these notes (power 80%).',
  },
  axis: {
    'boost-kills-natural': 'Natural growth against similar notes',
    'label-lowers-exposure': 'Natural impressions against daily notes',
    'first-hour-decides': 'Share of the ranking that the first hour explains',
    onAll: 'All impressions against daily notes',
    none: 'no difference',
    nothing: 'nothing',
    everything: 'everything',
    unseen: 'too small to be seen reliably',
    sentence: '{{name}}: {{n}}, 95% interval {{low}} to {{high}}',
  },
  table: {
    show: 'Figures',
    figure: 'Figure',
    estimate: 'Estimate',
    interval: '95% interval',
    smallest: 'Smallest seen',
  },
  how: {
    heading: 'How it was tried',
    MATCHED_AGE_SIZE_PACE_BEFORE:
      'Each note is held against notes of the same age that had as many impressions and grew as fast before anything was bought.',
    UNBOOSTED_AS_CONTROL: 'Those had nothing bought at any time.',
    SAME_AUTHOR_SAME_TYPE: 'Only notes by the same author and of the same type are compared.',
    COOPERATION_AGAINST_DAILY: 'Cooperation notes are held against daily ones.',
    SAME_AGE: 'All are looked at when they are a week old.',
    WITHIN_CATEGORY: 'Only notes of one category are compared.',
    RANKS: 'Ranks are compared, so that a single hit does not decide.',
  },
  firstHour:
    'Reads are counted by the hour of the clock: the first hour is the one of publishing and the next.',
  confounders: {
    heading: 'What this cannot rule out',
    BOOST_CHOSEN_BY_HAND: 'People chose what to boost, perhaps just the notes about to rise or to fade.',
    CONTENT_DIFFERS: 'The notes differ in what they show.',
    OTHER_ADS_UNKNOWN: 'There may be ads that no data here tell of.',
    PUBLISHED_AT_OTHER_TIMES: 'The notes were published at different times.',
    BRAND_CHOSE_THE_TOPIC: 'Brands chose the subjects of cooperation notes.',
    UNDECLARED_COOPERATION: 'Some daily notes may be cooperations that were not declared.',
    GOOD_NOTES_ARE_GOOD_THROUGHOUT:
      'A good note is good in its first hour and later: going together is no cause.',
    PLATFORM_CHANGED_MEANWHILE: 'The platform may have changed its rules meanwhile.',
  },
  help: {
    heading: 'What would help',
    more: 'Four times as many notes, about {{n}}, would halve the interval.',
    peers: 'Import similar notes with nothing bought, from the same kind of sheet.',
    'boost-kills-natural':
      'Import sheets that tell natural, promoted and heated impressions apart, exported on several days from before the first purchase on.',
    'label-lowers-exposure':
      'Import cooperation and daily notes of the same authors, with natural impressions after a week or later.',
    'first-hour-decides':
      'Publish more notes here and wait until they are a week old. Files seldom have hours, so imports do not help.',
  },
  empty: {
    title: 'No notes to try the claims on',
    text: 'Import a sheet of Pugongying, Juguang or the creator centre. The claims are then tried on the notes in it.',
    go: 'Import a file',
  },
};
