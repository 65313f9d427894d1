import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DirectoryMediaKit } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Session } from '../session/session';

/** The way to the media kit of a creator, where they let brands see one; else nothing, as of most creators. */
@Component({
  selector: 'app-kit-link',
  imports: [MatButton, RouterLink, T],
  template: `
    @if (open()) {
      <a matButton="outlined" [routerLink]="session.to('creators', creatorId(), 'media-kit')">{{
        'mediaKit.directory.link' | t
      }}</a>
    }
  `,
  styles: `
    :host:not(:has(a)) {
      display: none;
    }
  `,
})
export class KitLink {
  protected readonly session = inject(Session);
  readonly creatorId = input.required<string>();
  private readonly answer = httpResource<DirectoryMediaKit>(
    () => `/api/v1/creators/${this.creatorId()}/media-kit`,
  );
  protected readonly open = computed(() => this.answer.hasValue() && this.answer.value().kit !== null);
}
