import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { boardFilters, type BoardRow, type DeskView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { OrderTabs } from '../../collaborations/order-tabs';
import { paged } from '../../live/paged';
import { reloadOn } from '../../live/reload-on';
import { VerifiedMark } from '../../professional/verified-mark';
import { Session } from '../../session/session';
import { Chip } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { FilterChips } from '../../ui/filter-chips';
import { Format } from '../../ui/format';
import { ListFrame } from '../../ui/list-frame';
import { PageHeader } from '../../ui/page-header';
import { applicationTone, RecruitmentWords } from '../recruitment-words';

type Show = (typeof boardFilters)[number];

/** Recruitments that a creator may apply to, and those they applied to. */
@Component({
  selector: 'app-board-page',
  imports: [
    Chip,
    EmptyState,
    FilterChips,
    ListFrame,
    MatButton,
    OrderTabs,
    PageHeader,
    RouterLink,
    T,
    VerifiedMark,
  ],
  host: { class: 'pr-page' },
  templateUrl: './board-page.html',
  styleUrl: '../../ui/rows.scss',
})
export default class BoardPage {
  private readonly router = inject(Router);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly words = inject(RecruitmentWords);
  protected readonly filters = boardFilters;
  protected readonly tone = applicationTone;

  /** from the address */
  readonly show = input<string>();
  protected readonly chosen = computed(
    (): Show => boardFilters.find((one) => one === this.show()) ?? 'fitting',
  );
  protected readonly filterWord = (show: Show): string => this.texts.say(`recruitments.board.show.${show}`);
  protected readonly board = paged<BoardRow>(
    () => `/api/v1/recruitment-board?show=${this.chosen()}`,
    'recruitments',
    'desks',
  );
  /** asked where the board is empty: there is nothing to fit at a desk that speaks for nobody */
  private readonly desk = httpResource<DeskView>(() =>
    this.board.items()?.length === 0 ? '/api/v1/desk' : undefined,
  );
  protected readonly untied = computed(() => this.desk.hasValue() && this.desk.value().creator === null);

  constructor() {
    reloadOn(this.desk, 'desks');
  }

  protected ask(show: Show): void {
    void this.router.navigate([], {
      queryParams: { show: show === 'fitting' ? undefined : show },
      queryParamsHandling: 'merge',
    });
  }
}
