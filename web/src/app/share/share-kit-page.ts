import { HttpClient } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SharedMediaKit } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { KitDocument } from '../media-kits/kit-document';
import { PageTitle } from '../shell/page-title';
import { Format } from '../ui/format';
import { LinkDoor } from './link-door';

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
        <app-link-door [failure]="failure()" [busy]="busy()" (unlock)="unlock($event)" (retry)="open()" />
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
  private readonly http = inject(HttpClient);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly title = inject(PageTitle);
  readonly token = input.required<string>();
  protected readonly kit = signal<SharedMediaKit | null>(null);
  protected readonly failure = signal<unknown>(null);
  protected readonly busy = signal(false);
  private readonly password = signal('');
  protected readonly until = computed(() => {
    const until = this.kit()?.openUntil ?? null;
    return until === null ? '' : this.texts.say('mediaKit.doc.until', { at: this.format.day(until) });
  });

  constructor() {
    effect(() => {
      this.token();
      untracked(() => void this.open());
    });
    effect(() => {
      const name = this.kit()?.name;
      if (name) this.title.name(this.texts.say('mediaKit.doc.of', { name }));
    });
  }

  protected async open(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    // In the body and never in an address: no log of addresses holds a key.
    const body = { token: this.token(), ...(this.password() ? { password: this.password() } : {}) };
    try {
      this.kit.set(await firstValueFrom(this.http.post<SharedMediaKit>('/api/v1/share/media-kit', body)));
      this.failure.set(null);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  protected async unlock(password: string): Promise<void> {
    this.password.set(password);
    await this.open();
  }

  protected print(): void {
    window.print();
  }
}
