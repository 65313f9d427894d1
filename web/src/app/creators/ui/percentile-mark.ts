import { Component, computed, inject, input } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { type CreatorMetric, creatorMetrics } from '@poolrise/domain';
import { Texts } from '../../../i18n/texts';

/**
 * Where a figure stands among peers: a quiet bar and its percentile. The best quarter is drawn in the colour of what
 * passed, where the metric has a better side at all. Shows nothing where there are too few peers to say.
 */
@Component({
  selector: 'app-percentile-mark',
  imports: [MatTooltip],
  template: `
    @if (percentile() !== null) {
      <span class="mark" [class.good]="good()" [matTooltip]="sentence()">
        <span class="bar" aria-hidden="true"><i [style.width.%]="percentile()"></i></span>
        <span aria-hidden="true">{{ short() }}</span>
      </span>
      <span class="pr-only-screen-reader">{{ sentence() }}</span>
    }
  `,
  styles: `
    :host {
      display: block;
      /* The room stays where nothing can be said, so that figures of a row stand on one line. */
      min-height: 16px;
      font-size: 11px;
      line-height: 16px;
    }
    .mark {
      position: relative;
      z-index: 1;
      display: inline-flex;
      align-items: center;
      gap: 5px;
      color: var(--pr-muted);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .bar {
      width: 28px;
      height: 3px;
      border-radius: 2px;
      background: var(--pr-line);
      overflow: hidden;
    }
    i {
      display: block;
      height: 100%;
      border-radius: 2px;
      background: var(--pr-line-strong);
    }
    .good {
      color: var(--pr-passed);
    }
    .good i {
      background: var(--pr-passed);
    }
  `,
})
export class PercentileMark {
  private readonly texts = inject(Texts);
  readonly metric = input.required<CreatorMetric>();
  readonly percentile = input.required<number | null>();
  readonly peers = input.required<number>();
  /** with the number of peers written out */
  readonly full = input(false);

  protected readonly short = computed(() =>
    this.texts.say(this.full() ? 'creators.percentile.ofPeers' : 'creators.percentile.short', {
      p: this.percentile() ?? '',
      peers: this.peers(),
    }),
  );
  protected readonly good = computed(() => {
    const [percentile, better] = [this.percentile() ?? 50, creatorMetrics[this.metric()]];
    return (better === 'more' && percentile >= 75) || (better === 'less' && percentile <= 25);
  });
  protected readonly sentence = computed(() => {
    const better = creatorMetrics[this.metric()];
    const among = this.texts.say('creators.percentile.among', {
      p: this.percentile() ?? '',
      peers: this.peers(),
    });
    const stop = this.texts.chinese() ? '。' : '. ';
    return better === 'neither' ? among : among + stop + this.texts.say(`creators.percentile.${better}`);
  });
}
