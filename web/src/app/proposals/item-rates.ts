import { Component, computed, inject, input, output } from '@angular/core';
import type { CreatorTerms, ProposalItemAsk } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';

type Terms = CreatorTerms['items'][number];

/** What a creator costs as published and as the agency has it, for one note; one press takes it over for all of them. */
@Component({
  selector: 'app-item-rates',
  imports: [T],
  template: `
    <div role="group" [attr.aria-label]="'proposals.editor.rates.label' | t: { name: name() }">
      @if (published(); as cents) {
        <button
          type="button"
          class="pr-filter"
          [attr.aria-label]="said('takePublished', publishedText())"
          (click)="take.emit(cents)"
        >
          {{ publishedText() }}
        </button>
      } @else {
        <small>{{ 'proposals.editor.rates.none' | t }}</small>
      }
      @if (own(); as cents) {
        <button
          type="button"
          class="pr-filter own"
          [attr.aria-label]="said('takeOwn', ownText())"
          (click)="take.emit(cents)"
        >
          {{ ownText() }}
        </button>
      }
    </div>
  `,
  styles: `
    div {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px;
      margin-top: 10px;
      font-variant-numeric: tabular-nums;
    }
    small {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    .own {
      border-color: var(--pr-action);
      color: var(--pr-action);
    }
  `,
})
export class ItemRates {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly terms = input.required<Terms>();
  readonly kind = input.required<ProposalItemAsk['kind']>();
  readonly name = input.required<string>();
  /** the rate of one note, in cents */
  readonly take = output<number>();

  protected readonly published = computed(() => this.rateIn(this.terms().published));
  protected readonly own = computed(() => {
    const own = this.terms().own;
    return own && this.rateIn(own);
  });
  protected readonly publishedText = computed(() =>
    this.texts.say('proposals.editor.rates.published', { price: this.format.roundMoney(this.published()) }),
  );
  protected readonly ownText = computed(() => {
    const price = this.format.roundMoney(this.own());
    const share = this.terms().own?.rebateBasisPoints ?? 0;
    const text = this.texts.say('proposals.editor.rates.own', { price });
    if (share === 0) return text;
    const rebate = this.texts.say('proposals.editor.rates.rebate', {
      share: this.format.percent(share / 10_000, share % 100 === 0 ? 0 : 1),
    });
    return `${text} · ${rebate}`;
  });

  /** What the button does, with what stands on it. */
  protected said(what: 'takePublished' | 'takeOwn', shown: string): string {
    return `${this.texts.say(`proposals.editor.rates.${what}`, { name: this.name() })}: ${shown}`;
  }

  private rateIn({ imageCents, videoCents }: Terms['published']): number | null {
    return this.kind() === 'image' ? imageCents : videoCents;
  }
}
