import type { Phrasebook } from '../phrasebook';

export const beauty: Phrasebook = {
  groups: [
    {
      subjects: ['sunscreen', 'cleansing oil', 'eye cream', 'body lotion', 'hair oil'],
      middles: [
        'A pea-sized amount is enough, press it in and wait a minute.',
        'The pump is loose, so bag it before you travel.',
        'If your skin is flaky, put a moisturiser below it first.',
      ],
    },
    {
      subjects: ['tinted balm', 'cream blush', 'foundation', 'lip stain', 'setting powder'],
      titles: ['Office make-up starts with {s}'],
      middles: [
        'It did not pill under make-up, even when I was in a hurry.',
        'After eight hours there was a little shine on the nose, nothing else.',
        'One shade lighter than I thought, check in daylight.',
        'Tap, do not rub.',
      ],
    },
  ],
  words: {
    skin: ['oily skin', 'dry skin', 'sensitive skin', 'combination skin'],
    price: ['¥59', '¥89', '¥119', '¥168'],
  },
  titles: [
    '{s} for {skin}: my pick',
    'I emptied {3..6} tubes of this {s}',
    'My {s} under {price}',
    'How I stopped wasting {s}',
    '{s}: what nobody tells you',
    'A {s} that survived my commute',
    '{3..6} {s} mistakes I made',
  ],
  openers: [
    'I have {skin} and I have been wearing this {s} for {3..6} weeks.',
    'Not an ad, I paid {price} for this {s} myself.',
    '{when} {friend} asked what was on my face. It was just {s}.',
    'Short answer first: if you have {skin}, try the sample size.',
    'Three {s} later, this is the one that stayed on my shelf.',
  ],
  middles: [
    'The scent is faint and gone in five minutes.',
    'I compared it with the expensive one on the other half of my face.',
    'Photos are from my phone, same window, same light.',
  ],
  closers: [
    'Would buy again at {price}. {ask}.',
    'Swatches are on the last picture.',
    'Try before you follow anyone, me included.',
    '{ask}.',
  ],
  topics: [
    '{s}',
    'skincare',
    'makeup',
    'drugstore finds',
    'everyday makeup',
    'skin diary',
    'empties',
    'beauty on a budget',
    'review',
    'sensitive skin',
  ],
};

export const fashion: Phrasebook = {
  groups: [
    {
      subjects: ['wool coat', 'denim jacket', 'trench coat', 'white shirt', 'knit cardigan'],
      middles: [
        'The shoulders drop but it does not swallow you.',
        'Washed {3..6} times so far, no pilling, dried flat.',
        'Room for a jumper below, and still not bulky.',
      ],
    },
    {
      subjects: ['wide-leg trousers', 'midi skirt'],
      middles: [
        'Tuck half of the hem and the proportions change at once.',
        'The waist gives a little, which my desk days need.',
      ],
    },
    {
      subjects: ['loafers', 'canvas tote', 'ankle boots'],
      middles: ['Plain goes with everything.', 'A week to break in, then years of peace.'],
    },
  ],
  words: {
    body: ['petite', 'pear-shaped', 'tall', 'mid-size'],
    colour: ['oat', 'charcoal', 'olive', 'navy', 'cream'],
    price: ['¥129', '¥199', '¥259', '¥329'],
  },
  titles: [
    '{s}, {5..7} days, no repeats',
    '{s} for {body} people',
    '{colour} {s}: how I wear it',
    'The {s} I did not return',
    'Autumn office outfit: {s}',
    '{s} at {price}: any good?',
    'Build a wardrobe around {s}',
    'What to wear with {s}',
  ],
  openers: [
    '{body}, usually a size M, and the {s} finally fitted.',
    '{when} I wore the {s} to work and got asked twice where I found it.',
    '{s}: I tried {4..9} in {city} before I settled.',
    'The {s} I reach for every morning {season}.',
  ],
  middles: [
    '{colour} works with jeans and with grey trousers.',
    'It survived a day at a desk without creasing.',
    'No more than three colours in one outfit, that is the whole trick.',
    'At {price} you cut two loose threads and it is perfect.',
    'Loafers work better here than trainers, I tried both.',
  ],
  closers: [
    'Size notes are on picture {2..4}.',
    'Buy less, wear it more. {ask}.',
    '{ask}.',
    'Comfort first, then the mirror.',
  ],
  topics: [
    '{s}',
    'ootd',
    'office outfit',
    'petite style',
    'capsule wardrobe',
    'autumn outfit',
    'minimal style',
    'wear it again',
    'outfit ideas',
    'commute style',
  ],
};

