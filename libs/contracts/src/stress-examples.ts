/** What may be asked of a stress test, for the document and the specs. */
export const stressExamples = {
  askStressTest: {
    settings: {
      cancel: { on: true, probability: 0.05, replace: false },
      limited: { on: true, probability: 0.04, keeps: 0.2 },
      dearer: { on: true, probability: 0.25, by: 0.3 },
      late: { on: true, probability: 0.1, meanDays: 7, slackDays: 7 },
      reads: { on: true, creditedAbove: 0.35 },
      together: { on: true, correlation: 0.3 },
    },
    shortBelow: 0.8,
    targetReaders: null,
    seed: 1,
  },
} as const;
