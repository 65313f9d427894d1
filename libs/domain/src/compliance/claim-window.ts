/** What stands around a claim; bounded, so that a long text costs no more a claim than a short one. */
export interface ClaimWindow {
  /** from the last comma to the claim */
  before: string;
  /** from the claim to the next comma */
  after: string;
  /** the sentence with the claim in it */
  sentence: string;
}

const reach = 48;
const sentenceEnd = /[。!?\n;]/;
const clauseEnd = /[,、。!?:;\n]/;

/** Cuts the window of a claim out of a folded text. */
export function windowOf(text: string, from: number, to: number): ClaimWindow {
  const left = text.slice(Math.max(0, from - reach), from);
  const right = text.slice(to, to + reach);
  const before = left.slice(lastOf(left, clauseEnd) + 1);
  const inSentence = left.slice(lastOf(left, sentenceEnd) + 1);
  const upTo = (end: RegExp) => {
    const at = right.search(end);
    return at < 0 ? right : right.slice(0, at);
  };
  return { before, after: upTo(clauseEnd), sentence: inSentence + text.slice(from, to) + upTo(sentenceEnd) };
}

function lastOf(text: string, sign: RegExp): number {
  for (let at = text.length - 1; at >= 0; at--) if (sign.test(text.charAt(at))) return at;
  return -1;
}

const denial =
  /(?:不是|不算|算不上|称不上|谈不上|并非|没有|没做过|没说|不敢说|不能|不可|不要|不会|不做|不含|不用|不具|不涉及|不代表|不追求|从不|从没|拒绝|无需|避免|别指望|别信|未必|不一定|不提供|不支持|不发|不碰|禁止|杜绝|不存在|没)[^,。!?]{0,6}$/;
/** They begin like a denial and are none: 不得不说最好用, 没想到最强. */
const noDenial =
  /(?:不得不|没想到|不愧|不仅|不但|不只|不光|无论|不管|没人不|没有之一|不要太|不能不|不要错过|别错过|没等)[^,。!?]{0,8}$/;
const warning =
  /别信|不要(?:相信|轻信|买)|不可信|不能信|警惕|小心|当心|骗局|(?<!不会)骗人|虚假|违法|违规|广告法|不合规|拉黑|远离|都是套路|是套路|谣言|辟谣|划掉|遵医嘱|请(?:及时)?(?:就医|看医生)|避雷/;

/** Whether the claim is denied, or told as something to beware of. */
export const isDenied = ({ before, sentence }: ClaimWindow): boolean =>
  (denial.test(before) && !noDenial.test(before)) || warning.test(sentence);
