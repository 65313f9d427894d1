import { Component, computed, inject, input } from '@angular/core';
import type { LegalView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { FactList } from '../ui/fact-list';

/** What stands on a licence, with its picture. */
@Component({
  selector: 'app-legal-facts',
  imports: [FactList, T],
  template: `
    @if (legal().licence; as licence) {
      <a [href]="licence.url" target="_blank" rel="noopener">
        <img [src]="licence.thumbUrl ?? licence.url" alt="" [style.background]="licence.color" />
        <span>{{ 'professional.legal.open' | t }}</span>
      </a>
    }
    <app-fact-list [facts]="facts()" />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 12px 16px;
      align-items: start;
    }
    a {
      display: grid;
      gap: 4px;
      color: var(--pr-action);
      font-size: 12.5px;
    }
    img {
      width: 120px;
      height: 90px;
      border-radius: 8px;
      object-fit: cover;
    }
    app-fact-list {
      grid-column: 2;
    }
    @media (max-width: 719px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
      app-fact-list {
        grid-column: 1;
      }
    }
  `,
})
export class LegalFacts {
  private readonly texts = inject(Texts);
  readonly legal = input.required<LegalView>();
  protected readonly facts = computed(() => {
    const { legalName, creditCode, contactName, contactPhone } = this.legal();
    const say = this.texts.say.bind(this.texts);
    return [
      { name: say('professional.legal.name'), value: legalName },
      { name: say('professional.legal.code'), value: creditCode },
      { name: say('professional.legal.contact'), value: `${contactName} · ${contactPhone}` },
    ];
  });
}