export const home: Phrasebook = {
  groups: [
    {
      subjects: ['rented flat makeover', 'balcony corner', 'small desk setup'],
      titles: ['{s} without drilling'],
      middles: [
        'Warm bulbs at 3000 K changed the room more than any furniture.',
        'The landlord allows no holes; removable strips held for a year.',
      ],
    },
    {
      subjects: ['kitchen storage', 'wardrobe clear-out', 'entryway shelf'],
      titles: ['Lazy but tidy: {s}'],
      middles: [
        'Measure three times, I was off by two centimetres and had to send it back.',
        'A 20 cm shelf turned a dead corner into the best spot.',
        'Everything untouched for a year went to somebody else.',
        'Clear boxes, so that nobody has to guess.',
      ],
    },
    {
      subjects: ['linen bedding', 'floor lamp', 'robot vacuum'],
      middles: ['I touched three in the shop before I ordered one.', 'The cheap one went back after a week.'],
    },
    {
      subjects: ['bathroom cleaning'],
      middles: [
        'Ten minutes a day beats a lost Saturday.',
        'Wipe the glass as the last one out of the shower.',
      ],
    },
  ],
  words: {
    size: ['a 30 m² studio', 'a 45 m² flat', 'one bedroom', 'an old flat'],
    price: ['¥300', '¥500', '¥800', '¥1,500'],
  },
  titles: [
    '{s} for {price}',
    '{s}: before and after',
    'Small space, big change: {s}',
    'A year with our {s}',
    '{4..8} things I learned: {s}',
    '{s} in {city}',
  ],
  openers: [
    'We live in {size} in {city}, and this is our {s}.',
    '{when} I spent a whole day on the {s}.',
    'Budget {price}, no builder, no drilling.',
    'Not a designer, just a person with too many boxes and a {s}.',
  ],
  middles: ['Spend on what you touch every day and save on the rest.'],
  closers: [
    'The list is on the last picture.',
    '{ask}.',
    'A rented flat is still your home.',
    'Live in it first, then buy.',
  ],
  topics: [
    '{s}',
    'home',
    'small space',
    'storage ideas',
    'rental friendly',
    'before and after',
    'cosy home',
    'declutter',
    'interior',
    'cleaning',
  ],
};

export const lifestyle: Phrasebook = {
  groups: [
    {
      subjects: ['slow mornings', 'cycling to work', 'market mornings'],
      middles: [
        'I open the window, drink warm water and do not look at the phone.',
        'Some days it does not work, and then there is the next day.',
      ],
    },
    {
      subjects: ['living alone', 'a weekly reset', 'journaling', 'no-spend weekends', 'a digital sabbath'],
      middles: [
        'A grey-scale screen cut my scrolling in half.',
        'I wait {3..7} days before I buy anything; most of it I no longer want.',
        'Three good things each night, even if one is just the bus on time.',
        'Cook once, eat twice, wash up right away.',
      ],
    },
    {
      subjects: ['evening walks', 'film nights'],
      middles: [
        'The osmanthus is out, walk slowly and you smell it.',
        'No phone, no podcast, just the street.',
      ],
    },
  ],
  words: {
    feeling: ['calmer', 'lighter', 'steadier', 'more awake'],
    span: ['a month', '100 days', 'half a year', 'a year'],
  },
  titles: [
    '{s}: what changed',
    'After {span} of {s}',
    '{s} in {city}',
    'Why I keep {s}',
    '{s} on an ordinary day',
    'A small case for {s}',
    '{s} made me {feeling}',
    '{5..9} notes on {s}',
  ],
  openers: [
    '{span} of {s}, and I feel {feeling}.',
    '{when} I had no plans and it was perfect.',
    'People ask why I seem {feeling}. I think it is {s}.',
    'An ordinary day in {city}, written down.',
  ],
  middles: ['{friend} noticed it before I did.'],
  closers: [
    '{ask}.',
    'There is no right way to live a Sunday.',
    'Good night, see you tomorrow.',
    'Be kind to yourself.',
  ],
  topics: [
    '{s}',
    'everyday life',
    'slow living',
    'living alone',
    'city life',
    'habits',
    'simple life',
    'diary',
    'weekend',
    'mindful',
  ],
};
