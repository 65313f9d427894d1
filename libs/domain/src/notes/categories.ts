import type { Bilingual } from './note';

/**
 * The categories a note can have: the seven core crowds of Qiangua's 2022 report and the further interests
 * named with them (domain notes 3.2).
 */
export const categories = [
  'beauty',
  'fashion',
  'food',
  'travel',
  'home',
  'mother-baby',
  'pets',
  'fitness',
  'tech',
  'knowledge',
  'outdoor',
  'lifestyle',
] as const;
export type Category = (typeof categories)[number];

export const categoryNames: Readonly<Record<Category, Bilingual>> = {
  beauty: { zh: '美妆', en: 'Beauty' },
  fashion: { zh: '穿搭', en: 'Fashion' },
  food: { zh: '美食', en: 'Food' },
  travel: { zh: '旅行', en: 'Travel' },
  home: { zh: '家居', en: 'Home' },
  'mother-baby': { zh: '母婴', en: 'Mother and baby' },
  pets: { zh: '萌宠', en: 'Pets' },
  fitness: { zh: '健身', en: 'Fitness' },
  tech: { zh: '数码', en: 'Tech' },
  knowledge: { zh: '知识', en: 'Knowledge' },
  outdoor: { zh: '户外', en: 'Outdoor' },
  lifestyle: { zh: '生活', en: 'Lifestyle' },
};
