/** Stars mark what is printed strong. */
export const why = {
  stop: 'Stopped at *{{level}}*: *{{seen}}* where an average note in the same places gets {{expected}}, and those who opened it responded *{{content}} times* as much. The chance that it is above {{bar}} is *{{odds}}*; the level asks for {{asks}}.',
  pass: 'Passed *{{level}}*: *{{seen}}* where an average note in the same places gets {{expected}}, and those who opened it responded *{{content}} times* as much. The chance that it is above {{bar}} is *{{odds}}*; the level asks for {{asks}}.',
  other: '*{{level}}*: {{reason}}.',
  opens: { one: '{{n}} open', other: '{{n}} opens' },
  average: 'its pool’s average',
  bar: 'its pool’s bar of {{bar}}',
  missed: 'It missed: {{gates}}.',
  gate: '{{metric}} {{value}} where {{atLeast}} is asked',

  peers: {
    heading: 'Among its peers',
    from: {
      peers: {
        one: '{{n}} finished run of the level and category in {{days}} days, and how far such notes differ',
        other: '{{n}} finished runs of the level and category in {{days}} days, and how far they differ',
      },
      blend: {
        one: '{{n}} finished run so far; the rule set’s idea of the category helps out',
        other: '{{n}} finished runs so far; the rule set’s idea of the category helps out',
      },
      sameType: {
        image: {
          one: 'among {{n}} {{category}} image note that finished this level in {{days}} days; notes of all types: {{all}}',
          other:
            'among {{n}} {{category}} image notes that finished this level in {{days}} days, and how far they differ; notes of all types: {{all}}',
        },
        video: {
          one: 'among {{n}} {{category}} video that finished this level in {{days}} days; notes of all types: {{all}}',
          other:
            'among {{n}} {{category}} videos that finished this level in {{days}} days, and how far they differ; notes of all types: {{all}}',
        },
        text: {
          one: 'among {{n}} {{category}} text note that finished this level in {{days}} days; notes of all types: {{all}}',
          other:
            'among {{n}} {{category}} text notes that finished this level in {{days}} days, and how far they differ; notes of all types: {{all}}',
        },
      },
      prior: 'no finished runs yet: the rule set’s idea of the category',
    },
    sentence:
      'Rate {{lift}} against the peers, likely {{low}} to {{high}}. Some {{share}} of the peers do less well. The bar is {{bar}}.',
    below: '{{share}} of peers below',
    bar: 'bar {{bar}}',
    here: 'this note {{lift}}',
  },

  chance: {
    heading: 'Chance to be above the bar',
    asks: 'asked: {{asks}}',
    sentence: '{{odds}} where the level asks for {{asks}}.',
  },
  bars: {
    scarce: 'The bar then: {{bar}} the peers’ average, because room in the pools is scarce.',
    ample: 'The bar then: {{bar}} the peers’ average, because the pools have room to fill.',
    even: 'The bar then: {{bar}} the peers’ average, the live average of what the pool was serving.',
  },

  factors: {
    heading: 'Seen against expected',
    part: 'Part',
    seen: 'Seen',
    expected: 'Expected',
    ratio: 'Against peers (80 %)',
    together: 'Together, weighted',
  },
  place:
    'The {{impressions}} impressions stood in places worth {{exposure}} average ones: slot, hour and audience are already taken out.',

  change: {
    heading: 'What would have changed it',
    none: 'No number of opens within reach.',
    earlier: '{{name}} would have stopped it here.',
    further: '{{name}} would have let it go on here.',
    gone: '{{name}} had already stopped it earlier.',
    nobody: 'No other rule set would have decided otherwise here.',
  },
  beside: 'Paid, beside it and not read',
  noPaid: 'No paid impressions in this time.',
  rules: 'Rule set',
  trigger: 'Made due by',

  exact: {
    show: 'The exact evidence',
    caption: 'Everything that the verdict read',
    item: 'Item',
    value: 'Value',
    level: 'Impressions of the level and its target',
    hours: 'Hours in the level, hours since published',
    bar: 'Bar (lift)',
    probability: 'Probability above the bar / asked',
    lift: 'Lift, low and high (80 %)',
    exposure: 'Impressions in average places',
    poolAverage: 'Live average of the pool',
    capacity: 'Capacity factor',
    outlook: 'Outlook of the next readers',
    audienceLeft: 'Readers left in the audience',
    peers: 'Peers: finished runs, impressions',
    sameType: 'Peers of its own type: finished runs, weight',
    clickRate: 'Peers: opens per impression',
    meanRate: 'Peers: value per 1,000 impressions',
    dispersion: 'Peers: dispersion of the value (phi)',
    strength: 'Credit before the first reader: impressions, opens',
    spread: 'Peers: gamma shape of their lifts',
    reason: 'Code and trigger',
    unknown: 'not known',
  },

  ruleSets: {
    heading: 'The same life under other rules',
    hint: 'laid beside each other by impressions; up to where the evidence reaches',
    choose: 'Rule set shown',
    empty: 'No reader has seen it yet: there is nothing that rules could judge.',
    lived: 'its own rules',
    happened: {
      stopped: 'What happened: it stopped after {{all}} impressions.',
      running: 'What happened so far: {{all}} impressions, and it still climbs.',
    },
    same: {
      stopped: 'Ends where it ended, after {{all}} impressions.',
      running: 'Would still be showing it after {{all}} impressions.',
    },
    earlier:
      '*Stops it earlier*, at {{level}} after {{at}} of {{all}} impressions. What followed would not have been.',
    further:
      '*Lets it go on* beyond {{all}} impressions. What readers would have done is not known from here: it was never shown there.',
    at: 'at {{at}} impressions',
    sofar: '{{seen}} of {{target}} seen',
    rate: 'rate {{lift}} ({{low}}–{{high}})',
    odds: '{{odds}} sure, {{asks}} asked',
    between: 'Between two moments at which evidence was kept: readers are taken as even there.',
    missed: 'missed: {{gates}}',
    unknown: 'not known from here',
    never: 'never reached',
    verdict: { pass: 'pass', stop: 'stop', wait: 'still open' },
  },

  means: {
    AUDIT_PENDING: 'The audit has not answered yet. No reader sees the note until it does.',
    AUDIT_LIMITED:
      'The audit limited the note: it keeps its guaranteed impressions and is never widened, however well it does.',
    AUDIT_REJECTED: 'The audit rejected the note. It is not shown to readers.',
    QUOTA_RUNNING: 'The impressions of this level are still being shown; the evidence is not clear yet.',
    ABOVE_PEERS:
      'The chance to be above the bar reached what the level asks for. The next, wider pool opens.',
    FOUND_BY_SEARCH:
      'After the stop, readers who came by search clearly liked it better. It goes on in the next, wider pool.',
    BELOW_PEERS:
      'The chance to be above the bar was lower than the level asks for, or so low before the end that going on was pointless.',
    GATE_MISSED:
      'The rule set has fixed thresholds at this level and one of them was missed. Such thresholds are folklore.',
    TOO_FEW_DATA: 'The time of the level ran out before enough readers had seen the note to judge it.',
    AUDIENCE_EXHAUSTED:
      'Nearly all readers whom the note fits have seen it. It says nothing about how good the note is.',
    AGED_OUT: 'The feed lets go of notes of this age. Search goes on showing them.',
    TOP_LEVEL: 'The widest pool is used up and there is nothing above it.',
    CAPACITY:
      'The pools had no room: other notes had the better forecast for the impressions that there were.',
    DIVERSITY_CAP: 'Held back so that a page is not filled with notes of the same kind or creator.',
    NEGATIVE_FEEDBACK:
      'More readers hid the note than the rule set tolerates, and that is certain enough to act on.',
    PAID_ONLY_LIFT:
      'Readers who came by paid impressions responded well, the others did not. Verdicts read only the others.',
    MANUAL_STOP: 'A person stopped the note by hand.',
  },
};
