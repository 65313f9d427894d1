import type { FigureView, PolicyReplayResult } from '@poolrise/contracts';
import { type RuleSetArm, type RuleSetFigure, ruleSetFigures } from '@poolrise/domain';
import type { Texts } from '../../i18n/texts';
import { signed } from '../notes/replay/replay-words';
import { type Format, unknown } from '../ui/format';

/** How a figure is written: a ratio in percent, with so many digits. */
const writing: Record<RuleSetFigure, { percent: boolean; digits: number }> = {
  value: { percent: false, digits: 3 },
  gapClosed: { percent: true, digits: 1 },
  recallTopDecile: { percent: true, digits: 1 },
  precision: { percent: true, digits: 1 },
  falseStops: { percent: true, digits: 1 },
  hoursToWide: { percent: false, digits: 1 },
  gini: { percent: false, digits: 3 },
  parity: { percent: false, digits: 3 },
  promiseKept: { percent: true, digits: 1 },
  unfilled: { percent: true, digits: 1 },
};

export interface FigureCell {
  value: string;
  /** Half the interval with its sign; empty where there is none. */
  half: string;
}

export interface FigureRow {
  figure: RuleSetFigure;
  arms: Record<RuleSetArm, FigureCell>;
  difference: FigureCell & { visible: boolean; known: boolean };
}

/** The benchmark's table, a figure to a row. */
export function figureRows({ arms, difference }: PolicyReplayResult, format: Format): FigureRow[] {
  return ruleSetFigures.map((figure) => {
    const { percent, digits } = writing[figure];
    const scale = percent ? 100 : 1;
    const half = (one: FigureView) =>
      one.value === null || one.half === null ? '' : `±${format.decimal(one.half * scale, digits)}`;
    const cell = (one: FigureView): FigureCell => ({
      value: format.decimal(one.value === null ? null : one.value * scale, digits),
      half: half(one),
    });
    const change = difference[figure];
    return {
      figure,
      arms: {
        inForce: cell(arms.inForce[figure]),
        candidate: cell(arms.candidate[figure]),
        uniform: cell(arms.uniform[figure]),
        oracle: cell(arms.oracle[figure]),
      },
      difference: {
        value: change.value === null ? unknown : signed(change.value * scale, format, digits),
        half: half(change),
        visible: change.visible,
        known: change.value !== null,
      },
    };
  });
}

/** What came out, in a sentence or two: good notes stopped too early first, then what an impression is worth. */
export function replaySentence(
  result: PolicyReplayResult,
  label: string,
  texts: Texts,
  format: Format,
): string {
  const { worlds, equal, measured } = result;
  if (equal === worlds) return texts.say('policyReplay.sentence.equal', { worlds });
  if (measured === 0) return texts.say('policyReplay.sentence.unmeasured');
  return [stopsSentence(result, label, texts, format), valueSentence(result, texts, format)]
    .filter((part) => part)
    .join(texts.chinese() ? '' : ' ');
}

function stopsSentence(
  { arms, difference }: PolicyReplayResult,
  label: string,
  texts: Texts,
  format: Format,
): string {
  const before = arms.inForce.falseStops.value;
  const after = arms.candidate.falseStops.value;
  if (before === null || after === null) return texts.say('policyReplay.sentence.stopsUnknown', { label });
  // Two cases of 100 that look the same in whole numbers and differ get a decimal.
  const digits = Math.round(100 * before) === Math.round(100 * after) && before !== after ? 1 : 0;
  const of100 = (share: number) => format.decimal(100 * share, digits);
  return texts.say(`policyReplay.sentence.${difference.falseStops.visible ? 'stops' : 'stopsAlike'}`, {
    label,
    before: of100(before),
    after: of100(after),
  });
}

function valueSentence({ arms, difference }: PolicyReplayResult, texts: Texts, format: Format): string {
  const before = arms.inForce.value.value;
  const change = difference.value;
  if (!before || change.value === null) return '';
  if (!change.visible) return texts.say('policyReplay.sentence.alike');
  const way = change.value > 0 ? 'more' : 'less';
  return texts.say(`policyReplay.sentence.${way}`, {
    change: format.percent(Math.abs(change.value) / before, 1),
  });
}
