import type { Phrasebook } from '../phrasebook';

export const motherBaby: Phrasebook = {
  groups: [
    {
      subjects: ['baby-led weaning', 'toddler lunches'],
      middles: ['Best buy: {item}, used every single day.', 'One new thing at a time, then wait three days.'],
    },
    {
      subjects: ['picture books', 'bedtime stories', 'quiet play'],
      middles: ['Three books on the shelf get read more than thirty.', 'Follow the finger, not the words.'],
    },
    {
      subjects: ['nap routines', 'potty training', 'starting kindergarten'],
      titles: ['Our {s} in {5..10} days'],
      middles: [
        'The first week is the hardest, then it clicks.',
        'Bath at seven, lights low, asleep by eight.',
      ],
    },
    {
      subjects: ['a hospital bag', 'a stroller'],
      middles: ['Borrow before you buy.', 'Half of the list stayed unused.'],
    },
  ],
  words: {
    age: ['6 months', '10 months', '18 months', 'two years', 'three years'],
    item: ['a snack cup', 'a flap book', 'a bib', 'a step stool'],
  },
  titles: [
    '{s} at {age}',
    '{s}: what we skipped',
    '{s}, honestly',
    '{s} for working parents',
    '{3..6} things about {s}',
    'What helped with {s}',
    'A calm way into {s}',
  ],
  openers: [
    'Ours is {age}, and {s} finally works.',
    '{when} {friend} asked how we did {s}, so here it is.',
    'I lost sleep over {s}. I need not have.',
    'Every child is different; this is ours at {age}.',
  ],
  middles: [
    'Dad joined in and it took half the time.',
    'The doctor said to follow the child and not the chart.',
    'First a hug, then reasons.',
  ],
  closers: [
    'Our way only, ask your doctor when in doubt.',
    '{ask}.',
    'It gets easier, promise.',
    'Nap is over, so is this note.',
  ],
  topics: [
    '{s}',
    'parenting',
    'toddler life',
    'new mum',
    'working parents',
    'weaning',
    'picture books',
    'baby sleep',
    'family time',
    'gentle parenting',
  ],
};

export const pets: Phrasebook = {
  groups: [
    {
      subjects: ['cat food'],
      middles: [
        'Change over seven days, one part new to nine parts old.',
        'Meat comes first on a good label.',
      ],
    },
    {
      subjects: ['a rescue kitten', 'an old dog', 'corgi walks', 'puppy training'],
      middles: [
        'Close the door on day one: water, bed, quiet.',
        'Never shout, they learn only fear.',
        'Two short walks beat one long one.',
      ],
    },
    {
      subjects: ['a water fountain', 'cat litter', 'a scratching post', 'a travel crate', 'grooming at home'],
      titles: ['{name} approves of {s}'],
      middles: [
        'One more bowl than you have animals.',
        'Wash it every {3..7} days, more often in summer.',
        'Practise indoors before you try it outside.',
      ],
    },
  ],
  words: {
    name: ['Tofu', 'Biscuit', 'Mochi', 'Pepper', 'Noodle'],
    trouble: ['shedding', 'a picky appetite', '5 a.m. zoomies', 'a fear of clippers'],
  },
  titles: [
    '{s}: what {name} taught me',
    '{name} and {s}',
    '{s} after three years',
    'Help with {trouble}',
    '{s} for beginners',
    '{4..9} {s} mistakes',
    'The truth about {s}',
  ],
  openers: [
    '{name}, {3..11} kg, star of this note.',
    '{when} {name} sat on my keyboard during a call.',
    'We had {trouble}, and the vet said to begin with the basics.',
    'Written for everyone about to bring the first one home.',
  ],
  middles: ['Things got better after about {5..10} days, so be patient.'],
  closers: ['{name} says: {ask}.', 'See a vet first if something is off.', 'Adopt if you can.', '{ask}.'],
  topics: [
    '{s}',
    'cat life',
    'dog life',
    'new pet',
    'rescue',
    'pet care',
    'vet advice',
    'pet home',
    'funny pets',
    'training',
  ],
};

