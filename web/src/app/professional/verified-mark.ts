import { Component } from '@angular/core';
import { T } from '../../i18n/t';
import { Chip } from '../ui/chip';

/** Beside the name of whoever's business licence the platform has checked. */
@Component({
  selector: 'app-verified-mark',
  imports: [Chip, T],
  template: `<app-chip tone="passed" icon="passed" [title]="'professional.verifiedMeans' | t">{{
    'professional.verifiedMark' | t
  }}</app-chip>`,
})
export class VerifiedMark {}
