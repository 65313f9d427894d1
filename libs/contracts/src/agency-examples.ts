const requestKey = '6f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d66';

/** Good bodies for the operations of an agency's desk and books. */
export const agencyExamples = {
  assignTask: {
    clientId: '4b1f6a1e-53a7-4d0e-9c55-0a7f2f3d8e11',
    subject: 'order' as const,
    subjectId: '9d7b3c52-1f64-4a3b-8a53-7c2a1e4b6f20',
    personId: '0d7b3c52-1f64-4a3b-8a53-7c2a1e4b6f21',
  },
  setAgencySla: { kind: 'review' as const, hours: 24 },
  setClientFee: {
    fromMonth: '2036-03',
    percentBasisPoints: 800,
    retainerCents: 3_000_000,
    rebateShareBasisPoints: 5_000,
  },
  recordRebate: {
    orderId: '9d7b3c52-1f64-4a3b-8a53-7c2a1e4b6f20',
    cents: 75_000,
    receivedOn: '2026-03-20',
    requestKey,
  },
  adjustStatement: {
    month: '2036-03',
    cents: -20_000,
    reason: 'One note went out a day late',
    requestKey,
  },
  closeMonth: { month: '2026-03', totalCents: 85_650_000 },
  sendMonth: { month: '2026-03' },
  takeAgencyStatement: { month: '2026-03', format: 'pdf' as const, language: 'zh-CN' as const },
  takeSentStatement: { month: '2026-03', format: 'xlsx' as const, language: 'en' as const },
};