export const tech: Phrasebook = {
  groups: [
    {
      subjects: ['a tablet', 'a thin laptop', 'an e-reader', 'a portable monitor'],
      titles: ['{s} for {use}'],
      middles: [
        'For {use} it is more than enough.',
        'Measured {6..14} hours of battery on half brightness.',
        'Turn off animations and it feels new.',
      ],
    },
    {
      subjects: ['a mechanical keyboard', 'a desk setup'],
      middles: [
        'It is quiet enough that nobody next to me noticed.',
        'Hide the cables below the desk, breathe.',
      ],
    },
    {
      subjects: ['noise-cancelling buds', 'a smart watch', 'a power bank', 'a compact camera'],
      middles: ['One charge lasts {2..6} days.', 'Great on the train, so-so in wind.'],
    },
  ],
  words: {
    span: ['a week', 'a month', 'half a year', 'a year'],
    price: ['¥349', '¥599', '¥899', '¥1,299'],
    use: ['taking notes', 'editing video', 'reading papers', 'travelling'],
    flaw: ['the price', 'the weight', 'a thin manual', 'fingerprints'],
  },
  titles: [
    '{s} after {span}',
    'Is {s} worth {price}?',
    '{s}: the honest flaws',
    '{5..9} tricks for {s}',
    'I replaced it with {s}',
    '{s} for students',
    'Set up {s} like this',
  ],
  openers: [
    '{span} with {s}, mostly for {use}.',
    'Flaw first: {flaw}. If that hurts, stop reading.',
    '{friend} keeps asking about {s}, so here is everything.',
    'No specs, only what it is like.',
  ],
  middles: [
    'Third-party cables do the same for a third of the price.',
    '{flaw} is real, but fair at {price}.',
    'I tried two others: one too heavy, one too yellow.',
    'Ask yourself whether you will really be {use}.',
  ],
  closers: [
    'Wait for the sale if you can.',
    '{ask}.',
    'Steps are on the next pictures.',
    'Update after {span}. {ask}.',
  ],
  topics: [
    '{s}',
    'tech review',
    'desk setup',
    'student tech',
    'gadgets',
    'productivity',
    'unboxing',
    'work from home',
    'value for money',
    'everyday carry',
  ],
};

export const knowledge: Phrasebook = {
  groups: [
    {
      subjects: ['time blocking', 'a weekly review', 'reading notes'],
      titles: ['{time} a day for {s}'],
      middles: [
        'Write everything down on {tool}, big or small.',
        'The hard thing in the morning, review at night.',
        'Phone in another room doubled my focus.',
        'On Sunday: one thing to stop, one thing to keep.',
      ],
    },
    {
      subjects: ['a CV', 'job interviews', 'slides'],
      middles: [
        'Conclusion first, three reasons at most, numbers with their source.',
        'Record yourself once, then cut half.',
      ],
    },
    {
      subjects: ['English speaking', 'IELTS writing'],
      middles: ['Nothing happens for two weeks, then it does.', 'Repeat aloud for {10..20} minutes a day.'],
    },
    {
      subjects: ['spreadsheets', 'a side project'],
      middles: ['One book twice beats ten books once.', 'Start from the result you want and work back.'],
    },
  ],
  words: {
    span: ['21 days', '30 days', '60 days', '90 days'],
    time: ['15 minutes', 'half an hour', 'an hour'],
    tool: ['one sheet of paper', 'a notes app', 'a calendar', 'a spreadsheet'],
  },
  titles: [
    '{s} in {span}',
    '{s}: what I would do again',
    '{3..7} myths about {s}',
    '{s} with {tool}',
    'A template for {s}',
    'Start {s} small',
    '{s} for busy people',
  ],
  openers: [
    '{span} of {s}, and here is the part you can copy.',
    'I have read {20..60} of them this year; everyone makes the same mistake with {s}.',
    '{when} I found my old notes on {s}.',
    'Most people ask how to begin with {s}. You need {time}.',
  ],
  middles: ['Find someone to check on you, streaks are not enough.'],
  closers: ['Template on the last picture.', '{ask}.', 'Done beats perfect.', 'See you in {span}.'],
  topics: [
    '{s}',
    'self study',
    'career',
    'productivity',
    'learning',
    'study with me',
    'interview tips',
    'focus',
    'note taking',
    'growth',
  ],
};
