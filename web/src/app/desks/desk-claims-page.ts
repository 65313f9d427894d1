import { Component, computed, inject, input } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { type DeskClaimRow, deskClaimFilters } from '@poolrise/contracts';
import type { DeskClaimVerdict } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { OrderTabs } from '../collaborations/order-tabs';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { FilterChips } from '../ui/filter-chips';
import { Format } from '../ui/format';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import type { ReasonAsk } from '../ui/reason-dialog';
import { Toast } from '../ui/toast';
import { VerdictButtons } from '../ui/verdict-buttons';
import { DesksApi } from './desks-api';
import { DirectoryCreatorLine } from './directory-creator-line';

type Show = (typeof deskClaimFilters)[number];
const answers = ['approved', 'refused'] as const;
const undo = ['undone'] as const;

/** Desks that say whose they are, and ties that hold; for the platform's own people. */
@Component({
  selector: 'app-desk-claims-page',
  imports: [
    Chip,
    DirectoryCreatorLine,
    EmptyState,
    FilterChips,
    ListFrame,
    OrderTabs,
    PageHeader,
    T,
    VerdictButtons,
  ],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'desks.queue.title' | t" [text]="'desks.queue.text' | t" />
    <app-order-tabs />
    <app-filter-chips
      class="ask"
      [label]="'desks.queue.which' | t"
      [choices]="filters"
      [word]="filterWord"
      [chosen]="chosen()"
      (choose)="ask($event)"
    />
    <app-list-frame [list]="claims">
      @if (claims.items(); as items) {
        @if (items.length) {
          <ul class="pr-list" [attr.aria-label]="'desks.queue.list' | t">
            @for (claim of items; track claim.id) {
              <li class="pr-card">
                <div class="what">
                  <app-directory-creator-line [creator]="claim.creator" />
                  <p class="by">{{ by(claim) }}</p>
                  <p class="proof">{{ 'desks.queue.proof' | t: { words: claim.words } }}</p>
                  @if (claim.state === 'approved') {
                    <p class="by">{{ 'desks.queue.reason' | t: { reason: claim.reason ?? '' } }}</p>
                  }
                  @if (claim.rivals > 0) {
                    <app-chip tone="paid">{{ texts.count('desks.queue.rivals', claim.rivals) }}</app-chip>
                  }
                  @if (claim.state === 'approved' && claim.openOrders > 0) {
                    <app-chip>{{ texts.count('desks.queue.openOrders', claim.openOrders) }}</app-chip>
                  }
                </div>
                <app-verdict-buttons
                  [verdicts]="verdictsFor(claim)"
                  [word]="verdictWord"
                  [about]="claim.creator.name"
                  [grave]="claim.state === 'approved' ? 'undone' : 'refused'"
                  (decide)="decide(claim, $event)"
                />
              </li>
            }
          </ul>
        } @else {
          <div class="pr-card">
            <app-empty-state
              icon="check-circle"
              [title]="(tied() ? 'desks.queue.noneTitle' : 'desks.queue.emptyTitle') | t"
              [text]="(tied() ? 'desks.queue.noneText' : 'desks.queue.emptyText') | t"
            />
          </div>
        }
      }
    </app-list-frame>
  `,
  styleUrl: '../ui/queue.scss',
  styles: `
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 12px 16px;
      align-items: start;
    }
    .what {
      display: grid;
      gap: 6px;
      justify-items: start;
    }
    .proof {
      max-width: 72ch;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    @media (max-width: 719px) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export default class DeskClaimsPage {
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly api = inject(DesksApi);
  private readonly toast = inject(Toast);
  private readonly format = inject(Format);
  protected readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  protected readonly filters = deskClaimFilters;

  /** from the address */
  readonly show = input<string>();
  protected readonly chosen = computed(
    (): Show => deskClaimFilters.find((one) => one === this.show()) ?? 'waiting',
  );
  protected readonly tied = computed(() => this.chosen() === 'tied');
  protected readonly filterWord = (show: Show): string => this.texts.say(`desks.queue.show.${show}`);
  protected readonly verdictWord = (verdict: DeskClaimVerdict): string =>
    this.texts.say(`desks.queue.verdict.${verdict}`);
  protected readonly claims = paged<DeskClaimRow>(() => `/api/v1/desk-claims?show=${this.chosen()}`, 'desks');

  protected by({ deskName, askedBy, askedAt }: DeskClaimRow): string {
    return this.texts.say('desks.queue.by', {
      desk: deskName,
      person: askedBy,
      ago: this.format.ago(askedAt),
    });
  }

  protected verdictsFor({ state, openOrders }: DeskClaimRow): readonly DeskClaimVerdict[] {
    if (state !== 'approved') return answers;
    return openOrders > 0 ? [] : undo;
  }

  protected ask(show: Show): void {
    void this.router.navigate([], {
      queryParams: { show: show === 'waiting' ? undefined : show },
      queryParamsHandling: 'merge',
    });
  }

  protected async decide(claim: DeskClaimRow, verdict: DeskClaimVerdict): Promise<void> {
    const { ReasonDialog } = await import('../ui/reason-dialog');
    const { name } = claim.creator;
    const data: ReasonAsk = {
      title: this.texts.say(`desks.queue.dialog.${verdict}`),
      subject: `${claim.deskName} → ${name}`,
      effect: this.texts.say(`desks.queue.effect.${verdict}`),
      label: this.texts.say('desks.queue.label'),
      hint: this.texts.say('desks.queue.hint'),
      fault: this.texts.say('desks.queue.fault'),
      confirm: this.verdictWord(verdict),
      grave: verdict !== 'approved',
      send: async (reason) => {
        await this.api.answer(claim.id, { verdict, reason });
        this.toast.say(this.texts.say(`desks.queue.done.${verdict}`, { name }));
      },
    };
    this.dialog
      .open(ReasonDialog, { data, width: '480px' })
      .afterClosed()
      // Also when it was refused: then somebody else was quicker, and the list has moved on.
      .subscribe(() => this.claims.reload());
  }
}
