import { Component, computed, inject, input } from '@angular/core';
import { kitMetricIds, type MediaKitDocument } from '@poolrise/contracts';
import { type AudienceDimension, type CreatorMetric, type FigureSource, peersMin } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { RightsWords } from '../collaborations/rights/rights-words';
import { AudienceCard } from '../creators/profile/audience-card';
import { figureText, homeOf } from '../creators/profile/creator-words';
import { PeerPlace } from '../creators/profile/peer-place';
import { ScopeMatrix } from '../creators/profile/scope-matrix';
import { CreatorWords } from '../creators/ui/creator-words';
import { VerifiedMark } from '../professional/verified-mark';
import { Chip } from '../ui/chip';
import type { Fact } from '../ui/fact-list';
import { AppSource } from '../ui/figure-source';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { AppLineage } from '../ui/lineage';
import { MetricName } from '../ui/metric-name';
import { NoteCover } from '../ui/note-cover';
import { StatTile } from '../ui/stat-tile';

/** A media kit as brands read it: who the creator is, what they reach, and on which terms. Figures are explained as everywhere. */
@Component({
  selector: 'app-kit-document',
  imports: [
    AppLineage,
    AppSource,
    AudienceCard,
    Chip,
    Icon,
    MetricName,
    NoteCover,
    PeerPlace,
    ScopeMatrix,
    StatTile,
    T,
    VerifiedMark,
  ],
  templateUrl: './kit-document.html',
  styleUrl: './kit-document.scss',
})
export class KitDocument {
  private readonly words = inject(CreatorWords);
  private readonly rights = inject(RightsWords);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly kit = input.required<MediaKitDocument>();
  /** of its name: the page's own where nothing stands above it */
  readonly heading = input<1 | 2>(2);
  /** the moment of prices, terms and notes */
  readonly readAt = input.required<string>();

  protected readonly metrics = kitMetricIds;
  protected readonly serviceMetrics = ['onTimeShare', 'replyMinutesMedian'] as const;
  /** what a brief asks for first; the profile has the rest */
  protected readonly dimensions: readonly AudienceDimension[] = ['gender', 'age', 'cityTier', 'province'];

  protected readonly initial = computed(() => [...this.kit().name][0] ?? '');
  protected readonly tier = computed(() => this.texts.of(this.kit().tier.name));
  protected readonly followers = computed(() => {
    const { followers } = this.kit();
    return this.texts.count('common.followers', followers, {}, this.format.compact(followers));
  });
  protected readonly home = computed(() => homeOf(this.kit(), this.words, this.texts));
  protected readonly tags = computed(() => {
    const { categories, subCategories, personas, styles } = this.kit();
    const of = (trait: string, values: readonly string[]) =>
      values.map((value) => this.words.value(trait, value));
    return [
      ...new Set([
        ...of('category', categories),
        ...of('subCategory', subCategories),
        ...of('persona', personas),
        ...of('style', styles),
      ]),
    ];
  });
  protected readonly intro = computed(() => this.spoken(this.kit().intro));
  protected readonly included = computed(() => {
    const rates = this.kit().rates;
    return rates && this.spoken(rates.included);
  });
  protected readonly measured = computed(() => {
    const { asOf, measuredNotes } = this.kit();
    const figures = asOf
      ? this.texts.count('mediaKit.doc.measured', measuredNotes, {
          day: this.format.day(`${asOf}T00:00:00+08:00`),
        })
      : this.texts.say('mediaKit.doc.unmeasured');
    const read = this.texts.say('mediaKit.doc.read', { at: this.format.dateTime(this.readAt()) });
    return `${figures}${this.texts.chinese() ? '；' : '; '}${read}`;
  });
  protected readonly peers = computed(() => {
    const peers = this.kit().figures?.peers ?? 0;
    return peers >= peersMin ? this.texts.say('mediaKit.doc.peers', { n: this.format.number(peers) }) : null;
  });
  protected readonly notesHow = computed(() => {
    const { notes, name } = this.kit();
    if (!notes || notes.items.length === 0) return '';
    return notes.chosen
      ? this.texts.say('mediaKit.doc.notesChosen', { name })
      : this.texts.say('mediaKit.doc.notesRule', {
          n: this.format.number(notes.from),
          median: this.format.number(notes.median),
        });
  });
  protected readonly prices = computed(() => {
    const rates = this.kit().rates;
    return [
      {
        metric: 'imageCents' as const,
        name: this.texts.say('mediaKit.doc.image'),
        cents: rates?.imageCents ?? null,
      },
      {
        metric: 'videoCents' as const,
        name: this.texts.say('mediaKit.doc.video'),
        cents: rates?.videoCents ?? null,
      },
    ];
  });
  protected readonly terms = computed((): Fact[] => {
    const terms = this.kit().rates?.terms;
    if (!terms) return [];
    const { revisionsMost, protectionDays, rights } = terms;
    return [
      {
        name: this.texts.say('mediaKit.doc.revisionsName'),
        value:
          revisionsMost === 0
            ? this.texts.say('mediaKit.doc.noRevisions')
            : this.texts.count('mediaKit.doc.revisions', revisionsMost),
      },
      {
        name: this.texts.say('mediaKit.doc.protectionName'),
        value: this.texts.count('mediaKit.doc.protection', protectionDays),
      },
      { name: this.texts.say('mediaKit.doc.rights'), value: this.rights.all(rights) },
    ];
  });

  private readonly source = (streams: FigureSource['streams'], over: FigureSource['over']) =>
    computed((): FigureSource => ({
      streams,
      over,
      dataAt: streams.includes('creator-records') ? this.kit().asOf : this.readAt(),
    }));
  protected readonly record30 = this.source(['creator-records'], 'last-30-days');
  protected readonly recordNow = this.source(['creator-records'], 'now');
  protected readonly noteLife = this.source(['pool-runs'], 'note-life');

  protected figure(metric: CreatorMetric, value: number | null): string {
    return figureText(metric, value, this.texts, this.format);
  }

  /** What was written, in the reader's language where it is there, else in the other. */
  private spoken({ zh, en }: { zh: string; en: string }): { text: string; lang: string } | null {
    const chinese = { text: zh, lang: 'zh-CN' };
    const english = { text: en, lang: 'en' };
    const order = this.texts.chinese() ? [chinese, english] : [english, chinese];
    return order.find(({ text }) => text.trim() !== '') ?? null;
  }
}
