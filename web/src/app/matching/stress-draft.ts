import type { AskStressTest } from '@poolrise/contracts';
import type { StressShock } from '@poolrise/domain';

export type StressUnit = 'percent' | 'days';

/** A figure of a shock that can be changed: its place in the settings, what it counts, and its bounds in that unit. */
export interface StressField {
  name: string;
  unit: StressUnit;
  least: number;
  most: number;
}

const percent = (name: string, most = 100): StressField => ({ name, unit: 'percent', least: 0, most });

/** The bounds are those of the contract. */
export const stressFields: Readonly<Record<StressShock, readonly StressField[]>> = {
  cancel: [percent('probability')],
  limited: [percent('probability'), percent('keeps')],
  dearer: [percent('probability'), percent('by', 500)],
  late: [
    percent('probability'),
    { name: 'meanDays', unit: 'days', least: 0.5, most: 180 },
    { name: 'slackDays', unit: 'days', least: 0, most: 180 },
  ],
  reads: [percent('creditedAbove')],
  together: [percent('correlation')],
};

type Settings = AskStressTest['settings'];

/** A figure as it is shown in its unit. */
export function shownFigure(settings: Settings, shock: StressShock, { name, unit }: StressField): number {
  const value = (settings[shock] as unknown as Record<string, number>)[name] ?? 0;
  return unit === 'percent' ? Math.round(value * 1_000) / 10 : value;
}

/** The ask with a figure as somebody typed it, within its bounds; what is no number leaves it as it was. */
export function withFigure(
  ask: AskStressTest,
  shock: StressShock,
  { name, unit, least, most }: StressField,
  typed: string,
): AskStressTest {
  const value = Number(typed);
  if (typed.trim() === '' || !Number.isFinite(value)) return ask;
  const within = Math.min(most, Math.max(least, value));
  return withPart(ask, shock, { [name]: unit === 'percent' ? within / 100 : within });
}

export const withPart = (ask: AskStressTest, shock: StressShock, part: object): AskStressTest => ({
  ...ask,
  settings: { ...ask.settings, [shock]: { ...ask.settings[shock], ...part } },
});
