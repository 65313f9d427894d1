import type { Phrasebook } from '../phrasebook';

export const food: Phrasebook = {
  groups: [
    {
      subjects: ['cold brew tea', 'oat latte'],
      middles: [
        'Steep it in cold water for {6..8} hours, no bitterness at all.',
        'Chill the glass first.',
        'No sugar needed, the tea is sweet enough.',
      ],
    },
    {
      subjects: ['tomato beef stew', 'miso ramen', 'scallion noodles', 'congee', 'air fryer wings'],
      titles: ['Lunch box diary: {s}'],
      middles: [
        'Start in cold water and skim, it makes the difference.',
        'Use less salt if children eat along.',
        'A splash of vinegar right before serving.',
      ],
    },
    {
      subjects: ['basque cheesecake', 'pumpkin soup', 'cinnamon rolls'],
      middles: [
        'Half the sugar goes in early, the rest at the end.',
        'Watch the last five minutes, ovens differ.',
      ],
    },
  ],
  words: {
    minutes: ['10', '15', '20', '30'],
    cost: ['¥8', '¥12', '¥18', '¥25'],
    taste: ['bright and not too sweet', 'soft and rich', 'crisp outside', 'gently bitter at the end'],
  },
  titles: [
    '{s} in {minutes} minutes',
    '{s} for one, done properly',
    'The {s} that never fails',
    '{s} for {cost}',
    'I ruined {s} {3..5} times first',
    'A light {s} that still tastes',
    'Best {s} I had in {city}',
  ],
  openers: [
    '{season} starts with {s} in our kitchen.',
    '{when} {friend} came over and asked for {s}.',
    'Home at half past seven, eating {minutes} minutes later.',
    'I have made this {s} {10..30} times, the ratio is settled.',
  ],
  middles: [
    'Everything costs about {cost} at the wet market.',
    'It is {taste}, and better the next day.',
    'About {280..460} kcal a portion, I did the sums.',
  ],
  closers: [
    'Recipe card on the last picture. {ask}.',
    'Show me yours when you try it.',
    '{ask}.',
    'Eat well, that is the plan.',
  ],
  topics: [
    '{s}',
    'home cooking',
    'meal for one',
    'lunch box',
    'easy recipes',
    'tea time',
    'weeknight dinner',
    'light meals',
    'food diary',
    '{city} food',
  ],
};

export const travel: Phrasebook = {
  groups: [
    {
      subjects: [
        'Dali',
        'Quanzhou',
        'Jingdezhen',
        'Moganshan',
        'Pingtan',
        'Western Sichuan',
        'Dunhuang',
        'Wuyuan',
        'Weihai',
        'Shunde',
      ],
      middles: [
        'Stay near {spot}, everything is a walk away.',
        'If you have one day only, do {spot} and nothing else.',
      ],
    },
  ],
  words: {
    days: ['two days', 'a long weekend', 'four days', 'five days'],
    spend: ['¥800', '¥1,100', '¥1,500', '¥2,300'],
    spot: ['the old town', 'the morning market', 'the coast road', 'the viewpoint', 'a small museum'],
  },
  titles: [
    '{s} in {days}',
    '{s} without a car',
    '{s}: what to skip',
    '{days} in {s} for {spend}',
    'Just back from {s}',
    'Slow travel: {s}',
    '{s} with parents',
    'Where locals eat in {s}',
  ],
  openers: [
    '{days} in {s}, about {spend} all in.',
    '{when} I booked {s} on a whim and it was the best trip this year.',
    'For everyone still unsure about {s}.',
    'From {city} it is an easy train ride.',
  ],
  middles: [
    'Be at {spot} before seven and you have it to yourself.',
    'Skip the restaurants with someone waving at the door.',
    'Bring a windproof layer, evenings are cold {season}.',
    'The boat tour was {80..160} yuan for twenty minutes. I would not.',
    'Our host drew us a map, it beat every app.',
    'Rooms are {180..420} a night, ask about the lift.',
  ],
  closers: [
    'Route on picture {2..4}, save it.',
    '{ask}.',
    'May you get good weather.',
    'Slow down, the place is slow too.',
  ],
  topics: [
    '{s}',
    'travel guide',
    'weekend trip',
    'slow travel',
    'hidden gems',
    'train travel',
    'budget travel',
    'travel tips',
    'china travel',
    'with parents',
  ],
};

