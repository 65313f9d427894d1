import type { Bilingual } from '../notes/note';
import { refusalTexts, type RefusalText } from './import-texts';

/** What only the file as a whole can have against a row. */
const ofFile: Readonly<Record<string, RefusalText>> = {
  'contradicts-row': {
    reason: {
      zh: '与前面的行是同一条数据，数值却不同',
      en: 'It is about the same thing as an earlier row and says something else',
    },
    remedy: { zh: '只保留正确的一行后重新导入', en: 'Keep the row that is right and import the file again' },
  },
};

/**
 * Why a row was not taken and what to do about it.
 * @throws Error for a code that nobody wrote a text for
 */
export function faultText(code: string): RefusalText {
  const texts = (refusalTexts as Readonly<Record<string, RefusalText>>)[code] ?? ofFile[code];
  if (!texts) throw new Error(`nobody wrote what ${code} means`);
  return texts;
}

/** What was wrong with one column of a row; a fault of the row itself has no header. */
export interface FaultOfRow {
  readonly header: string;
  readonly value: string;
  readonly code: string;
}

/** Reason and remedy in one sentence of the reader's language. */
export function faultSentence({ header, value, code }: FaultOfRow, language: 'zh' | 'en'): string {
  const texts = faultText(code);
  const say = (text: Bilingual) => text[language];
  const where = [header, value && `“${value}”`].filter(Boolean).join(' ');
  const because =
    language === 'zh'
      ? `${say(texts.reason)}（${say(texts.remedy)}）`
      : `${say(texts.reason)}. ${say(texts.remedy)}.`;
  return where ? `${where}${language === 'zh' ? '：' : ': '}${because}` : because;
}
