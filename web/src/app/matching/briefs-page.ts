import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { BriefRow } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { BriefWords } from './brief-words';

/** The briefs of the workspace, each with the way to its ranking. */
@Component({
  selector: 'app-briefs-page',
  imports: [EmptyState, FailedState, MatButton, PageHeader, RouterLink, Skeleton, T],
  host: { class: 'pr-page' },
  templateUrl: './briefs-page.html',
  styleUrl: './briefs-page.scss',
})
export default class BriefsPage {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(BriefWords);
  protected readonly session = inject(Session);
  protected readonly briefs = paged<BriefRow>(() => '/api/v1/briefs', 'portfolios');

  protected facts({ category, kind }: BriefRow): string {
    return `${this.texts.say(`common.category.${category}`)} · ${this.texts.say(`matching.kindName.${kind}`)}`;
  }
}
