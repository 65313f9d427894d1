import { Component, computed, inject, input } from '@angular/core';
import type { CreatorView } from '@poolrise/contracts';
import { type AudienceDimension, portraitMargin } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Chip } from '../../ui/chip';
import { Emphasis } from '../../ui/emphasis';
import { Format } from '../../ui/format';
import { MetricName } from '../../ui/metric-name';
import { CreatorWords } from '../ui/creator-words';
import { isRough, portraitParts, portraitSentence, regionsShown } from './audience-portrait';
import { ShareRows } from '../../ui/share-rows';
import { AppLineage } from '../../ui/lineage';

/** Who follows a creator, in the platform's own bands, with how far each share may be off. */
@Component({
  selector: 'app-audience-card',
  imports: [AppLineage, Chip, Emphasis, MetricName, ShareRows, T],
  host: { class: 'pr-card' },
  templateUrl: './audience-card.html',
  styleUrl: './audience-card.scss',
})
export class AudienceCard {
  private readonly texts = inject(Texts);
  protected readonly words = inject(CreatorWords);
  protected readonly format = inject(Format);
  protected readonly regions = regionsShown;
  readonly audience = input.required<CreatorView['audience']>();
  /** of these only; left out, all */
  readonly dimensions = input<readonly AudienceDimension[]>();

  protected readonly rough = computed(() => {
    const audience = this.audience();
    return audience !== null && isRough(audience);
  });
  protected readonly certainty = computed(() => {
    const sample = this.audience()?.sample ?? 0;
    const said = {
      n: this.format.number(sample),
      margin: this.format.decimal(100 * portraitMargin(sample), 1),
    };
    return this.texts.say(
      this.rough() ? 'creatorProfile.audience.rough' : 'creatorProfile.audience.sample',
      said,
    );
  });
  protected readonly parts = computed(() => {
    const audience = this.audience();
    const only = this.dimensions();
    const parts = audience ? portraitParts(audience, this.words, this.texts, this.format) : [];
    return only ? parts.filter(({ dimension }) => only.includes(dimension)) : parts;
  });
  protected readonly sentence = computed(() => {
    const audience = this.audience();
    return audience ? portraitSentence(audience, this.words, this.texts, this.format) : '';
  });
}
