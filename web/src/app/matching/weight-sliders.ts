import { Component, computed, inject, input, output } from '@angular/core';
import { MatSlider, MatSliderThumb } from '@angular/material/slider';
import {
  type MatchPartKey,
  matchPartKeys,
  type MatchWeightPreset,
  matchWeightPresets,
  type MatchWeights,
} from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { BriefWords } from './brief-words';
import { partColours } from './part-colours';

/** Sliders go from 0 to this; what counts is how they stand to each other. */
const most = 40;

/** What a score is made of, and how much of each: sets of weights with their sources, and a slider for every part. */
@Component({
  selector: 'app-weight-sliders',
  imports: [MatSlider, MatSliderThumb, T],
  template: `
    <div class="presets" role="group" [attr.aria-label]="'matching.match.presets' | t">
      @for (preset of presets; track preset.id) {
        <button
          type="button"
          class="pr-filter"
          [attr.aria-pressed]="chosen()?.id === preset.id"
          (click)="alter.emit(scaled(preset.weights))"
        >
          {{ texts.of(preset.name) }}
        </button>
      }
    </div>
    @if (chosen(); as preset) {
      <p class="source">{{ 'matching.match.source' | t: { source: preset.source } }} [{{ preset.mark }}]</p>
    }
    <ul [attr.aria-label]="'matching.match.legend' | t">
      @for (row of rows(); track row.part) {
        <li>
          <span class="name"><i [style.background]="row.colour"></i>{{ row.name }}</span>
          <mat-slider min="0" [max]="most" step="1">
            <input
              matSliderThumb
              [attr.aria-label]="row.name"
              [attr.aria-valuetext]="row.share"
              [value]="row.value"
              (valueChange)="slide(row.part, $event)"
            />
          </mat-slider>
          <span class="share">{{ row.share }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    .presets {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .source {
      margin-top: 6px;
      color: var(--pr-muted);
      font-size: 12px;
      overflow-wrap: anywhere;
    }
    ul {
      display: grid;
      gap: 2px;
      margin: 10px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(92px, 1fr) minmax(90px, 1.3fr) 44px;
      gap: 10px;
      align-items: center;
      height: 36px;
      font-size: 13px;
    }
    .name {
      display: flex;
      gap: 8px;
      align-items: center;
      line-height: 1.2;
    }
    i {
      flex: none;
      width: 10px;
      height: 10px;
      border-radius: 3px;
    }
    mat-slider {
      width: calc(100% - 12px);
      min-width: 0;
      margin: 0 6px;
      --mat-slider-inactive-track-color: var(--pr-line-strong);
    }
    .share {
      color: var(--pr-muted);
      font-variant-numeric: tabular-nums;
      text-align: end;
    }
  `,
})
export class WeightSliders {
  protected readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly words = inject(BriefWords);
  readonly weights = input.required<MatchWeights>();
  readonly alter = output<MatchWeights>();

  protected readonly presets = matchWeightPresets;
  protected readonly most = most;

  protected readonly rows = computed(() => {
    const weights = scale(this.weights());
    const all = matchPartKeys.reduce((sum, part) => sum + (weights[part] ?? 0), 0);
    return matchPartKeys.map((part) => ({
      part,
      name: this.words.part(part),
      colour: partColours[part],
      value: Math.round(weights[part] ?? 0),
      share: this.format.percent(all > 0 ? (weights[part] ?? 0) / all : 0, 0),
    }));
  });
  protected readonly chosen = computed(() =>
    matchWeightPresets.find((preset) => alike(preset, this.weights())),
  );

  protected readonly scaled = scale;

  protected slide(part: MatchPartKey, value: number): void {
    // The slider also reports the step that a weight was rounded to; that must not overwrite the weight.
    if (value === this.rows().find((row) => row.part === part)?.value) return;
    this.alter.emit({ ...scale(this.weights()), [part]: value });
  }
}

/** The same weights as parts of a hundred, so that they fit the sliders; none of them changes its share. */
function scale(weights: MatchWeights): MatchWeights {
  const all = matchPartKeys.reduce((sum, part) => sum + (weights[part] ?? 0), 0);
  const largest = Math.max(...matchPartKeys.map((part) => weights[part] ?? 0));
  if (!(all > 0)) return weights;
  const factor = Math.min(100 / all, most / largest);
  const given = matchPartKeys.filter((part) => (weights[part] ?? 0) > 0);
  return Object.fromEntries(given.map((part) => [part, (weights[part] ?? 0) * factor]));
}

function alike({ weights: one }: MatchWeightPreset, other: MatchWeights): boolean {
  const sum = (weights: MatchWeights): number =>
    matchPartKeys.reduce((all, part) => all + (weights[part] ?? 0), 0);
  const [own, theirs] = [sum(one), sum(other)];
  return matchPartKeys.every((part) => Math.abs((one[part] ?? 0) / own - (other[part] ?? 0) / theirs) < 1e-6);
}
