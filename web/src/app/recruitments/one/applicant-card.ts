import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ApplicantRow } from '@poolrise/contracts';
import { type ApplicationAnswer, credibilityTestNames, type CreatorMetric } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { CreatorFigure } from '../../creators/ui/creator-figure';
import { CreatorName } from '../../creators/ui/creator-name';
import { PercentileMark } from '../../creators/ui/percentile-mark';
import { Session } from '../../session/session';
import { Chip } from '../../ui/chip';
import { FigureGrid } from '../../ui/figure-grid';
import { AppSource } from '../../ui/figure-source';
import { Format } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';
import { MetricName } from '../../ui/metric-name';
import { applicationTone } from '../recruitment-words';

const figuresOf: Readonly<Record<'image' | 'video', readonly CreatorMetric[]>> = {
  image: ['followers', 'readsMedian', 'interactionRate', 'imageCents', 'imageReadCents', 'onTimeShare'],
  video: ['followers', 'readsMedian', 'interactionRate', 'videoCents', 'videoReadCents', 'onTimeShare'],
};

/** Who applied at which quote, with the figures that one compares, and what may be answered. */
@Component({
  selector: 'app-applicant-card',
  imports: [
    AppLineage,
    AppSource,
    Chip,
    CreatorName,
    FigureGrid,
    MatButton,
    MetricName,
    PercentileMark,
    RouterLink,
    T,
  ],
  host: { class: 'pr-card' },
  templateUrl: './applicant-card.html',
  styleUrl: './applicant-card.scss',
})
export class ApplicantCard {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly figure = inject(CreatorFigure);
  protected readonly session = inject(Session);
  protected readonly tone = applicationTone;

  readonly row = input.required<ApplicantRow>();
  readonly noteType = input.required<'image' | 'video'>();
  /** whether an answer may be given now */
  readonly open = input.required<boolean>();
  readonly answer = output<ApplicationAnswer>();

  protected readonly figures = computed(() => figuresOf[this.noteType()]);
  protected readonly waits = computed(
    () => this.open() && ['applied', 'shortlisted'].includes(this.row().state),
  );
  protected readonly unusual = computed(() =>
    this.row()
      .unusual.map((test) => this.texts.of(credibilityTestNames[test]))
      .join(this.texts.chinese() ? '、' : ', '),
  );
}
