import {
  type MediaKitDesk,
  type MediaKitDocument,
  type SaveMediaKit,
  withSections,
} from '@poolrise/contracts';
import { type KitSection, kitSections } from '@poolrise/domain';
import {
  type RightsDraft,
  rightsDraftOf,
  rightsFaults,
  rightsOf,
} from '../collaborations/rights/rights-draft';
import { wholeOf } from '../ui/whole-of';

/** A kit as it is typed. */
export interface KitDraft extends Omit<SaveMediaKit, 'terms'> {
  /** whether the notes are those that the creator chose; what was chosen before is kept in case they are */
  byHand: boolean;
  protectionDays: string;
  revisionsMost: string;
  rights: RightsDraft;
}

export const kitDraftOf = (kit: MediaKitDesk): KitDraft => ({
  version: kit.version,
  language: kit.language,
  introZh: kit.introZh,
  introEn: kit.introEn,
  includedZh: kit.includedZh,
  includedEn: kit.includedEn,
  sections: kit.sections,
  noteIds: kit.noteIds,
  visible: kit.visible,
  byHand: kit.noteIds.length > 0,
  protectionDays: String(kit.terms.protectionDays),
  revisionsMost: String(kit.terms.revisionsMost),
  rights: rightsDraftOf(kit.terms.rights),
});

export type KitFault = 'protection' | 'revisions' | 'rights';
export function kitFaults(
  { protectionDays, revisionsMost, rights }: KitDraft,
  rules: MediaKitDesk['rules'],
): KitFault[] {
  const within = (text: string, least: number, most: number): boolean => {
    const whole = wholeOf(text);
    return whole !== null && whole >= least && whole <= most;
  };
  return [
    ...(within(revisionsMost, 0, rules.revisionsMost) ? [] : ['revisions' as const]),
    ...(within(protectionDays, rules.protectionDaysLeast, rules.protectionDaysMost)
      ? []
      : ['protection' as const]),
    ...(rightsFaults(rights).length ? ['rights' as const] : []),
  ];
}

/** What goes to the api of a draft without faults. */
export const kitOf = ({
  byHand,
  protectionDays,
  revisionsMost,
  rights,
  ...draft
}: KitDraft): SaveMediaKit => ({
  ...draft,
  noteIds: byHand ? draft.noteIds : [],
  terms: {
    protectionDays: Number(protectionDays),
    revisionsMost: Number(revisionsMost),
    rights: rightsOf(rights),
  },
});

export const toggled = (sections: readonly KitSection[], section: KitSection): KitSection[] =>
  kitSections.filter((one) => sections.includes(one) !== (one === section));

/** The document as it would be once the draft is saved; terms with faults stay as they were saved. */
export function previewOf(kit: MediaKitDesk, draft: KitDraft): MediaKitDocument | null {
  const { document } = kit;
  if (!document) return null;
  const { introZh, introEn, includedZh, includedEn, language } = draft;
  const spoken = (zh: string, en: string) => ({
    zh: language === 'en' ? '' : zh,
    en: language === 'zh' ? '' : en,
  });
  const byId = (ids: readonly string[]) =>
    ids.flatMap((id) => kit.choices.find((choice) => choice.id === id) ?? []);
  const own = draft.byHand ? byId(draft.noteIds) : [];
  const terms = kitFaults(draft, kit.rules).length ? kit.terms : kitOf(draft).terms;
  return withSections(
    {
      ...document,
      language,
      intro: spoken(introZh, introEn),
      notes: document.notes && {
        ...document.notes,
        items: own.length > 0 ? own : byId(kit.picked),
        chosen: own.length > 0,
      },
      rates: document.rates && { ...document.rates, included: spoken(includedZh, includedEn), terms },
    },
    draft.sections,
  );
}
