import type { Mark } from '../metrics/mark';
import type { AuditState, Bilingual } from '../notes/note';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What the audit can find fault with in a note, the gravest first; `by-person`: a person found what no word of the lexicon names. */
export const violationKinds = [
  'forbidden-trade',
  'medical-claim',
  'absolute-claim',
  'off-platform',
  'by-person',
] as const;
export type ViolationKind = (typeof violationKinds)[number];

/** What a note that was found fault with comes to: it stays in the first pool, or nobody sees it. */
export const violationVerdicts = ['limited', 'rejected'] as const;
export type ViolationVerdict = (typeof violationVerdicts)[number];

/** What was broken: a law or a rule of the platform, and how sure we are of its words. */
export interface ViolationRule {
  rule: Bilingual;
  source: Bilingual;
  mark: Mark;
}

/** The rule behind each kind. A decision of a person cites no rule of ours: its reason is what that person wrote. */
export const violationRules: Readonly<Record<ViolationKind, ViolationRule | null>> = {
  'forbidden-trade': {
    rule: {
      zh: '《反不正当竞争法》与社区公约：不得刷单、买粉、代开发票或引导赌博',
      en: 'Anti-Unfair Competition Law and community convention: no fake orders, bought followers, sold invoices or gambling',
    },
    source: {
      zh: '社区公约 2.0（2026 年 1 月 19 日）；媒体报道的买粉处罚',
      en: 'community convention 2.0, 19 Jan 2026; fines for bought followers reported in the press',
    },
    mark: 'C',
  },
  'medical-claim': {
    rule: {
      zh: '《广告法》第十七条：除医疗、药品、医疗器械外，不得涉及疾病治疗功能',
      en: 'Advertising Law art. 17: apart from medicine, drugs and devices nothing may promise to treat an illness',
    },
    source: { zh: '《广告法》第十七条原文', en: 'Advertising Law of the PRC, art. 17 (text of the law)' },
    mark: 'B',
  },
  'absolute-claim': {
    rule: {
      zh: '《广告法》第九条第三项：不得使用「国家级」「最高级」「最佳」等用语',
      en: 'Advertising Law art. 9(3): no “national level”, “highest level”, “best” or the like',
    },
    source: {
      zh: '《广告法》第九条第三项；豁免见市场监管总局 2023 年指南',
      en: 'Advertising Law of the PRC, art. 9(3); exemptions: SAMR guideline of 2023',
    },
    mark: 'B',
  },
  'off-platform': {
    rule: {
      zh: '社区公约：不得把读者引到站外（微信、二维码等）',
      en: 'Community convention: readers are not led off the platform (WeChat, QR codes and the like)',
    },
    source: {
      zh: '社区公约 2.0（2026 年 1 月 19 日）；从业者转述的规则中心',
      en: 'community convention 2.0, 19 Jan 2026; rules centre as practitioners describe it',
    },
    mark: 'C',
  },
  'by-person': null,
};

/** Days from the decision within which it may be appealed, once. Nobody has published such a time: chosen by us. */
export const appealDays = 15;
/** Hours within which an appeal shall be answered. Chosen by us. */
export const appealHours = 72;
export const appealTermsMark: Mark = 'P';
/** As much as a reason for an appeal may say, in UTF-16 units. */
export const appealReasonMax = 500;
/** Below so many decided appeals a share says little, and that is said beside it. */
export const appealSampleMin = 20;

export const appealStates = ['open', 'upheld', 'dismissed'] as const;
export type AppealState = (typeof appealStates)[number];

/** Until when a decision may be appealed; epoch milliseconds. */
export const appealUntil = (foundAt: number): number => foundAt + appealDays * dayMs;
/** When an appeal shall be answered by; epoch milliseconds. */
export const appealDue = (askedAt: number): number => askedAt + appealHours * hourMs;

export interface Appealable {
  auditState: AuditState;
  /** when it was limited or rejected; epoch milliseconds */
  foundAt: number;
  /** whether it was appealed before, whatever came of it */
  appealed: boolean;
}
export type AppealRefusal = 'nothing-to-appeal' | 'already-appealed' | 'appeal-too-late';

/** Whether a decision may be appealed now: it went against the note, for the first time, and not too long ago. */
export function mayAppeal({ auditState, foundAt, appealed }: Appealable, now: number): AppealRefusal | null {
  if (appealed) return 'already-appealed';
  if (auditState !== 'limited' && auditState !== 'rejected') return 'nothing-to-appeal';
  return now > appealUntil(foundAt) ? 'appeal-too-late' : null;
}

/**
 * Whether somebody may decide an appeal: nobody does against their own decision, unless there is nobody else who could.
 * `alone` says that the latter is so, which is then written down and shown.
 */
export function whoDecides(about: {
  /** who decided about the note; null: the machine */
  reviewerId: string | null;
  deciderId: string;
  /** how many others could decide */
  others: number;
}): { may: boolean; alone: boolean } {
  const own = about.reviewerId === about.deciderId;
  return { may: !own || about.others === 0, alone: own && about.others === 0 };
}
