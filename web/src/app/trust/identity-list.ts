import { Component, inject, input } from '@angular/core';
import type { IdentityView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';

/** Checks of the books, one a line: what must be equal, both sums, and the rows that are not when some are not. */
@Component({
  selector: 'app-identity-list',
  imports: [Icon, T],
  template: `
    <ul>
      @for (identity of identities(); track identity.key) {
        <li [class.differs]="identity.different > 0">
          <app-icon [name]="icon(identity)" />
          <div class="words">
            <b>{{ word(identity, 'title') }}</b>
            <p>{{ word(identity, 'text') }}</p>
            @if (identity.different > 0) {
              <p class="fault">
                {{ 'trust.conservation.checks.different' | t: { n: format.number(identity.different) } }}
              </p>
              @if (identity.examples.length > 0) {
                <ul class="examples">
                  @for (example of identity.examples; track example) {
                    <li>
                      <code>{{ example }}</code>
                    </li>
                  }
                </ul>
              }
            }
          </div>
          <div class="sums">
            @if (identity.compared > 0) {
              <span>{{ format.number(identity.left) }}</span>
              <span aria-hidden="true">{{ identity.left === identity.right ? '=' : '≠' }}</span>
              <span class="pr-only-screen-reader">{{ 'trust.conservation.checks.against' | t }}</span>
              <span>{{ format.number(identity.right) }}</span>
              <small>{{
                'trust.conservation.checks.difference'
                  | t: { n: format.number(identity.left - identity.right) }
              }}</small>
            } @else {
              <small>{{ 'trust.conservation.checks.nothing' | t }}</small>
            }
          </div>
        </li>
      }
    </ul>
  `,
  styleUrl: './identity-list.scss',
})
export class IdentityList {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly identities = input.required<readonly IdentityView[]>();

  protected icon({ compared, different }: IdentityView) {
    if (compared === 0) return 'pending';
    return different > 0 ? 'error' : 'check-circle';
  }

  protected word({ key }: IdentityView, part: 'title' | 'text'): string {
    return this.texts.say(`trust.conservation.identity.${key}.${part}`);
  }
}
