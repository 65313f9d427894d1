export const audience = {
  heading: 'First audience',
  hint: 'whom the feed looks for first',
  byWords:
    'Readers of *{{category}}*, or of *{{words}}*, see it first; *{{explored}}* of places are drawn at random, so that it can surprise.',
  byCategory:
    'Readers of *{{category}}* see it first; *{{explored}}* of places are drawn at random, so that it can surprise.',
  between: ', ',
  empty: 'No keywords yet: they are drawn from title, topics and body after the audit.',
  weight: 'weight',

  readers: {
    heading: 'First readers',
    hint: 'who was shown it in its first pool, by what was known of them then',
    sentence:
      'Of the first *{{readers}}* readers, *{{share}}* {{group}}; *{{opened}}* opened it, likely {{low}} to {{high}}.',
    known: 'care most for {{category}}',
    unknown: 'were not known yet',
    others: 'had interests too rare to show',
    none: 'No reader has seen it yet. The groups appear once {{floor}} readers have.',
    countsOnly:
      'Its first {{n}} impressions are kept as a count, without the pages: who those readers were cannot be told.',
    few: {
      one: '{{n}} first reader so far. Groups are shown from {{floor}} readers on, so that nobody can be told from them.',
      other:
        '{{n}} first readers so far. Groups are shown from {{floor}} readers on, so that nobody can be told from them.',
    },
    basis:
      'First pool: {{impressions}} impressions, {{guaranteed}} of them guaranteed. The table is of the first {{readers}} readers; interests of fewer than {{floor}} are put together, or left out. Ranges hold with 80 % confidence.',
    group: 'Strongest interest',
    share: 'Readers',
    why: 'Why they were shown it',
    match: 'Match',
    opened: 'Opened',
    likely: '{{low}} to {{high}}',
  },
  part: {
    category: 'category',
    words: 'words',
    taste: 'taste',
    reach: 'reach of the pool',
    filled: 'what any note counts',
  },
  groupName: {
    unknown: 'Not known yet',
    others: 'Others',
  },
  against: {
    more: 'above the average of {{average}}',
    less: 'below the average of {{average}}',
    same: 'near the average of {{average}}',
  },
  reason: {
    interest: 'interest in {{category}} {{share}}',
    words: 'likes {{n}} of its words',
    wordsNamed: 'likes {{n}} of its words, most often {{words}}',
    tasteFor: 'taste adds {{n}}',
    tasteAgainst: 'taste takes {{n}}',
    unknown: 'nothing was known of them, so any note counts {{n}}',
    nothing: 'nothing in common: reached by chance, or to fill a page',
  },
  recipe: {
    heading: 'How a reader is matched',
    said: 'Category and words',
    saidText: 'Either is enough, both are better. A reader nobody knows counts {{stranger}} of 1.',
    taste: 'Taste',
    tasteKnown: 'Readers like those who engaged with it come first; what is known of them counts {{belief}}.',
    tasteUnknown: 'Nobody known has engaged with it lately, so its own subject speaks alone.',
    reach: 'Reach of the pool',
    reachText: '{{level}} reaches {{share}} of all readers, and adds up to {{adds}} to a match.',
    reachNone: 'It is in no pool now.',
    language: 'Language',
    languageText: 'Readers known to read another language count {{share}}.',
    places: 'Places',
    placesText:
      '{{explored}} drawn at random, {{guaranteed}} kept for new notes that are owed impressions, at most {{paid}} sold.',
  },
};
