const condition = {
  metric: 'ctrPaid' as const,
  comparison: 'below' as const,
  value: 0.03,
  leastImpressions: 1_000,
  windowHours: 24,
};

/** Good bodies for the operations of rules. */
export const ruleExamples = {
  writeRule: {
    name: 'Few clicks',
    condition,
    action: 'stop-boost' as const,
    requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d46',
  },
  changeRule: { name: 'Few clicks', condition, action: 'notify' as const, version: 1 },
  switchRule: { state: 'live' as const, version: 1, seen: { days: 7 as const, hits: 2 } },
  replayRule: { condition, action: 'stop-boost' as const, days: 14 as const },
};
