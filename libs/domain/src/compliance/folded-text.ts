/** A text in the form in which rules read it, with the way back to what was written. */
export interface FoldedText {
  text: string;
  /** where in the original a unit of `text` begins and where it ends, in UTF-16 units */
  from: readonly number[];
  to: readonly number[];
  /** 1 where a unit was written so as to read differently: a homophone, pinyin, a lone traditional character */
  disguised: readonly number[];
  /** how many units of the whole text were */
  disguises: number;
}

/**
 * Characters that stand for others, each with what it is read as. Traditional characters only of words of the lexicon.
 *
 * Source: evasions seen by practitioners (domain notes 6.3, R22); the traditional forms are those of the Unihan tables.
 */
const traditional = pairs(
  '絕绝 級级 頂顶 國国 療疗 癒愈 獨独 無无 銷销 網网 極极 體体 醫医 藥药 選选 優优 業业 領领 證证 專专 傳传 號号 創创 歷历 餘余 強强 質质 價价 導导 減减 嬰婴 軍军 風风 險险 穩稳 賺赚 過过 電电 話话 碼码 掃扫 關关 註注 點点 讚赞 轉转 發发 獎奖',
);
const homophones = pairs('蕞最 朂最 嘴最 醉最 囯国 圀国 葯药 徽微 薇微');
/** Read otherwise only before or after a certain character: 薇 is in 薇信, and a flower elsewhere. */
const homophoneNeighbours: Record<string, RegExp> = {
  嘴: /^[好佳强](?=[用吃喝看的])/,
  醉: /^[好佳](?=[用喝看]的?)/,
  徽: /^信/,
  薇: /^信/,
};
/** Pinyin that takes the place of a character between Chinese ones. */
const pinyin: readonly [string, string][] = [
  ['zui', '最'],
  ['jue', '绝'],
  ['ding', '顶'],
  ['wei', '微'],
];

const han = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
const asciiLetter = (code: number): boolean => code >= 97 && code <= 122;
/** Letters and figures in rings and squares: ①, Ⓥ, 🅅. */
const enclosed = /^[\u2460-\u24ff\u{1f100}-\u{1f1ff}]$/u;
/** Soft hyphens, joiners, marks of direction and variants of emoji: nobody sees them. */
const isInvisible = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x2060 && code <= 0x2064) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  code === 0xfeff;

/**
 * A text in small letters and one form of each (NFKC), simplified, without invisible characters.
 *
 * It has as many units as `from` and `to`; folding what is folded changes nothing.
 */
export function foldText(written: string): FoldedText {
  const folding = new Folding();
  for (let at = 0; at < written.length;) {
    const code = written.charCodeAt(at);
    const width = code >= 0xd800 && code < 0xdc00 && at + 1 < written.length ? 2 : 1;
    if (code < 0x80) folding.add(small(code), at, at + 1, 0);
    else if (han(code)) {
      const simple = traditional.get(code);
      folding.add(simple ?? code, at, at + 1, simple ? 1 : 0);
    } else if (code >= 0xff01 && code <= 0xff5e) folding.add(small(code - 0xfee0), at, at + 1, 0);
    else if (isPlainSign(code)) folding.add(code, at, at + 1, 0);
    else {
      const letter = written.slice(at, at + width);
      if (!isInvisible(code)) addFolded(folding, letter, at, width);
    }
    at += width;
  }
  return folding.end();
}

const small = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);
/** Chinese punctuation and quotation marks, which have one form: most of what is neither Chinese nor ASCII. */
const isPlainSign = (code: number): boolean =>
  (code >= 0x3001 && code <= 0x3003) ||
  (code >= 0x3008 && code <= 0x301f) ||
  (code >= 0x2018 && code <= 0x201d);

function addFolded(folding: Folding, letter: string, at: number, width: number): void {
  const folded = letter.normalize('NFKC').toLowerCase().normalize('NFKC').replace('➕', '+');
  const ringed = enclosed.test(letter);
  for (let unit = 0; unit < folded.length; unit++) {
    const code = folded.charCodeAt(unit);
    folding.add(traditional.get(code) ?? code, at, at + width, ringed || traditional.has(code) ? 1 : 0);
  }
}

