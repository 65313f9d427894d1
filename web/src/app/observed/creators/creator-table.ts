import { NgTemplateOutlet } from '@angular/common';
import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ObservedCreatorRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Session } from '../../session/session';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { ObservedWords } from '../observed-words';
import { ShownValue } from '../shown-value';
import { SourceChips } from '../source-chips';
import { CreatorLine } from './creator-line';
import { FileCreatorWords } from './creator-words';

const columns = [
  { name: 'followers', number: true, sorts: true },
  { name: 'imageQuote', number: true, sorts: true },
  { name: 'videoQuote', number: true, sorts: false },
  { name: 'day', number: false, sorts: true },
  { name: 'disagreements', number: true, sorts: true },
  { name: 'snapshots', number: true, sorts: false },
  { name: 'sources', number: false, sorts: false },
] as const;
type Column = (typeof columns)[number]['name'];

/** Creators of files as a table; the whole row leads to one, the head sorts. */
@Component({
  selector: 'app-file-creator-table',
  imports: [CreatorLine, Icon, NgTemplateOutlet, RouterLink, ShownValue, SourceChips, T],
  templateUrl: './creator-table.html',
  styles: `
    :host {
      display: block;
      min-width: 980px;
    }
    .creator {
      width: 32%;
      max-width: 0;
    }
    .name {
      display: block;
    }
    .quiet {
      color: var(--pr-muted);
      white-space: nowrap;
    }
    .differs {
      color: var(--pr-stopped);
      font-weight: 600;
    }
    .one-line {
      flex-wrap: nowrap;
    }
  `,
})
export class CreatorTable {
  protected readonly format = inject(Format);
  protected readonly words = inject(ObservedWords);
  protected readonly said = inject(FileCreatorWords);
  protected readonly session = inject(Session);
  readonly rows = input.required<readonly ObservedCreatorRow[]>();
  readonly sort = input.required<string>();
  readonly sortBy = output<string>();

  protected readonly columns = columns;
  protected readonly nameOf = (column: Column) => `observedCreators.column.${column}` as const;
}
