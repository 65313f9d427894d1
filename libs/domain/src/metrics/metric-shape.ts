import type { Bilingual } from '../notes/note';
import type { InteractionKind } from './compute';
import { type FactId, reportFacts } from './facts';

/** What "cost" is to mean: the quote alone, with the platform's fee, or all that was paid for the note. */
export const costKinds = ['quote', 'order', 'true'] as const;
export type CostKind = (typeof costKinds)[number];

/** Whether refunds are still in what was paid. */
export const refundKinds = ['with-refunds', 'net'] as const;
export type RefundKind = (typeof refundKinds)[number];

/** Which definitions a report chose where the field knows several. */
export interface DefinitionChoice {
  interactions: InteractionKind;
  cost: CostKind;
  refunds: RefundKind;
}
export const defaultChoice: DefinitionChoice = {
  // Order reports count shares among interactions, and their prices have the fee in them.
  interactions: 'LCCS',
  cost: 'order',
  refunds: 'with-refunds',
};

/** Words that stand for facts until the report has chosen a definition. */
export const openTerms = ['interactions', 'cost', 'gmv'] as const;
export type OpenTerm = (typeof openTerms)[number];

/** A fact and how often it counts; the weight is a whole number and may be negative. */
type Term<Id = FactId> = readonly [fact: Id, weight: number];
export type FactSum<Id = FactId> = readonly Term<Id>[];

/**
 * What a figure is made of: the sum of facts; `times` × one sum over another, summed first and divided last, so that it is
 * never a mean of ratios; or the median of a sum over notes.
 */
type Shape<Id> =
  | { kind: 'sum'; of: FactSum<Id> }
  | { kind: 'ratio'; times: number; above: FactSum<Id>; below: FactSum<Id> }
  | { kind: 'median'; of: FactSum<Id> };
/** A figure before a report has chosen its definitions. */
export type OpenShape = Shape<FactId | OpenTerm>;
/** A figure in facts alone: what a database can sum. */
export type MetricShape = Shape<FactId>;

type Word = FactId | OpenTerm;
const once = (words: readonly Word[]): FactSum<Word> => words.map((word) => [word, 1] as const);

export const sumShape = (...of: Word[]): OpenShape => ({ kind: 'sum', of: once(of) });
export const weighted = (of: FactSum<Word>): OpenShape => ({ kind: 'sum', of });
export const medianShape = (...of: Word[]): OpenShape => ({ kind: 'median', of: once(of) });
export const ratioShape = (
  above: Word | FactSum<Word>,
  below: Word | FactSum<Word>,
  times = 1,
): OpenShape => ({ kind: 'ratio', times, above: asSum(above), below: asSum(below) });
const asSum = (side: Word | FactSum<Word>): FactSum<Word> => (typeof side === 'string' ? once([side]) : side);

/** What an open term stands for under a choice. */
export function termsOf(term: OpenTerm, choice: DefinitionChoice): FactSum {
  switch (term) {
    case 'interactions':
      return [[`interactions${choice.interactions}`, 1]];
    case 'gmv':
      return choice.refunds === 'net'
        ? [
            ['gmvCents', 1],
            ['refundCents', -1],
          ]
        : [['gmvCents', 1]];
    case 'cost':
      return costTerms[choice.cost];
  }
}

const quote: FactSum = [['quoteCents', 1]];
const order: FactSum = [['orderCents', 1]];
const costTerms: Readonly<Record<CostKind, FactSum>> = {
  quote,
  order,
  true: [...order, ['adCents', 1], ['boostCents', 1], ['voucherCents', -1]],
};

const isOpen = (word: Word): word is OpenTerm => (openTerms as readonly string[]).includes(word);

function resolveSum(sum: FactSum<Word>, choice: DefinitionChoice): FactSum {
  const weights = new Map<FactId, number>();
  for (const [word, weight] of sum)
    for (const [id, inner] of isOpen(word) ? termsOf(word, choice) : ([[word, 1]] as const))
      weights.set(id, (weights.get(id) ?? 0) + weight * inner);
  return [...weights];
}

/** The figure in facts alone, under the definitions chosen. */
export function resolveShape(shape: OpenShape, choice: DefinitionChoice): MetricShape {
  switch (shape.kind) {
    case 'ratio':
      return { ...shape, above: resolveSum(shape.above, choice), below: resolveSum(shape.below, choice) };
    case 'sum':
    case 'median':
      return { ...shape, of: resolveSum(shape.of, choice) };
  }
}

/** The open terms of a figure: the choices that change it. */
export function axesOf(shape: OpenShape): OpenTerm[] {
  const sums = shape.kind === 'ratio' ? [...shape.above, ...shape.below] : shape.of;
  return openTerms.filter((term) => sums.some(([word]) => word === term));
}

/** Every fact that a figure needs, each once. */
export function factsOf(shape: MetricShape): FactId[] {
  const sums = shape.kind === 'ratio' ? [...shape.above, ...shape.below] : shape.of;
  return [...new Set(sums.map(([id]) => id))];
}

const openNames: Readonly<Record<OpenTerm, Bilingual>> = {
  interactions: { zh: '互动量（按口径）', en: 'interactions (as defined)' },
  cost: { zh: '成本（按口径）', en: 'cost (as defined)' },
  gmv: { zh: '支付金额（按口径）', en: 'paid amount (as defined)' },
};
const nameOf = (word: Word): Bilingual => (isOpen(word) ? openNames[word] : reportFacts[word]);

function sumText(sum: FactSum<Word>, language: keyof Bilingual): string {
  const times = language === 'zh' ? '×' : 'x';
  return sum
    .map(([word, weight], at) => {
      const size = Math.abs(weight) === 1 ? '' : `${Math.abs(weight)} ${times} `;
      const sign = weight < 0 ? (language === 'zh' ? '− ' : '- ') : at ? '+ ' : '';
      return `${sign}${size}${nameOf(word)[language]}`;
    })
    .join(' ');
}

function shapeText(shape: OpenShape, language: keyof Bilingual): string {
  const zh = language === 'zh';
  if (shape.kind === 'sum') return sumText(shape.of, language);
  if (shape.kind === 'median')
    return zh
      ? `各篇笔记${sumText(shape.of, 'zh')}的中位数`
      : `median over notes of ${sumText(shape.of, 'en')}`;
  const group = (sum: FactSum<Word>) => {
    const text = sumText(sum, language);
    return sum.length === 1 ? text : zh ? `（${text}）` : `(${text})`;
  };
  const times = shape.times === 1 ? '' : `${shape.times} ${zh ? '×' : 'x'} `;
  const text = `${times}${group(shape.above)} ${zh ? '÷' : '/'} ${group(shape.below)}`;
  // Chinese brackets bring their own white space.
  return text.replace(/ （/g, '（').replace(/） /g, '）');
}

/** The formula in words, read off the figure itself, so that it cannot say something else than what is computed. */
export const formulaOf = (shape: OpenShape): Bilingual => ({
  zh: shapeText(shape, 'zh'),
  en: shapeText(shape, 'en'),
});
