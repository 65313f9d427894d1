/** Good bodies for the operations of races. */
export const raceExamples = {
  previewRace: {
    noteIds: ['9d7b3c52-1f64-4a3b-8a53-7c2a1e4b6f20', '4b1f6a1e-53a7-4d0e-9c55-0a7f2f3d8e11'],
    goal: 'reads' as const,
    budgetCents: 80_000,
    rounds: 4,
    roundHours: 12,
    audience: {},
  },
  startRace: {
    name: 'Two covers for cold-brewed jasmine',
    noteIds: ['9d7b3c52-1f64-4a3b-8a53-7c2a1e4b6f20', '4b1f6a1e-53a7-4d0e-9c55-0a7f2f3d8e11'],
    goal: 'reads' as const,
    budgetCents: 80_000,
    rounds: 4,
    roundHours: 12,
    audience: {},
    stopChance: 0.95,
    stopLoss: 0.005,
    requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d12',
  },
};
