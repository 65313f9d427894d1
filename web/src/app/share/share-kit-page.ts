import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SharedMediaKit } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { KitDocument } from '../media-kits/kit-document';
import { PageTitle } from '../shell/page-title';
import { Format } from '../ui/format';
import { LinkDoor } from './link-door';
import { linkOpening } from './link-opening';

/** The media kit behind a link: for brands who have no account. */
@Component({
  selector: 'app-share-kit-page',
  imports: [KitDocument, LinkDoor, MatButton, T],
  template: `
    <main>
      @if (kit(); as shown) {
        <p class="top">
          <span>{{ until() }}</span>
          <button matButton="outlined" type="button" (click)="print()">{{ 'mediaKit.doc.print' | t }}</button>
        </p>
        <app-kit-document [kit]="shown" [heading]="1" [readAt]="shown.readAt" />
      } @else {
        <app-link-door
          [failure]="link.failure()"
          [busy]="link.busy()"
          (unlock)="link.unlock($event)"
          (retry)="link.open()"
        />
      }
    </main>
  `,
  styleUrl: './share-page.scss',
  styles: `
    .top {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
      justify-content: space-between;
      margin-bottom: 18px;
      color: var(--pr-muted);
      font-size: 13px;
    }
    @media print {
      .top {
        display: none;
      }
    }
  `,
})
export default class ShareKitPage {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly title = inject(PageTitle);
  readonly token = input.required<string>();
  protected readonly link = linkOpening<SharedMediaKit>('/api/v1/share/media-kit', this.token);
  protected readonly kit = this.link.shown;
  protected readonly until = computed(() => {
    const until = this.kit()?.openUntil ?? null;
    return until === null ? '' : this.texts.say('mediaKit.doc.until', { at: this.format.day(until) });
  });

  constructor() {
    effect(() => {
      const name = this.kit()?.name;
      if (name) this.title.name(this.texts.say('mediaKit.doc.of', { name }));
    });
  }

  protected print(): void {
    window.print();
  }
}
