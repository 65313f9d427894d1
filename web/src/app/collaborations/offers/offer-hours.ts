import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { OffersView } from '@poolrise/contracts';
import { workHoursBounds } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { TextField } from '../../ui/text-field';

/** Hours as the address and the api have them. */
export interface HoursAsked {
  imageHours: string;
  videoHours: string;
  revisionHours: string;
}
const parts = ['image', 'video', 'revision'] as const;
type Part = (typeof parts)[number];

/** The creator's own hours. What is typed is asked for at once, as long as all of it are hours. */
@Component({
  selector: 'app-offer-hours',
  imports: [T, TextField],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'offers.hours.title' | t }}</h2>
    <p>{{ 'offers.hours.text' | t: { n: format.number(hours().outline) } }}</p>
    <div class="fields">
      @for (part of parts; track part) {
        <app-text-field
          kind="decimal"
          [name]="part"
          [label]="label(part)"
          [value]="typed()[part]"
          [fault]="fault(part)"
          (typed)="type(part, $event)"
        />
      }
    </div>
  `,
  styles: `
    p {
      max-width: 80ch;
      color: var(--pr-muted);
      font-size: 13px;
    }
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(160px, 220px));
      gap: 0 16px;
    }
  `,
})
export class OfferHours {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly parts = parts;

  readonly hours = input.required<OffersView['hours']>();
  readonly asked = output<HoursAsked>();

  /** What was typed stays as it was typed while it means the hours that came back. */
  protected readonly typed = linkedSignal<OffersView['hours'], Record<Part, string>>({
    source: this.hours,
    computation: (hours, before) => {
      const kept = (part: Part): string =>
        before && hoursOf(before.value[part]) === hours[part] ? before.value[part] : String(hours[part]);
      return { image: kept('image'), video: kept('video'), revision: kept('revision') };
    },
  });
  private readonly faulty = computed(() => parts.filter((part) => hoursOf(this.typed()[part]) === null));

  protected label(part: Part): string {
    return this.texts.say(`offers.hours.${part}`);
  }

  protected fault(part: Part): string | null {
    return this.faulty().includes(part)
      ? this.texts.say('offers.hours.fault', { max: workHoursBounds.most })
      : null;
  }

  protected type(part: Part, text: string): void {
    this.typed.update((typed) => ({ ...typed, [part]: text }));
    const [image, video, revision] = parts.map((one) => hoursOf(this.typed()[one]));
    if (image === null || video === null || revision === null) return;
    this.asked.emit({
      imageHours: String(image),
      videoHours: String(video),
      revisionHours: String(revision),
    });
  }
}

/** Hours in halves, or null where the text is none. */
function hoursOf(text: string): number | null {
  const trimmed = text.trim();
  if (!/^\d{1,3}(\.[05])?$/.test(trimmed)) return null;
  const hours = Number(trimmed);
  return hours >= workHoursBounds.least && hours <= workHoursBounds.most ? hours : null;
}
