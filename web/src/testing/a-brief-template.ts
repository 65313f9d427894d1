import type { BriefTemplateView } from '@poolrise/contracts';
import { usualRights } from '@poolrise/domain';
import { hence } from './an-order';

/** A template of the workspace, in its second version. */
export const aBriefTemplate = (changes: Partial<BriefTemplateView> = {}): BriefTemplateView => ({
  id: '99999999-0000-4000-8000-0000000000b1',
  name: '春茶图文',
  version: 2,
  content: {
    goal: '写一个早晨。',
    sellingPoints: ['冷泡不涩'],
    must: ['写明水温'],
    mustNot: ['功效'],
    components: ['comment-search'],
    disclosure: '标注合作',
    category: 'food',
    language: 'zh',
    noteType: 'image',
    withSample: false,
    withOutline: true,
    withAdAudit: false,
    effectMode: false,
    protectionDays: 60,
    revisionsMost: 1,
    rights: { ...usualRights, days: 90 },
  },
  changedBy: '林晓',
  createdAt: hence(-90),
  changedAt: hence(-3),
  ...changes,
});
