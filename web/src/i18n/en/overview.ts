export const overview = {
  title: 'Overview',
  text: 'Six days and today so far, against the same span a week earlier',
  findNote: 'Find a note to boost',
  ladder: {
    title: 'Where the notes stand',
    hint: 'by level of the traffic pools',
    climbing: 'climbing',
    stopped: 'stopped here',
    row: 'Level {{level}}, {{name}}: {{climbing}} climbing, {{stopped}} stopped',
  },
  impressions: {
    title: 'Impressions per day',
    hint: 'money buys reach, never the verdict',
    unit: 'impressions per day',
    today: 'today, so far',
  },
  rising: {
    title: 'Rising',
    hint: 'climbing, furthest above their peers',
    all: 'All climbing notes',
    empty: 'No note is climbing above its peers right now.',
    lift: '{{lift}} the average of its peers',
    impressions: '{{n}} impressions',
  },
  verdicts: {
    title: 'Latest verdicts',
    hint: 'on organic evidence only',
    passed: '{{from}} → {{to}}',
    stopped: 'Stopped at {{from}}',
    against: '{{lift}} its peers, likely {{low}} to {{high}}',
    empty: 'No verdict yet. The first one comes when a note has been shown often enough to judge.',
  },
  boosts: {
    title: 'Running boosts',
    all: 'All boosts',
    delivered: '{{delivered}} of {{planned}} impressions',
    ends: 'ends {{when}}',
    empty:
      'No boost is running. Boost a note that already does better than its peers: reach pays off there most.',
  },
  empty: {
    title: 'No notes yet',
    text: 'Notes come in through the API. Create a key, publish the first note, and you will see it climb here.',
    key: 'Create an API key',
    rules: 'See how pools judge notes',
  },
};