/**
 * A folded text as somebody reads it who looks past tricks: signs between Chinese characters left out, homophones and pinyin
 * read as what they stand for. `null` when that changes nothing.
 */
export function unmask(folded: FoldedText): FoldedText | null {
  const { text } = folded;
  const folding = new Folding();
  let changed = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const read = han(code) ? readAs(text, at) : null;
    const spelled = asciiLetter(code) ? spelledAt(text, at) : null;
    const [from, to] = [folded.from[at] ?? 0, folded.to[at] ?? 0];
    if (isDoubled(text, at)) {
      for (const place of [at, at + 2])
        folding.add(text.charCodeAt(place), folded.from[place] ?? 0, folded.to[place + 1] ?? 0, 1);
      at += 3;
      changed = true;
    } else if (spelled) {
      folding.add(spelled[1].charCodeAt(0), from, folded.to[at + spelled[0].length - 1] ?? to, 1);
      at += spelled[0].length - 1;
      changed = true;
    } else if (read !== null) {
      folding.add(read, from, to, 1);
      changed = true;
    } else if (isBetween(code)) changed = true;
    else folding.add(code, from, to, folded.disguised[at] ?? 0);
  }
  return changed ? folding.end() : null;
}

/** 绝绝对对: a word whose characters are each written twice. */
function isDoubled(text: string, at: number): boolean {
  const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 2)];
  return (
    first !== second &&
    han(first) &&
    han(second) &&
    first === text.charCodeAt(at + 1) &&
    second === text.charCodeAt(at + 3)
  );
}

function readAs(text: string, at: number): number | null {
  const read = homophones.get(text.charCodeAt(at));
  if (read === undefined) return null;
  const neighbours = homophoneNeighbours[text.charAt(at)];
  return !neighbours || neighbours.test(text.slice(at + 1, at + 4)) ? read : null;
}

function spelledAt(text: string, at: number): readonly [string, string] | null {
  if (at > 0 && asciiLetter(text.charCodeAt(at - 1))) return null;
  const spelled = pinyin.find(([letters]) => text.startsWith(letters, at));
  if (!spelled) return null;
  let next = at + spelled[0].length;
  while (text.charCodeAt(next) === 0x20 && next < at + spelled[0].length + 2) next++;
  return han(text.charCodeAt(next)) ? spelled : null;
}

/** Signs that part words without ending a sentence: blanks, dots, stars, dashes, emoji; never letters, figures or 。，！？. */
const parting = new Set([...' \t·•*_~-—./\\|^\'"`+=#@&'].map((sign) => sign.charCodeAt(0)));
const isBetween = (code: number): boolean =>
  code < 0x2010
    ? parting.has(code)
    : (code >= 0x2010 && code < 0x2e80 && code !== 0x201c && code !== 0x201d) ||
      (code >= 0xd83c && code <= 0xdfff);

class Folding {
  private readonly codes: number[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly disguised: number[] = [];
  private disguises = 0;

  add(code: number, from: number, to: number, disguised: number): void {
    this.codes.push(code);
    this.from.push(from);
    this.to.push(to);
    this.disguised.push(disguised);
    this.disguises += disguised;
  }

  end(): FoldedText {
    const { from, to, disguised, disguises } = this;
    return { text: textOf(this.codes), from, to, disguised, disguises };
  }
}

/** In pieces: a call takes only so many arguments. */
function textOf(codes: readonly number[]): string {
  if (codes.length <= 4_096) return String.fromCharCode(...codes);
  let text = '';
  for (let at = 0; at < codes.length; at += 4_096)
    text += String.fromCharCode(...codes.slice(at, at + 4_096));
  return text;
}

function pairs(written: string): ReadonlyMap<number, number> {
  return new Map(written.split(' ').map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]));
}
