/** Stars mark what is printed strong. */
export const replay = {
  title: 'Replay',
  open: 'Replay',
  tryIt: 'Try it in the replay',
  back: 'Back to the note',
  loading: 'Loading the life of this note',

  hours: '{{n}} h',
  scrub: {
    heading: 'Its life so far',
    hint: 'move the slider, or use the arrow keys',
    slider: 'Hour of its life',
    hour: 'Hour {{hour}} of {{hours}}, {{at}}',
    then: '*{{impressions}} organic impressions* and {{paid}} paid, {{reads}} reads, at level {{level}} {{name}}.',
    verdict: { pass: 'passed {{name}}', stop: 'stopped at {{name}}' },
    none: 'no verdict yet',
    verdicts: 'Verdicts by then: {{list}}.',
    play: 'Play',
    pause: 'Pause',
    empty: 'No reader has seen it yet. There is nothing to replay.',
    chart: 'Impressions of its life, all rails, up to the chosen hour',
  },

  change: {
    heading: 'Change one thing',
    hint: 'and see both worlds side by side',
    what: 'What to change',
    verdict: 'A verdict of this note',
    policy: 'The rule set, for all notes',
    boost: 'A boost for this note',
    nothing: 'Nothing',
    level: 'Level',
    ruling: 'Verdict there',
    rulings: { pass: 'pass', stop: 'stop' },
    ruleSet: 'Rule set',
    impressions: 'Paid impressions',
    hour: 'From hour after publication',
    impressionsFault: 'Whole impressions from 100 to 1,000,000.',
    hourFault: 'Whole hours from 0 to 336.',
    run: 'Replay',
    notAllowed: 'Your role looks on; ask a marketer or analyst for a replay.',
    model:
      'Worlds are made from the history of the feed around this note: its notes, their hours, the impressions there were. How good each note really is, nobody knows: that is drawn from what is believed of it, 20 times, and both worlds of a pair share every draw. Readers are taken to respond alike within a category. What was decided stays decided, but for the one thing that is changed; for another rule set both worlds decide everything by their rules, so that the first may differ from what happened. Fixed thresholds of folklore are not played.',
  },

  runs: {
    heading: 'Replays',
    empty: 'None yet. Change one thing and replay.',
    by: '{{who}}, {{at}}',
    progress: '{{share}} of the worlds played',
    cancel: 'Cancel',
    failed:
      'This replay did not come to an end. Run it again; if it fails again, the history may be too thin.',
    cancelled: 'This replay was cancelled. Nothing was kept of it.',
  },
  name: {
    nothing: 'Nothing changed',
    policy: 'All notes under “{{name}}”',
    pass: '{{level}}: pass instead',
    stop: '{{level}}: stop instead',
    boost: 'Boost of {{impressions}} from hour {{hour}}',
  },

  result: {
    heading: 'Two worlds side by side',
    equal:
      'Both worlds are *equal to the last impression* in all {{worlds}} pairs: nothing was changed, and nothing differs.',
    unreached:
      'Both worlds are *equal to the last impression* in all {{worlds}} pairs: in none of them did the note come to where the change would have told.',
    invisible:
      '*No visible effect* on its impressions: the difference lies between {{low}} and {{high}} in eight of ten worlds.',
    more: 'It would have had *{{median}} more impressions* (between {{low}} and {{high}} in eight of ten worlds).',
    fewer:
      'It would have had *{{median}} fewer impressions* (between {{low}} and {{high}} in eight of ten worlds).',
    moreAlike: 'It would have had *{{median}} more impressions*, alike in nearly all worlds.',
    fewerAlike: 'It would have had *{{median}} fewer impressions*, alike in nearly all worlds.',
    reached: 'It was ruled differently, or shown for money, in {{reached}} of {{worlds}} worlds.',
    chart: 'Impressions so far, hour by hour: mean of the worlds',
    before: 'Without the change',
    after: 'With the change',
    figure: 'Figure',
    difference: 'Difference (80 %)',
    none: 'no visible effect',
    figures: {
      impressions: 'Impressions',
      organic: 'of which organic',
      reads: 'Reads',
      engaged: 'Engagements',
      level: 'Level at the end',
    },
    others: {
      heading: 'Your other notes',
      none: 'No other note of yours was published in this time.',
      invisible: 'No visible effect on your {{n}} other notes together.',
      lost: 'Your {{n}} other notes together would have lost *{{median}} impressions* (between {{low}} and {{high}}).',
      won: 'Your {{n}} other notes together would have won *{{median}} impressions* (between {{low}} and {{high}}).',
    },
    from: '{{worlds}} pairs of worlds from {{notes}} notes and {{hours}} hours since {{at}}. Runs {{before}} and {{after}}: the same question on the same history gives the same two numbers.',
  },
};
