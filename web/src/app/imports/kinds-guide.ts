import { Component, inject } from '@angular/core';
import { type FileKindId, fileKinds } from '@poolrise/domain';
import type { TextKey } from '../../i18n/text-key';
import { Texts } from '../../i18n/texts';
import { T } from '../../i18n/t';

/** Roughly by how often a marketer has one at hand. */
const inOrder: readonly FileKindId[] = [
  'P0',
  'P1',
  'J1',
  'C1',
  'N1',
  'P2',
  'Q1',
  'P3',
  'P4',
  'V1',
  'V2',
  'C2',
  'W1',
  'J2',
  'C3',
  'W2',
];

/** The files that are recognised, in the words of whoever exports them, and where each is exported. */
@Component({
  selector: 'app-kinds-guide',
  imports: [T],
  template: `
    <h3>{{ 'imports.empty.guide' | t }}</h3>
    <ul>
      @for (kind of kinds; track kind) {
        <li>
          <b>{{ texts.of(names[kind]) }}</b>
          <span>{{ where(kind) | t }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    h3 {
      margin-bottom: 4px;
      color: var(--pr-muted);
      font-size: 12.5px;
      font-weight: 550;
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(320px, 100%), 1fr));
      gap: 0 28px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      gap: 1px;
      align-content: start;
      padding: 9px 0;
      border-top: 1px solid var(--pr-line);
    }
    b {
      font-weight: 600;
    }
    span {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
  `,
})
export class KindsGuide {
  protected readonly texts = inject(Texts);
  protected readonly kinds = inOrder;
  protected readonly names = fileKinds;
  protected readonly where = (kind: FileKindId): TextKey => `imports.guide.${kind}`;
}
