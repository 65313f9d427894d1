import type { Route } from '@angular/router';
import type { TextKey } from '../i18n/text-key';

/** Titles are text keys; the type finds a misspelt one. */
export type TitledRoute = Route & { title?: TextKey; children?: TitledRoute[] };
