import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CreatorRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Session } from '../../session/session';
import { CreatorWords } from './creator-words';
import { HealthMark } from './health-mark';
import { TierBadge } from './tier-badge';

/** Who a creator is in two lines: name, tier and health; handle, place and categories. The name leads to the profile. */
@Component({
  selector: 'app-creator-name',
  imports: [HealthMark, RouterLink, T, TierBadge],
  template: `
    @if (!compact()) {
      <span class="face" aria-hidden="true">{{ letter() }}</span>
    }
    <div class="words">
      <div class="line">
        <a class="pr-clip pr-whole" data-row [routerLink]="session.to('creators', creator().id)">{{
          creator().name
        }}</a>
        @if (!compact()) {
          <app-tier-badge [tier]="creator().tier" />
        }
        <app-health-mark [health]="creator().health" [deleted]="creator().deleted" />
      </div>
      <div class="quiet">{{ about() }}</div>
      @if (blacklistedReason(); as reason) {
        <div class="blacklisted" [title]="reason">
          {{ 'creators.blacklisted' | t: { reason } }}
        </div>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 10px;
      min-width: 0;
    }
    .face {
      display: grid;
      flex: none;
      place-items: center;
      width: 32px;
      height: 32px;
      border-radius: 50%;
      background: var(--pr-tint);
      color: var(--pr-action);
      font-size: 13px;
      font-weight: 600;
    }
    .words {
      flex: 1;
      min-width: 0;
    }
    .line {
      display: flex;
      align-items: center;
      gap: 6px;
      min-width: 0;
    }
    .quiet {
      overflow: hidden;
      color: var(--pr-muted);
      font-size: 12px;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .blacklisted {
      display: -webkit-box;
      margin-top: 2px;
      overflow: hidden;
      color: var(--pr-stopped);
      font-size: 12px;
      font-weight: 550;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
  `,
})
export class CreatorName {
  private readonly words = inject(CreatorWords);
  protected readonly session = inject(Session);
  readonly creator = input.required<CreatorRow>();
  /** name, health and handle alone, where tier and place are told elsewhere */
  readonly compact = input(false);
  /** why they are on the workspace's blacklist, where that is told */
  readonly blacklistedReason = input<string>();

  protected readonly letter = computed(
    () => [...this.creator().name.replace(/[^\p{L}\p{N}]/gu, '')][0] ?? '',
  );
  protected readonly about = computed(() => {
    const creator = this.creator();
    const handle = `@${creator.redId}`;
    if (this.compact()) return handle;
    return [handle, this.words.place(creator), this.words.values('category', creator.categories)]
      .filter((part) => part !== '–' && part !== '')
      .join(' · ');
  });
}
