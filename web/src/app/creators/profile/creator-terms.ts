import { Component, computed, inject, input } from '@angular/core';
import type { CreatorView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Emphasis } from '../../ui/emphasis';
import { Format } from '../../ui/format';
import { MetricName } from '../../ui/metric-name';
import { CreatorWords } from '../ui/creator-words';
import { leadSentence } from './lead-sentence';
import { AppLineage } from '../../ui/lineage';

/** What a marketer reads first: two sentences, the terms, and what the creator is known for. */
@Component({
  selector: 'app-creator-terms',
  imports: [AppLineage, Emphasis, MetricName, T],
  host: { class: 'pr-card' },
  template: `
    <p class="lead"><app-emphasis [text]="lead()" /></p>
    <dl class="terms">
      @for (quote of quotes(); track quote.metric) {
        <div>
          <dt><app-metric-name [metric]="quote.metric" [tabbable]="false" /></dt>
          <dd>
            <span [appLineage]="quote.metric">{{ quote.shown }}</span>&ngsp;
            <small>{{
              (quote.takes ? 'creatorProfile.terms.takes' : 'creatorProfile.terms.takesNot') | t
            }}</small>
          </dd>
        </div>
      }
      <div>
        <dt>{{ 'creatorProfile.terms.mcn' | t }}</dt>
        <dd>{{ view().mcn ?? ('creatorProfile.terms.independent' | t) }}</dd>
      </div>
      <div>
        <dt>{{ 'creatorProfile.terms.lastNote' | t }}</dt>
        @if (view().lastNoteAt; as at) {
          <dd>
            <time [attr.datetime]="at" [attr.title]="format.dateTime(at)">{{ format.ago(at) }}</time>
          </dd>
        } @else {
          <dd>{{ 'creatorProfile.terms.never' | t }}</dd>
        }
      </div>
      <div>
        <dt>{{ 'creatorProfile.terms.asOf' | t }}</dt>
        <dd>{{ asOf() }}</dd>
      </div>
    </dl>
    @if (tags().length) {
      <dl class="tags">
        @for (row of tags(); track row.name) {
          <div>
            <dt>{{ row.name }}</dt>
            <dd>
              @for (word of row.words; track word) {
                <span>{{ word }}</span>
              }
            </dd>
          </div>
        }
      </dl>
    }
  `,
  styleUrl: './creator-terms.scss',
})
export class CreatorTerms {
  private readonly texts = inject(Texts);
  private readonly words = inject(CreatorWords);
  protected readonly format = inject(Format);
  readonly view = input.required<CreatorView>();

  protected readonly lead = computed(() => leadSentence(this.view(), this.texts, this.format));
  protected readonly quotes = computed(() => {
    const { figures, acceptsImage, acceptsVideo } = this.view();
    return [
      { metric: 'imageCents' as const, cents: figures.imageCents, takes: acceptsImage },
      { metric: 'videoCents' as const, cents: figures.videoCents, takes: acceptsVideo },
    ].map(({ cents, ...quote }) => ({
      ...quote,
      shown: cents === null ? this.texts.say('creatorProfile.terms.noQuote') : this.format.roundMoney(cents),
    }));
  });
  /** The day itself is not measured any more: the 30 days end where it begins. */
  protected readonly asOf = computed(() => {
    const { asOf } = this.view();
    return asOf
      ? this.texts.say('creatorProfile.terms.before', { day: this.format.day(`${asOf}T00:00:00+08:00`) })
      : this.texts.say('creatorProfile.terms.notMeasured');
  });
  protected readonly tags = computed(() => {
    const { categories, subCategories, personas, styles, scenes } = this.view();
    const rows = [
      { of: 'category', name: 'categories', values: categories },
      { of: 'subCategory', name: 'subCategories', values: subCategories },
      { of: 'persona', name: 'personas', values: personas },
      { of: 'style', name: 'styles', values: styles },
      { of: 'scene', name: 'scenes', values: scenes },
    ] as const;
    return rows
      .filter(({ values }) => values.length > 0)
      .map(({ of, name, values }) => ({
        name: this.texts.say(`creatorProfile.tags.${name}`),
        words: values.map((value) => this.words.value(of, value)),
      }));
  });
}
