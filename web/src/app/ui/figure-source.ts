import { Directive, input } from '@angular/core';
import type { FigureSource } from '@poolrise/domain';

/**
 * Says where the figures inside come from: `<div [appSource]="{ streams: ['journal'], over: 'now', dataAt: view.asOf }">`.
 * Figures find the nearest one around them, across components. The time and the period are the answer's own, never the
 * browser's.
 */
@Directive({ selector: '[appSource]' })
export class AppSource {
  readonly source = input.required<FigureSource | null>({ alias: 'appSource' });
}
