import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import type { CredibilityMeasured, CredibilityRates } from '@poolrise/contracts';
import {
  credibilityEdges,
  type CredibilityTest,
  credibilityTestNames,
  credibilityTests,
} from '@poolrise/domain';
import { T } from '../../i18n/t';
import { type TextParams, Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { TrustFrame } from '../trust/trust-frame';
import { TrustLead } from '../trust/trust-lead';
import { Chip } from '../ui/chip';
import { Format, unknown } from '../ui/format';
import { PageHeader } from '../ui/page-header';
import { Scrolls } from '../ui/scrolls';
import { hundredInterval, inHundred, sourceOf } from './evidence-words';
import { AppLineage } from '../ui/lineage';
import { AppSource } from '../ui/figure-source';
import { FigureGrid } from '../ui/figure-grid';
import { MetricName } from '../ui/metric-name';

type Counted = CredibilityRates['recall'];

/** How often each check of a creator is right and wrong, what it looks at and from where on it calls something unusual. */
@Component({
  selector: 'app-credibility-page',
  imports: [
    AppLineage,
    AppSource,
    Chip,
    FigureGrid,
    MetricName,
    PageHeader,
    Scrolls,
    T,
    TrustFrame,
    TrustLead,
  ],
  host: { class: 'pr-page' },
  templateUrl: './credibility-page.html',
  styleUrls: ['../trust/trust.scss', './credibility-page.scss'],
})
export default class CredibilityPage {
  /** what the four rates of a row are, in their order */
  protected readonly rateMetrics = [
    'falseAlarmRate',
    'recallRate',
    'recallOfStrong',
    'precisionRate',
  ] as const;
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);

  protected readonly asked = httpResource<CredibilityMeasured>(() => '/api/v1/credibility/measured');
  protected readonly measured = kept(() => '', this.asked);
  protected readonly tests = credibilityTests;
  protected readonly target = computed(() => this.format.percent(credibilityEdges.falseAlarmTarget, 0));

  protected readonly lead = computed(() => {
    const rates = this.measured()?.rates ?? [];
    const wrong = rates.flatMap(({ falseAlarms }) => falseAlarms.share ?? []);
    const found = rates.flatMap(({ recall }) => recall.share ?? []);
    if (wrong.length === 0 || found.length === 0) return this.texts.say('credibility.noRates');
    return this.texts.say('credibility.page.lead', {
      wrong: inHundred(Math.max(...wrong), this.format),
      low: inHundred(Math.min(...found), this.format),
      high: inHundred(Math.max(...found), this.format),
    });
  });
  protected readonly meaning = computed(() => {
    const weak = (this.measured()?.rates ?? []).filter((one) => one.weak);
    const names = weak.map(({ test }) => this.name(test)).join(this.texts.chinese() ? '、' : ', ');
    const stop = this.texts.chinese() ? '' : ' ';
    const said =
      weak.length > 0 ? this.texts.count('credibility.page.weak', weak.length, { names }) + stop : '';
    return said + this.texts.say('credibility.page.meaning');
  });
  protected readonly source = computed(() => {
    const measured = this.measured();
    return measured ? sourceOf(measured, this.texts, this.format) : '';
  });

  protected name(test: CredibilityTest): string {
    return this.texts.of(credibilityTestNames[test]);
  }

  protected hundred({ share }: Counted): string {
    return inHundred(share, this.format);
  }

  protected interval(counted: Counted): string {
    return counted.share === null ? unknown : hundredInterval(counted, this.format);
  }

  protected looks(test: CredibilityTest): string {
    return this.texts.say(`credibility.page.looks.${test}`, this.edgesOf(test));
  }

  private edgesOf(test: CredibilityTest): TextParams {
    const { followerSteps, commentPods, impossibleReads, ...others } = credibilityEdges;
    switch (test) {
      case 'follower-steps':
        return { ...followerSteps, share: this.format.percent(followerSteps.share) };
      case 'comment-pods':
        return { ...commentPods, density: this.format.percent(commentPods.density, 0) };
      case 'impossible-reads':
        return impossibleReads;
      case 'engaged-followers':
        return others.engagedFollowers;
      case 'like-collect-ratio':
        return others.likeCollectRatio;
      case 'comment-share':
        return others.commentShare;
      case 'night-burst':
        return others.nightBurst;
    }
  }
}
