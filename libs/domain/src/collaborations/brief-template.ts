import type { Category } from '../notes/categories';
import type { Language } from '../notes/note';
import type { UsageRights } from './usage-rights';

/** What a cooperation note carries besides its text; bound until the note is handed in. Source: glossary 8.2. */
export const briefComponents = ['comment-search', 'comment-shop', 'comment-link', 'vote', 'versus'] as const;
export type BriefComponent = (typeof briefComponents)[number];

export const briefBounds = { linesMost: 12, lineMost: 120 } as const;

/** Everything that a brief says again and again: what to write, and on which terms. */
export interface BriefTemplate {
  /** what the note is for; may say it all by itself */
  goal: string;
  sellingPoints: string[];
  must: string[];
  mustNot: string[];
  components: BriefComponent[];
  /** how the cooperation is made known, in a sentence; empty where nothing more is asked than the platform's label */
  disclosure: string;
  category: Category;
  language: Language;
  noteType: 'image' | 'video';
  withSample: boolean;
  withOutline: boolean;
  withAdAudit: boolean;
  effectMode: boolean;
  protectionDays: number;
  /** null: as often as the rules allow */
  revisionsMost: number | null;
  /** null: none */
  rights: UsageRights | null;
}

interface Words {
  sellingPoints: string;
  must: string;
  mustNot: string;
  components: string;
  disclosure: string;
  component: Record<BriefComponent, string>;
}
const words: Record<Language, Words> = {
  zh: {
    sellingPoints: '卖点',
    must: '必须写到',
    mustNot: '不要写',
    components: '合作组件',
    disclosure: '标注',
    component: {
      'comment-search': '评论区搜索组件',
      'comment-shop': '评论区店铺组件',
      'comment-link': '评论区商品链接',
      vote: '投票',
      versus: 'PK',
    },
  },
  en: {
    sellingPoints: 'Selling points',
    must: 'Must be in it',
    mustNot: 'Must not be in it',
    components: 'Components',
    disclosure: 'Disclosure',
    component: {
      'comment-search': 'search link in the comments',
      'comment-shop': 'shop link in the comments',
      'comment-link': 'product link in the comments',
      vote: 'vote',
      versus: 'versus poll',
    },
  },
};

/**
 * The brief as the creator reads it, in the language of the note. A template that says all in its goal reads as that goal, so
 * that a brief that was saved as a template comes back as it was.
 */
export function briefText(template: Omit<BriefTemplate, 'rights'>): string {
  const say = words[template.language];
  const list = (heading: string, lines: readonly string[]): string[] =>
    lines.length
      ? [
          [`${heading}${template.language === 'zh' ? '：' : ':'}`, ...lines.map((line) => `· ${line}`)].join(
            '\n',
          ),
        ]
      : [];
  const line = (heading: string, text: string): string[] =>
    text ? [template.language === 'zh' ? `${heading}：${text}` : `${heading}: ${text}`] : [];
  return [
    ...(template.goal ? [template.goal] : []),
    ...list(say.sellingPoints, template.sellingPoints),
    ...list(say.must, template.must),
    ...list(say.mustNot, template.mustNot),
    ...line(
      say.components,
      template.components.map((one) => say.component[one]).join(template.language === 'zh' ? '、' : ', '),
    ),
    ...line(say.disclosure, template.disclosure),
  ].join('\n\n');
}
