import { Component, computed, inject, input } from '@angular/core';
import type { CreatorView } from '@poolrise/contracts';
import { noteScopes, type TrafficScope, trafficScopes } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Emphasis } from '../../ui/emphasis';
import { Format } from '../../ui/format';
import { MetricName } from '../../ui/metric-name';
import { notesEnough } from './creator-words';
import { AppLineage } from '../../ui/lineage';
import { FigureGrid } from '../../ui/figure-grid';

const rows = [
  { metric: 'noteImpressionsMedian', of: 'impressions' },
  { metric: 'noteReadsMedian', of: 'reads' },
  { metric: 'noteInteractionsMedian', of: 'interactions' },
] as const;

/** The 2 × 2 of the platform: daily or cooperation notes, natural or all traffic. */
@Component({
  selector: 'app-scope-matrix',
  imports: [AppLineage, Emphasis, FigureGrid, MetricName, T],
  host: { class: 'pr-card' },
  templateUrl: './scope-matrix.html',
  styleUrl: './scope-matrix.scss',
})
export class ScopeMatrix {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly rows = rows;
  protected readonly scopes = noteScopes;
  protected readonly traffics = trafficScopes;
  readonly medians = input.required<CreatorView['medians']>();

  protected readonly empty = computed(() => noteScopes.every((scope) => this.cell(scope, 'all').notes === 0));
  protected readonly reading = computed(() => {
    if (this.empty()) return this.texts.say('creatorProfile.matrix.noNotes');
    const daily = this.cell('daily', 'natural');
    const cooperation = this.cell('cooperation', 'natural');
    const sentences = [
      daily.notes === 0 && this.texts.say('creatorProfile.matrix.noDaily'),
      cooperation.notes === 0 && this.texts.say('creatorProfile.matrix.noCooperation'),
      daily.reads &&
        cooperation.reads !== null &&
        this.texts.say('creatorProfile.matrix.gap', {
          share: this.format.percent(cooperation.reads / daily.reads, 0),
        }),
      this.paid(),
      this.few(),
    ];
    return sentences.filter(Boolean).join(this.texts.chinese() ? '' : ' ');
  });

  protected cell(scope: (typeof noteScopes)[number], traffic: TrafficScope) {
    return this.medians()[`${scope}.${traffic}`];
  }

  protected notesOf(scope: (typeof noteScopes)[number]): string {
    return this.texts.count('creatorProfile.matrix.notes', this.cell(scope, 'all').notes);
  }

  /** All traffic says nothing new where nothing was promoted. */
  protected quiet(scope: (typeof noteScopes)[number], traffic: TrafficScope): boolean {
    const [natural, all] = [this.cell(scope, 'natural'), this.cell(scope, 'all')];
    return traffic === 'all' && natural.impressions === all.impressions && natural.reads === all.reads;
  }

  private few(): string | false {
    const [first, second] = noteScopes.filter((scope) => {
      const { notes } = this.cell(scope, 'natural');
      return notes > 0 && notes < notesEnough;
    });
    if (!first) return false;
    const scope = this.texts.say(`creatorProfile.matrix.${second ? 'both' : first}`);
    return this.texts.say('creatorProfile.matrix.few', { scope, n: notesEnough });
  }

  private paid(): string | false {
    const [natural, all] = [this.cell('cooperation', 'natural').reads, this.cell('cooperation', 'all').reads];
    return (
      !!natural &&
      all !== null &&
      all / natural >= 1.05 &&
      this.texts.say('creatorProfile.matrix.paid', { lift: this.format.lift(all / natural) })
    );
  }
}
