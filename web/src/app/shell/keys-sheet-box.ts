import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import type { TextKey } from '../../i18n/text-key';
import { T } from '../../i18n/t';
import { Icon } from '../ui/icon';
import { Palette } from './palette';

interface Row {
  keys: string[];
  title: TextKey;
  /** pressed one after the other */
  sequence?: true;
}

/** Every shortcut of the console in one sheet. */
@Component({
  selector: 'app-keys-sheet-box',
  imports: [Icon, T],
  template: `
    <header>
      <h2 id="keys-sheet-title">{{ 'shell.keysSheet.title' | t }}</h2>
      <button
        class="pr-icon-button"
        type="button"
        [attr.aria-label]="'common.close' | t"
        (click)="dialog.close()"
      >
        <app-icon name="close" />
      </button>
    </header>
    <div class="columns">
      @for (group of groups; track group.title) {
        <section>
          <h3>{{ group.title | t }}</h3>
          <dl>
            @for (row of group.rows; track row.title) {
              <div>
                <dt>{{ row.title | t }}</dt>
                <dd>
                  @for (key of row.keys; track key; let first = $first) {
                    @if (row.sequence && !first) {
                      <small>{{ 'shell.keysSheet.then' | t }}</small>
                    }
                    <kbd>{{ key }}</kbd>
                  }
                </dd>
              </div>
            }
          </dl>
        </section>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      max-height: 84vh;
      padding: 18px 22px 24px;
      border: 1px solid var(--pr-line);
      border-radius: 18px;
      background: var(--pr-raised);
      box-shadow: var(--pr-shadow);
      overflow-y: auto;
    }
    header {
      display: flex;
      align-items: center;
      justify-content: space-between;
      margin-bottom: 8px;
    }
    h2 {
      font-size: 17px;
      font-weight: 650;
    }
    h3 {
      margin: 10px 0 4px;
      color: var(--pr-muted);
      font-size: 12px;
      font-weight: 600;
    }
    .columns {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
      gap: 0 36px;
    }
    dl {
      margin: 0;
    }
    dl > div {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 12px;
      min-height: 34px;
      border-bottom: 1px solid var(--pr-line);
    }
    dd {
      display: flex;
      align-items: center;
      gap: 4px;
      margin: 0;
    }
    dd small {
      color: var(--pr-muted);
    }
  `,
})
export class KeysSheetBox {
  protected readonly dialog = inject(DialogRef);

  protected readonly groups: { title: TextKey; rows: Row[] }[] = [
    {
      title: 'shell.keysSheet.anywhere',
      rows: [
        { keys: [inject(Palette).keys], title: 'shell.keysSheet.search' },
        { keys: ['?'], title: 'shell.keysSheet.sheet' },
        { keys: ['g', 'o'], title: 'shell.keysSheet.goOverview', sequence: true },
        { keys: ['g', 'n'], title: 'shell.keysSheet.goNotes', sequence: true },
        { keys: ['g', 'c'], title: 'shell.keysSheet.goCreators', sequence: true },
        { keys: ['g', 'b'], title: 'shell.keysSheet.goBoosts', sequence: true },
        { keys: ['g', 'w'], title: 'shell.keysSheet.goWallet', sequence: true },
        { keys: [inject(Palette).keys.replace('K', '↵')], title: 'shell.keysSheet.publish' },
        { keys: ['Esc'], title: 'shell.keysSheet.escape' },
      ],
    },
    {
      title: 'shell.keysSheet.lists',
      rows: [
        { keys: ['/'], title: 'shell.keysSheet.filter' },
        { keys: ['j', '↓'], title: 'shell.keysSheet.next' },
        { keys: ['k', '↑'], title: 'shell.keysSheet.previous' },
        { keys: ['↵'], title: 'shell.keysSheet.open' },
      ],
    },
  ];
}
