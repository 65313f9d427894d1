import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import type { LookAlikes } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { AddToListMenu } from '../../shortlists/add-to-list-menu';
import { FailedState } from '../../ui/failed-state';
import { Format } from '../../ui/format';
import { Skeleton } from '../../ui/skeleton';
import { CreatorName } from '../ui/creator-name';

/** As many as can be looked through at a glance. */
const shownMost = 6;

/** Who is like this creator, and in what: a way on when she takes no orders or costs too much. */
@Component({
  selector: 'app-look-alikes-card',
  imports: [AddToListMenu, CreatorName, FailedState, Skeleton, T],
  host: { class: 'pr-card' },
  template: `
    <header>
      <div>
        <h2>{{ 'creatorProfile.alike.title' | t }}</h2>
        @if (found(); as alike) {
          <p class="pr-muted">{{ 'creatorProfile.alike.hint' | t: { n: alike.compared } }}</p>
        }
      </div>
      @if (ids().length) {
        <app-add-to-list-menu [creatorIds]="ids()" />
      }
    </header>
    @if (found(); as alike) {
      <ol>
        @for (one of alike.items; track one.creator.id) {
          <li>
            <app-creator-name [creator]="one.creator" />
            <p>
              <b>{{ 'creatorProfile.alike.score' | t: { share: format.percent(one.score, 0) } }}</b>
              <span class="pr-muted">{{ inWhat(one) }}</span>
            </p>
          </li>
        } @empty {
          <li class="pr-muted">{{ 'creatorProfile.alike.none' | t }}</li>
        }
      </ol>
    } @else if (alike.error(); as error) {
      <app-failed-state [error]="error" (retry)="alike.reload()" />
    } @else {
      <p class="pr-only-screen-reader" role="status">{{ 'common.loading' | t }}</p>
      <app-skeleton height="220px" />
    }
  `,
  styles: `
    header {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: flex-start;
      justify-content: space-between;
    }
    ol {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
      gap: 10px;
      margin: 12px 0 0;
      padding: 0;
      list-style: none;
    }
    li:has(app-creator-name) {
      position: relative;
      min-width: 0;
      padding: 10px 12px;
      border: 1px solid var(--pr-line);
      border-radius: 12px;
      --whole-radius: 12px;
    }
    li p {
      display: flex;
      flex-wrap: wrap;
      gap: 0 8px;
      margin: 8px 0 0;
      font-size: 13px;
    }
  `,
})
export class LookAlikesCard {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly creatorId = input.required<string>();

  protected readonly alike = httpResource<LookAlikes>(
    () => `/api/v1/creators/${this.creatorId()}/look-alikes?limit=${shownMost}`,
  );
  protected readonly found = computed(() => (this.alike.hasValue() ? this.alike.value() : undefined));
  protected readonly ids = computed(() => this.found()?.items.map(({ creator }) => creator.id) ?? []);

  /** The three parts that bring most, in words. */
  protected inWhat({ parts }: LookAlikes['items'][number]): string {
    const names = [...parts]
      .filter(({ likeness }) => (likeness ?? 0) >= 0.5)
      .sort((one, other) => other.contribution - one.contribution)
      .slice(0, 3)
      .map(({ part }) => this.texts.say(`creatorProfile.alike.part.${part}`));
    return names.join(this.texts.say('creatorProfile.alike.and'));
  }
}
