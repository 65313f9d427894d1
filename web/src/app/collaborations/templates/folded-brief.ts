import { Component, computed, input } from '@angular/core';
import { T } from '../../../i18n/t';

/** A brief by its first paragraph; the rest unfolds. */
@Component({
  selector: 'app-folded-brief',
  imports: [T],
  template: `
    <p>{{ parts().head }}</p>
    @if (parts().rest; as rest) {
      <details>
        <summary>
          <span class="closed">{{ 'briefTemplates.unfold' | t }}</span>
          <span class="opened">{{ 'briefTemplates.fold' | t }}</span>
        </summary>
        <p>{{ rest }}</p>
      </details>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 80ch;
      margin-top: 10px;
      overflow-wrap: anywhere;
    }
    p {
      white-space: pre-line;
    }
    details p {
      margin-top: 10px;
    }
    summary {
      width: fit-content;
      margin-top: 6px;
      color: var(--pr-action);
      font-size: 13px;
      cursor: pointer;
    }
    .opened,
    [open] .closed {
      display: none;
    }
    [open] .opened {
      display: inline;
    }
  `,
})
export class FoldedBrief {
  readonly text = input.required<string>();

  protected readonly parts = computed(() => {
    const [head = '', ...rest] = this.text()
      .trim()
      .split(/\n\s*\n/);
    return { head, rest: rest.join('\n\n') };
  });
}
