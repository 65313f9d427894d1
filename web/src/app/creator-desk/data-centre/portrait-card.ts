import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DataCentreView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Format } from '../../ui/format';

/** Who the first readers of the most read notes were, as far as that is kept; and what is not. */
@Component({
  selector: 'app-portrait-card',
  imports: [RouterLink, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'creatorDesk.data.portrait.title' | t }}</h2>
    @if (portrait(); as portrait) {
      <p class="text">{{ 'creatorDesk.data.portrait.text' | t: { floor: portrait.floor } }}</p>
      <dl>
        @for (group of groups(); track group.name) {
          <dt>{{ group.name }}</dt>
          <dd class="number">
            {{ group.share }} <small>{{ group.readers }}</small>
          </dd>
        }
      </dl>
      <p class="text">
        {{ 'creatorDesk.data.portrait.notes' | t }}
        @for (note of portrait.notes; track note.id) {
          <a [routerLink]="session.to('notes', note.id, 'audience')">{{ note.title }}</a>
          @if (!$last) {
            <span> · </span>
          }
        }
      </p>
    } @else {
      <p class="text">{{ 'creatorDesk.data.portrait.none' | t }}</p>
    }
    <p class="text">{{ 'creatorDesk.data.portrait.unkept' | t }}</p>
    <h2 class="second">{{ 'creatorDesk.data.exits.title' | t }}</h2>
    <p class="text">{{ 'creatorDesk.data.exits.text' | t }}</p>
  `,
  styleUrls: ['../../ui/card-table.scss', './data-table.scss'],
  styles: `
    .second {
      margin-top: 16px;
    }
  `,
})
export class PortraitCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly portrait = input.required<DataCentreView['portrait']>();

  protected readonly groups = computed(() =>
    (this.portrait()?.groups ?? []).map(({ kind, category, readers, share }) => ({
      name: category
        ? this.texts.say(`common.category.${category}`)
        : this.texts.say(
            kind === 'unknown' ? 'creatorDesk.data.portrait.unknown' : 'creatorDesk.data.portrait.others',
          ),
      share: this.format.percent(share, 0),
      readers: this.texts.count('creatorDesk.data.portrait.of', readers, {}, this.format.number(readers)),
    })),
  );
}
