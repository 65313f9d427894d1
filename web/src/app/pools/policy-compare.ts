import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { PolicyVersion, PolicyView } from '@poolrise/contracts';
import { comparePolicies, type PoolPolicy } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { FailedState } from '../ui/failed-state';
import { Skeleton } from '../ui/skeleton';
import { PolicyDiff } from './policy-diff';
import { PolicyLabel } from './policy-label';

/** Any two versions field by field; at first the newest against the one it was made from. */
@Component({
  selector: 'app-policy-compare',
  imports: [FailedState, PolicyDiff, Skeleton, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'policyDesk.compare' | t }}</h2>
    <div class="choose">
      @for (side of sides; track side.words) {
        <label
          >{{ side.words | t }}
          <select class="pr-field" [value]="side.id()" (change)="side.id.set(value($event))">
            @for (version of versions(); track version.id) {
              <option [value]="version.id" [selected]="version.id === side.id()">
                {{ labels.of(version) }}
              </option>
            }
          </select></label
        >
      }
    </div>
    @if (changes(); as changes) {
      <p role="status">
        {{
          changes.length === 0 ? ('policyDesk.same' | t) : texts.count('policyDesk.differ', changes.length)
        }}
      </p>
      @if (changes.length > 0) {
        <app-policy-diff [changes]="changes" />
      }
    } @else if (older.error() ?? newer.error(); as error) {
      <app-failed-state [error]="error" (retry)="older.reload(); newer.reload()" />
    } @else {
      <app-skeleton height="44px" />
    }
  `,
  styles: `
    .choose {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      margin: 8px 0;
    }
    label {
      display: grid;
      gap: 2px;
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    select {
      max-width: 300px;
    }
    p {
      font-size: 13px;
    }
  `,
})
export class PolicyCompare {
  protected readonly texts = inject(Texts);
  protected readonly labels = inject(PolicyLabel);
  readonly versions = input.required<readonly PolicyVersion[]>();

  private readonly newest = computed(
    () => this.versions().find((version) => version.basedOn) ?? this.versions()[0],
  );
  private readonly newerId = linkedSignal(() => this.newest()?.id ?? '');
  private readonly olderId = linkedSignal(
    () =>
      this.newest()?.basedOn?.id ??
      this.versions().find((version) => version.inForce)?.id ??
      this.newest()?.id ??
      '',
  );
  protected readonly sides = [
    { words: 'policyDesk.older', id: this.olderId },
    { words: 'policyDesk.newer', id: this.newerId },
  ] as const;
  protected readonly older = httpResource<PolicyView>(() => addressOf(this.olderId()));
  protected readonly newer = httpResource<PolicyView>(() => addressOf(this.newerId()));
  protected readonly changes = computed(() =>
    this.older.hasValue() && this.newer.hasValue()
      ? comparePolicies(
          this.older.value().document as unknown as PoolPolicy,
          this.newer.value().document as unknown as PoolPolicy,
        )
      : null,
  );

  protected value(event: Event): string {
    return (event.target as HTMLSelectElement).value;
  }
}

const addressOf = (id: string): string | undefined => (id ? `/api/v1/policies/${id}` : undefined);
