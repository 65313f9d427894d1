import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, resource } from '@angular/core';
import type { LiftView, MatchRow } from '@poolrise/contracts';
import type { MatchWeights } from '@poolrise/domain';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { BriefWords } from './brief-words';
import { partColours } from './part-colours';
import { AppLineage } from '../ui/lineage';
import { FigureGrid } from '../ui/figure-grid';

/** The place a creator is lifted to: into the first ten, and from there past the one above. */
const goodPlace = 10;

/** Why a creator stands where she stands, what she asks beside her peers, and what would change it. */
@Component({
  selector: 'app-match-detail',
  imports: [AppLineage, FailedState, FigureGrid, T],
  templateUrl: './match-detail.html',
  styleUrl: './match-detail.scss',
})
export class MatchDetail {
  private readonly http = inject(HttpClient);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(BriefWords);
  readonly briefId = input.required<string>();
  readonly match = input.required<MatchRow>();
  readonly weights = input.required<MatchWeights>();

  protected readonly colours = partColours;
  protected readonly place = computed(() =>
    this.match().place > goodPlace ? goodPlace : Math.max(1, this.match().place - 1),
  );
  protected readonly lift = resource({
    params: () => ({
      url: `/api/v1/briefs/${this.briefId()}/matches/${this.match().creator.id}/lift`,
      body: { weights: this.weights(), place: this.place() },
    }),
    loader: ({ params: { url, body } }) => firstValueFrom(this.http.post<LiftView>(url, body)),
  });
  protected readonly found = computed(() => (this.lift.hasValue() ? this.lift.value() : null));

  protected value({ value, standardError }: MatchRow['parts'][number]): string {
    const shown = this.format.percent(value, 0);
    return standardError === null ? shown : `${shown} ±${this.format.percent(standardError * 1.96, 0)}`;
  }

  /** Why a part counts for nothing: nobody asked for it, or which figure there is not. */
  protected whyOf({ part, why }: MatchRow['leftOut'][number]): string {
    return this.texts.say(
      why === 'not-asked' ? 'matching.match.why.not-asked' : `matching.match.notKnown.${part}`,
    );
  }

  protected points(tenths: number): string {
    return this.format.decimal(tenths / 10);
  }

  protected band(): string {
    const { price } = this.match();
    if (!price.quantiles) return this.texts.say('matching.match.bandNone');
    const { p25, p50, p75 } = price.quantiles;
    return this.texts.say('matching.match.band', {
      n: this.format.number(price.peers),
      low: this.format.roundMoney(p25),
      high: this.format.roundMoney(p75),
      median: this.format.roundMoney(p50),
    });
  }

  protected published({ lowCents, highCents }: MatchRow['price']['published'][number]): string {
    const low = this.format.roundMoney(lowCents);
    return highCents === null
      ? this.texts.say('matching.match.publishedOpen', { low })
      : this.texts.say('matching.match.publishedRow', { low, high: this.format.roundMoney(highCents) });
  }

  protected liftPart({ part, from, to }: NonNullable<LiftView['lift']>['parts'][number]): string {
    return this.texts.say('matching.match.liftPart', {
      part: this.words.part(part),
      from: this.format.percent(from, 0),
      to: this.format.percent(to, 0),
    });
  }
}
