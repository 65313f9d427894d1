import { inject, Service } from '@angular/core';
import type { ObservedCreatorRow } from '@poolrise/contracts';
import {
  type CreatorFact,
  type CreatorFigure,
  fieldOf,
  meaningOf,
  type SnapshotReading,
} from '@poolrise/domain';
import { Texts } from '../../../i18n/texts';
import { ObservedWords, type ShownFigure } from '../observed-words';

type Called = Pick<ObservedCreatorRow, 'called'>;

/** What files say of a creator, in the words of the reader. */
@Service()
export class FileCreatorWords {
  private readonly texts = inject(Texts);
  private readonly words = inject(ObservedWords);

  /** Who she is: by her name in the directory, else as files call her. */
  name({ creator, called }: Called & Pick<ObservedCreatorRow, 'creator'>): string {
    return creator?.name ?? this.called({ called });
  }

  called({ called: { by, source, id } }: Called): string {
    return this.texts.say(`observedCreators.called.${by}`, {
      id,
      source: this.words.source(source ?? 'other'),
    });
  }

  /** The name of a figure or of a fact, as the mapping of a file has it. */
  field(field: CreatorFigure | CreatorFact): string {
    return this.texts.of(fieldOf(field));
  }

  fields(fields: readonly (CreatorFigure | CreatorFact)[]): string {
    return this.words.list(fields.map((one) => this.field(one)));
  }

  reading(figure: CreatorFigure, reading: SnapshotReading): ShownFigure {
    return this.words.figure(reportedOf(reading), meaningOf(figure).unit);
  }
}

/** A reading as answers give figures. */
export const reportedOf = ({ value, half, atLeast }: SnapshotReading) =>
  atLeast ? { value, atLeast: true as const } : half ? { value, halfWidth: half } : value;
