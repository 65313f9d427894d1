import type { AuditState, Category } from '@poolrise/domain';

/** Words that send a note to a person: absolute claims (广告法 art. 9) and medical promises. The full lexicon belongs to guidance. */
const humanWords = [
  '根治',
  '治愈',
  '包治',
  '疗效',
  '国家级',
  '最佳',
  '第一品牌',
  '100%有效',
  '永久',
  'cure',
  'guaranteed weight loss',
];
/** Ways out of the platform and into private chats: allowed, but never distributed beyond the first pool. */
const limitedWords = ['加微信', '加V', 'vx:', '私信领取', '扫码', 'whatsapp', 'telegram'];
const rejectedWords = ['代开发票', '刷单', '博彩', 'buy followers'];

/** Category whose notes take longest: a person looks at mother-and-baby claims (domain 2.4, audit gate). */
const slowCategories: readonly Category[] = ['mother-baby'];

/** What the machine audit says about a text. */
export function auditText(title: string, body: string, topics: readonly string[]): AuditState {
  const text = [title, body, ...topics].join('\n').toLowerCase();
  const has = (words: string[]) => words.some((word) => text.includes(word.toLowerCase()));
  if (has(rejectedWords)) return 'rejected';
  if (has(humanWords)) return 'human_review';
  if (has(limitedWords)) return 'limited';
  return 'passed';
}

/** Seconds until the machine audit answers. Practitioners report 1 to 30 minutes [D]; here seconds, since nobody waits for a person. */
export function auditSeconds(category: Category): number {
  return slowCategories.includes(category) ? 6 : 2;
}
