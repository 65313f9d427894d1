import type { RowFault } from '@poolrise/contracts';
import { type Bilingual, refusalTexts, type RefusalText } from '@poolrise/domain';

const ofFile: Readonly<Record<string, RefusalText>> = {
  'contradicts-row': {
    reason: {
      zh: '与前面的行是同一条数据，数值却不同',
      en: 'It is about the same thing as an earlier row and says something else',
    },
    remedy: { zh: '只保留正确的一行后重新导入', en: 'Keep the row that is right and import the file again' },
  },
};

/** Why a row was not taken and what to do, in one sentence of the reader's language. */
export function faultSentence({ header, value, code }: RowFault, language: 'zh' | 'en'): string {
  const texts = (refusalTexts as Readonly<Record<string, RefusalText>>)[code] ?? ofFile[code];
  if (!texts) throw new Error(`nobody wrote what ${code} means`);
  const say = (text: Bilingual) => text[language];
  const where = [header, value && (language === 'zh' ? `“${value}”` : `“${value}”`)]
    .filter(Boolean)
    .join(' ');
  const because =
    language === 'zh'
      ? `${say(texts.reason)}（${say(texts.remedy)}）`
      : `${say(texts.reason)}. ${say(texts.remedy)}.`;
  return where ? `${where}${language === 'zh' ? '：' : ': '}${because}` : because;
}
