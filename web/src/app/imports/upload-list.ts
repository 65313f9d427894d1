import { Component, inject } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';
import { T } from '../../i18n/t';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { ImportWords } from './import-words';
import { Uploads } from './uploads';

/** Files on their way, and those that did not get there with the reason. */
@Component({
  selector: 'app-upload-list',
  imports: [Icon, MatProgressBar, T],
  template: `
    @if (uploads.list().length > 0) {
      <section class="pr-card">
        <h2>{{ 'imports.upload.title' | t }}</h2>
        <ul>
          @for (one of uploads.list(); track one.key) {
            <li [attr.role]="one.refusal ? 'alert' : null">
              <div class="words">
                <b class="pr-clip" [attr.title]="one.file.name">{{ one.file.name }}</b>
                @if (one.refusal) {
                  <span class="refusal"
                    ><app-icon name="error" /><span>{{ one.refusal }}</span></span
                  >
                } @else {
                  <small
                    >{{ words.size(one.file.size) }} ·
                    {{
                      one.share > 0
                        ? ('imports.upload.share' | t: { share: format.percent(one.share, 0) })
                        : ('imports.upload.waiting' | t)
                    }}</small
                  >
                }
              </div>
              @if (one.refusal) {
                <div class="acts">
                  @if (one.again) {
                    <button
                      class="pr-link"
                      type="button"
                      [attr.aria-label]="'imports.upload.againNamed' | t: { name: one.file.name }"
                      (click)="uploads.again(one.key)"
                    >
                      {{ 'imports.upload.again' | t }}
                    </button>
                  }
                  <button
                    class="pr-link"
                    type="button"
                    [attr.aria-label]="'imports.upload.dismissNamed' | t: { name: one.file.name }"
                    (click)="uploads.dismiss(one.key)"
                  >
                    {{ 'imports.upload.dismiss' | t }}
                  </button>
                </div>
              } @else {
                <mat-progress-bar
                  [mode]="one.share === 1 ? 'indeterminate' : 'determinate'"
                  [value]="100 * one.share"
                  [attr.aria-label]="one.file.name"
                />
              }
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      margin-bottom: 16px;
    }
    ul {
      margin: 4px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px 16px;
      padding: 9px 0;
      border-bottom: 1px solid var(--pr-line);
    }
    li:last-child {
      border-bottom: 0;
    }
    .words {
      display: grid;
      flex: 1 1 240px;
      gap: 2px;
      min-width: 0;
    }
    b {
      font-weight: 550;
    }
    small {
      color: var(--pr-muted);
      font-variant-numeric: tabular-nums;
    }
    .refusal {
      display: flex;
      align-items: flex-start;
      gap: 6px;
      color: var(--pr-stopped);
      font-size: 13px;
      --icon-size: 17px;
    }
    .acts {
      display: flex;
      gap: 14px;
      font-size: 13px;
    }
    mat-progress-bar {
      flex: 0 1 220px;
    }
  `,
})
export class UploadList {
  protected readonly uploads = inject(Uploads);
  protected readonly words = inject(ImportWords);
  protected readonly format = inject(Format);
}
