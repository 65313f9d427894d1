import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { BriefTemplateVersion, BriefTemplateView } from '@poolrise/contracts';
import { briefText } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { paged } from '../../live/paged';
import { Format } from '../../ui/format';
import { ListFrame } from '../../ui/list-frame';
import { templatesRoot } from './templates-api';

/** What a template said from version to version, the latest first. */
@Component({
  selector: 'app-versions-dialog',
  imports: [ListFrame, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, T],
  template: `
    <h2 mat-dialog-title>{{ 'briefTemplates.versionsOf' | t: { name: template.name } }}</h2>
    <mat-dialog-content>
      <app-list-frame [list]="versions">
        @for (one of versions.items() ?? []; track one.version) {
          <section>
            <h3>{{ 'briefTemplates.version' | t: { n: one.version } }} · {{ one.name }}</h3>
            <small>{{ one.by ?? '' }} {{ format.dateTime(one.at) }}</small>
            <p>{{ text(one.content) }}</p>
          </section>
        }
      </app-list-frame>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="filled" mat-dialog-close type="button">{{ 'common.close' | t }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    section + section {
      margin-top: 14px;
      padding-top: 14px;
      border-top: 1px solid var(--pr-line);
    }
    h3 {
      font-size: 14px;
      font-weight: 600;
    }
    small {
      color: var(--pr-muted);
      font-size: 12px;
    }
    p {
      margin-top: 6px;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class VersionsDialog {
  protected readonly template = inject<BriefTemplateView>(MAT_DIALOG_DATA);
  protected readonly format = inject(Format);
  protected readonly text = briefText;
  protected readonly versions = paged<BriefTemplateVersion>(
    () => `${templatesRoot}/${this.template.id}/versions`,
  );
}
