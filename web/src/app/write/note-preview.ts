import { Component, computed, inject, input } from '@angular/core';
import type { MediaView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { topicsIn } from '../note-fields/note-words';
import { NoteLabels } from '../notes/note-labels';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { savedOf, type TypedNote } from './typed-note';

/** A note as readers would see it on a phone. */
@Component({
  selector: 'app-note-preview',
  imports: [Icon, NoteLabels, T],
  template: `
    <h2>{{ 'write.preview.title' | t }}</h2>
    <div class="phone">
      <div class="picture" [style.background]="front()?.color ?? null" [class.words]="!front()">
        @if (front(); as picture) {
          <img [src]="picture.url" [alt]="'write.preview.cover' | t" />
        } @else {
          <span aria-hidden="true">{{ note().title.trim() || ('write.untitled' | t) }}</span>
        }
        @if (media().length > 1) {
          <small class="count">{{ 'write.preview.of' | t: { n: 1, of: media().length } }}</small>
        }
        @if (note().type === 'video' && front()) {
          <app-icon class="play" name="chevron-right" />
        }
      </div>
      <div class="text">
        <h3>{{ note().title.trim() || ('write.untitled' | t) }}</h3>
        <p class="who"><app-icon name="creator" />{{ creator()?.name ?? ('write.preview.nobody' | t) }}</p>
        <app-note-labels
          [disclosure]="note().disclosure"
          [aiLabel]="note().aiLabel"
          [sells]="products().length > 0"
        />
        @if (note().body.trim()) {
          <p class="body">{{ note().body }}</p>
        }
        @if (topics().length) {
          <p class="topics">
            @for (topic of topics(); track topic) {
              <span>#{{ topic }} </span>
            }
          </p>
        }
        @for (product of products(); track $index) {
          <p class="product">
            <span>{{ product.title }}</span>
            @if (product.priceCents !== null) {
              <b>{{ format.money(product.priceCents) }}</b>
            }
          </p>
        }
      </div>
    </div>
  `,
  styleUrl: './note-preview.scss',
})
export class NotePreview {
  protected readonly format = inject(Format);
  readonly note = input.required<TypedNote>();
  readonly media = input.required<readonly MediaView[]>();
  readonly cover = input.required<MediaView | null>();
  readonly creator = input.required<{ name: string; followers: number } | null>();

  protected readonly front = computed((): MediaView | null => {
    const chosen = this.cover() ?? this.media()[0] ?? null;
    return this.note().type === 'text' || chosen?.kind !== 'image' ? null : chosen;
  });
  protected readonly topics = computed(() => topicsIn(this.note().topics));
  protected readonly products = computed(() => savedOf(this.note(), 1).products);
}
