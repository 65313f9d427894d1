import type { Bilingual } from '../notes/note';

/**
 * How certain a statement is: A said by the platform, B seen in real documents or samples,
 * C careful practitioners, D folklore, P our own proposal.
 */
export const marks = ['A', 'B', 'C', 'D', 'P'] as const;
export type Mark = (typeof marks)[number];

export const markNames: Readonly<Record<Mark, Bilingual>> = {
  A: { zh: '平台官方', en: 'Stated by the platform' },
  B: { zh: '真实样本', en: 'Seen in real documents' },
  C: { zh: '行业经验', en: 'Careful practitioners' },
  D: { zh: '民间说法', en: 'Folklore' },
  P: { zh: '本产品设定', en: 'Our own proposal' },
};
