/** Good bodies for the operations of earnings and of product links. */
export const earningExamples = {
  productEvents: {
    events: [
      {
        id: '6a1d4cf2-5f0e-4d3a-9a53-0c1f7f7d1b62',
        kind: 'sale' as const,
        openId: '6a1d4cf2-5f0e-4d3a-9a53-0c1f7f7d1b61',
        reference: 'T20261127-0815',
        cents: 4_900,
      },
    ],
  },
  takeEarnings: { month: '2026-11', format: 'xlsx' as const, language: 'zh-CN' as const },
};
