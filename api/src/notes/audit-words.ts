import type { ViolationKind } from '@poolrise/domain';

const absoluteWords = ['国家级', '最佳', '第一品牌', '永久'];

/** Words that send a note to a person: absolute claims (广告法 art. 9) and medical promises. The full lexicon belongs to guidance. */
export const humanWords = [
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
export const limitedWords = ['加微信', '添加微信', '加V', 'vx:', '私信领取', '扫码', 'whatsapp', 'telegram'];

export const rejectedWords = ['代开发票', '刷单', '博彩', 'buy followers'];

/** Phrases of the trade that hold a word above and promise nothing: 治愈系 is a mood of pictures, not a medicine. */
export const harmlessPhrases = ['治愈系'];

/** The kind of rule that a word of the lexicon offends. */
export function kindOfWord(word: string): ViolationKind {
  if (rejectedWords.includes(word)) return 'forbidden-trade';
  if (limitedWords.includes(word)) return 'off-platform';
  return absoluteWords.includes(word) ? 'absolute-claim' : 'medical-claim';
}
