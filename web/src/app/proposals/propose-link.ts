import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { T } from '../../i18n/t';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';

/** Begins a proposal with creators who were chosen here. Shows nothing to those who may not write one. */
@Component({
  selector: 'app-propose-link',
  imports: [Icon, MatButton, RouterLink, T],
  template: `
    @if (session.may('write:proposals') && creatorIds().length) {
      <a
        matButton="outlined"
        [routerLink]="session.to('proposals', 'new')"
        [queryParams]="{ creators: ids(), brief: briefId() }"
      >
        <app-icon matButtonIcon name="receipt" />{{ 'proposals.propose' | t }}
      </a>
    }
  `,
})
export class ProposeLink {
  protected readonly session = inject(Session);
  readonly creatorIds = input.required<readonly string[]>();
  /** the brief they were chosen for, whose target the reach is told of as well */
  readonly briefId = input<string>();
  protected readonly ids = computed(() => this.creatorIds().join(','));
}
