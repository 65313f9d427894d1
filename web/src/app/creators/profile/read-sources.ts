import { Component, computed, inject, input } from '@angular/core';
import type { CreatorView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Emphasis } from '../../ui/emphasis';
import { Format } from '../../ui/format';
import { MetricName } from '../../ui/metric-name';
import { ShareRows } from '../../ui/share-rows';

/** Where the reads of a creator come from. */
@Component({
  selector: 'app-read-sources',
  imports: [Emphasis, MetricName, ShareRows, T],
  host: { class: 'pr-card' },
  template: `
    <h2>
      <app-metric-name metric="readSourceShare" />
      <small>{{ 'creatorProfile.sources.hint' | t }}</small>
    </h2>
    @if (rows().length) {
      <p><app-emphasis [text]="reading()" /></p>
      <app-share-rows metric="readSourceShare" [rows]="rows()" />
    } @else {
      <p class="pr-muted">{{ 'creatorProfile.sources.empty' | t }}</p>
    }
  `,
  styles: `
    :host {
      min-width: 0;
    }
    p {
      margin: 8px 0 14px;
      font-size: 13px;
      line-height: 1.5;
    }
  `,
})
export class ReadSources {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly sources = input.required<CreatorView['sources']>();

  protected readonly rows = computed(() => {
    const known = this.sources().filter(({ share }) => share > 0);
    // In the order of the platform; without any read there is nothing to share out.
    return known.length === 0
      ? []
      : this.sources().map(({ source, share }) => ({
          key: source,
          name: this.texts.say(`creatorProfile.sources.${source}`),
          share,
          shown: this.format.percent(share),
        }));
  });
  protected readonly reading = computed(() => {
    const [most] = this.sources().toSorted((a, b) => b.share - a.share);
    return most
      ? this.texts.say('creatorProfile.sources.reading', {
          share: this.format.percent(most.share, 0),
          source: this.texts.say(`creatorProfile.sources.${most.source}`),
        })
      : '';
  });
}
