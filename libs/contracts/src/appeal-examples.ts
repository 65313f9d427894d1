/** Good bodies for the operations of appeals and of the data centre. */
export const appealExamples = {
  askAppeal: {
    reason:
      '「治愈」说的是画面，不是产品，也没有写任何功效。“Healing” speaks of the pictures; no effect is promised.',
    requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d61',
  },
  takeDataNotes: { days: '7' as const, language: 'zh-CN' as const },
  answerAppeal: { verdict: 'upheld' as const, reason: 'It speaks of a mood and promises nothing' },
};
