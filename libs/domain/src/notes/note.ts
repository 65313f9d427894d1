export const noteTypes = ['image', 'video', 'text'] as const;
export type NoteType = (typeof noteTypes)[number];

/** Where a note stands with the audit (审核). `limited` (限流) keeps a note at level 0 for good. */
export const auditStates = ['pending', 'human_review', 'passed', 'limited', 'rejected'] as const;
export type AuditState = (typeof auditStates)[number];

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** One text in both languages of the product. */
export interface Bilingual {
  zh: string;
  en: string;
}
