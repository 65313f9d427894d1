import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DirectoryMediaKit } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { problemOf } from '../problems/problem-of';
import { Session } from '../session/session';
import { PageTitle } from '../shell/page-title';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Icon } from '../ui/icon';
import { Skeleton } from '../ui/skeleton';
import { KitDocument } from './kit-document';

/** The media kit of a creator who lets brands on Poolrise see it. */
@Component({
  selector: 'app-directory-kit-page',
  imports: [EmptyState, FailedState, Icon, KitDocument, MatButton, RouterLink, Skeleton, T],
  host: { class: 'pr-page' },
  template: `
    <div class="top">
      <a class="pr-link" [routerLink]="session.to('creators', creatorId())">
        <app-icon name="back" />{{ 'mediaKit.directory.back' | t }}
      </a>
      @if (kit()) {
        <button matButton="outlined" type="button" (click)="print()">{{ 'mediaKit.doc.print' | t }}</button>
      }
    </div>
    @if (kit(); as kit) {
      <div class="sheet"><app-kit-document [kit]="kit" [heading]="1" [readAt]="kit.readAt" /></div>
    } @else if (missing()) {
      <section class="pr-card">
        <app-empty-state
          icon="creator"
          [title]="'mediaKit.directory.noneTitle' | t"
          [text]="'mediaKit.directory.noneText' | t"
        >
          <a matButton="filled" [routerLink]="session.to('creators', creatorId())">{{
            'mediaKit.directory.back' | t
          }}</a>
        </app-empty-state>
      </section>
    } @else if (answer.error(); as error) {
      <section class="pr-card"><app-failed-state [error]="error" (retry)="answer.reload()" /></section>
    } @else {
      <div class="sheet" aria-busy="true">
        <p class="pr-only-screen-reader" role="status">{{ 'mediaKit.loading' | t }}</p>
        <app-skeleton height="90px" radius="16px" />
        <app-skeleton height="300px" radius="16px" />
      </div>
    }
  `,
  styles: `
    .top {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
      justify-content: space-between;
      margin-bottom: 16px;
    }
    .pr-link {
      display: inline-flex;
      gap: 4px;
      align-items: center;
      --icon-size: 18px;
    }
    .sheet {
      display: grid;
      gap: 16px;
      max-width: 920px;
      margin: 0 auto;
    }
    @media print {
      .top {
        display: none;
      }
    }
  `,
})
export default class DirectoryKitPage {
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  readonly creatorId = input.required<string>();

  protected readonly answer = httpResource<DirectoryMediaKit>(
    () => `/api/v1/creators/${this.creatorId()}/media-kit`,
  );
  private readonly found = kept(this.creatorId, this.answer);
  protected readonly kit = computed(() => this.found()?.kit ?? null);
  /** Nobody has this id, it is none at all, or the creator shows nothing: another try would not help. */
  protected readonly missing = computed(() => {
    const error = this.answer.error();
    return (
      this.found()?.kit === null ||
      (error !== undefined && ['not-found', 'invalid-input'].includes(problemOf(error).code))
    );
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const name = this.kit()?.name;
      if (name) title.name(this.texts.say('mediaKit.doc.of', { name }));
    });
  }

  protected print(): void {
    window.print();
  }
}
