import type { BriefTemplateContent, OrderBasis } from '@poolrise/contracts';
import { briefBounds, briefText } from '@poolrise/domain';
import { wholeOf } from '../../ui/whole-of';
import { type RightsDraft, rightsDraftOf, rightsFaults, rightsOf } from '../rights/rights-draft';

const parts = ['sellingPoints', 'must', 'mustNot'] as const;
export const listParts = parts;
type ListPart = (typeof parts)[number];

/** A template as it is typed: lists are one line each, numbers are text. */
export interface TemplateDraft
  extends
    Record<ListPart, string>,
    Omit<BriefTemplateContent, ListPart | 'protectionDays' | 'revisionsMost' | 'rights'> {
  name: string;
  protectionDays: string;
  /** empty: as often as the rules allow */
  revisions: string;
  rights: RightsDraft;
}

export const templateDraftOf = (name: string, content: BriefTemplateContent): TemplateDraft => ({
  ...content,
  name,
  sellingPoints: content.sellingPoints.join('\n'),
  must: content.must.join('\n'),
  mustNot: content.mustNot.join('\n'),
  protectionDays: String(content.protectionDays),
  revisions: content.revisionsMost === null ? '' : String(content.revisionsMost),
  rights: rightsDraftOf(content.rights),
});

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export type TemplateField = 'name' | 'brief' | ListPart | 'protectionDays' | 'revisions' | 'rights';

const nameMost = 60;
const daysMost = 3_650;
const revisionsMost = 100;
export const templateLengths = { nameMost, goalMost: 4_000 };

/** What keeps a template from being saved. */
export function templateFaults(draft: TemplateDraft): TemplateField[] {
  const within = (text: string, least: number, most: number): boolean => {
    const whole = wholeOf(text);
    return whole !== null && whole >= least && whole <= most;
  };
  const name = draft.name.trim();
  const lists = parts.filter((part) => {
    const lines = linesOf(draft[part]);
    return lines.length > briefBounds.linesMost || lines.some((line) => line.length > briefBounds.lineMost);
  });
  const says = draft.goal.trim() !== '' || parts.some((part) => linesOf(draft[part]).length > 0);
  return [
    ...(!name || name.length > nameMost ? ['name' as const] : []),
    ...(says ? [] : ['brief' as const]),
    ...lists,
    ...(within(draft.protectionDays, 1, daysMost) ? [] : ['protectionDays' as const]),
    ...(draft.revisions.trim() === '' || within(draft.revisions, 0, revisionsMost)
      ? []
      : ['revisions' as const]),
    ...(rightsFaults(draft.rights).length ? ['rights' as const] : []),
  ];
}

/** What goes to the api of a draft without faults. */
export function contentOf(draft: TemplateDraft): BriefTemplateContent {
  const { goal, components, category, language, noteType, revisions } = draft;
  const { withSample, withOutline, withAdAudit, effectMode } = draft;
  return {
    ...{ goal, components, category, language, noteType },
    ...{ withSample, withOutline, withAdAudit, effectMode },
    sellingPoints: linesOf(draft.sellingPoints),
    must: linesOf(draft.must),
    mustNot: linesOf(draft.mustNot),
    disclosure: draft.disclosure.trim(),
    protectionDays: Number(draft.protectionDays),
    revisionsMost: revisions.trim() === '' ? null : Number(revisions),
    rights: rightsOf(draft.rights),
  };
}

/** A brief that was written elsewhere, as a template: its text stays whole. */
export const contentOfBrief = (
  brief: string,
  terms: Omit<
    BriefTemplateContent,
    'goal' | 'sellingPoints' | 'must' | 'mustNot' | 'components' | 'disclosure'
  >,
): BriefTemplateContent => ({
  ...terms,
  goal: brief.trim(),
  sellingPoints: [],
  must: [],
  mustNot: [],
  components: [],
  disclosure: '',
});

/** What a form takes over from a template; days that the rules of today do not allow are brought within them. */
export const briefOf = (
  content: BriefTemplateContent,
  { protectionDaysLeast, protectionDaysMost }: OrderBasis['rules'],
) => ({
  brief: briefText(content),
  category: content.category,
  language: content.language,
  noteType: content.noteType,
  withSample: content.withSample,
  withOutline: content.withOutline,
  withAdAudit: content.withAdAudit,
  effectMode: content.effectMode,
  protectionDays: String(Math.min(Math.max(content.protectionDays, protectionDaysLeast), protectionDaysMost)),
  rights: rightsDraftOf(content.rights),
});
