import { Component, inject } from '@angular/core';
import { AudienceChoice } from './audience-choice';
import { LaunchDraft } from './launch-draft';

/** Whom the boost that is being planned may reach. */
@Component({
  selector: 'app-launch-audience',
  imports: [AudienceChoice],
  template: `<app-audience-choice [(audience)]="draft.audience" />`,
})
export class LaunchAudience {
  protected readonly draft = inject(LaunchDraft);
}