export const fitness: Phrasebook = {
  groups: [
    {
      subjects: ['pilates', 'yoga', 'stretching', 'posture work'],
      titles: ['Stiff back? Try {s}'],
      middles: ['Slower is harder and better.', 'Breathe out on the way down.'],
    },
    {
      subjects: ['running', 'jump rope', 'swimming', 'incline walking'],
      middles: [
        'Keep a pace at which you can talk but not sing.',
        'Start with ten minutes, add a little each week.',
      ],
    },
    {
      subjects: ['core training', 'resistance bands'],
      titles: ['{s} at home, no kit'],
      middles: [
        '{10..15} reps, three sets, breathe between them.',
        'Every third day off, that is when it grows.',
      ],
    },
  ],
  words: {
    span: ['14 days', '30 days', '60 days', '100 days'],
    time: ['10 minutes', '20 minutes', 'half an hour'],
    who: ['desk workers', 'beginners', 'students', 'new mums'],
  },
  titles: [
    '{s} for {who}',
    '{span} of {s}',
    '{time} of {s} a day',
    '{3..5} {s} mistakes to fix',
    'My {s} plan for {who}',
    'How I stuck with {s}',
  ],
  openers: [
    'Day {10..60} of {s}, checking in.',
    'I started {s} the day my check-up came back.',
    '{when} my jeans were loose and the scale said nothing.',
    '{s} is slow work, not magic.',
  ],
  middles: [
    'Five minutes of warm-up, I skipped it once and paid for it.',
    'I did not diet, I just stopped drinking bubble tea.',
    'Compare photos under the same lamp or you fool yourself.',
    'Week four was flat; changing the order helped.',
  ],
  closers: ['Plan on the last picture. {ask}.', 'Stop if it hurts.', '{ask}.', 'Slow is smooth.'],
  topics: [
    '{s}',
    'home workout',
    'posture',
    'beginner fitness',
    'daily movement',
    'desk stretches',
    'training log',
    'healthy habits',
    'no equipment',
    'wellness',
  ],
};

export const outdoor: Phrasebook = {
  groups: [
    {
      subjects: ['hiking', 'trail running', 'gravel riding'],
      titles: ['{place}: {km} and back'],
      middles: [
        'Carry {1..2} litres and some salt.',
        'Download the track, the signal comes and goes.',
        'Poles take a third of the load on the way down.',
      ],
    },
    {
      subjects: ['camping', 'stargazing'],
      middles: [
        'Pitch an hour before sunset, it gets dark faster than you think.',
        'Dew is heavy, take the double-wall tent.',
      ],
    },
    {
      subjects: ['paddle boarding', 'bouldering'],
      titles: ['First time {s}? Read this'],
      middles: ['Rent first, buy when you still love it.', 'Falling is part of it.'],
    },
    {
      subjects: ['rain jackets', 'trekking poles', 'hiking boots'],
      middles: [
        'Boots half a size up, thick socks, happy toes.',
        'Dry it before you put it away.',
        'Weight or price, you only get one.',
      ],
    },
  ],
  words: {
    place: [
      'Wugong Mountain',
      'Moganshan',
      'Thousand Island Lake',
      'the MacLehose Trail',
      'Dragon Spring Hill',
    ],
    km: ['6 km', '9 km', '12 km', '16 km'],
    weather: ['rain', 'wind', 'fog', 'a cold snap'],
  },
  titles: [
    '{s} for beginners',
    '{s} in {weather}',
    '{s} kit you can skip',
    'Sunrise at {place}',
    'A day of {s} near {city}',
    'Dress in three layers for {s}',
  ],
  openers: [
    '{when} we did {km} at {place}.',
    'A year of {s}, and half of the kit was useless.',
    'An hour and a half from {city} and you are there.',
    'We had {weather}, and it was the best day of {s} so far.',
  ],
  middles: [
    'Wicking, warm, windproof: three layers and no cotton.',
    'Turning back is a skill.',
    'Take everything down with you, also what others left.',
  ],
  closers: [
    'Track in the pinned comment. {ask}.',
    'The mountain will still be there.',
    '{ask}.',
    'Leave no trace.',
  ],
  topics: [
    '{s}',
    'outdoor',
    'hiking china',
    'weekend outside',
    'trail notes',
    'camping',
    'gear',
    'beginner hiker',
    'leave no trace',
    'near {city}',
  ],
};
