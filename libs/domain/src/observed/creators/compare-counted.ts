import type { CreatorFigure } from './creator-figures';
import type { JoinedCreator, StandingFigure } from './join-creator';
import { readingsAgree } from './readings-agree';

/** A figure of the directory, with the day that it is of. */
export interface CountedFigure {
  readonly day: string;
  readonly value: number;
}

/** What files say beside what was counted here. */
export interface ComparedFigure {
  readonly figure: CreatorFigure;
  readonly said: Pick<StandingFigure, 'day' | 'source' | 'reading'>;
  readonly counted: CountedFigure;
  readonly agrees: boolean;
}

/** Holds the standing figures of files against those of the directory, by the same rule as files against each other. */
export function compareWithCounted(
  { figures }: Pick<JoinedCreator, 'figures'>,
  counted: Readonly<Partial<Record<CreatorFigure, CountedFigure>>>,
): ComparedFigure[] {
  return figures.flatMap(({ figure, day, source, reading }) => {
    const ours = counted[figure];
    if (!ours) return [];
    const agrees = readingsAgree(figure, { day, reading }, { day: ours.day, reading: { value: ours.value } });
    return [{ figure, said: { day, source, reading }, counted: ours, agrees }];
  });
}
