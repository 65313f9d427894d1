import type { Language } from '@poolrise/domain';
import type { Phrasebook } from '../phrasebook';
import { skincare } from './skincare';
import { tea } from './tea';
import { wildpath } from './wildpath';

/** What creators write about the products of the three brands of the cast. */
export const brandBooks: Readonly<
  Record<'tea' | 'skincare' | 'wildpath', Readonly<Record<Language, Phrasebook>>>
> = { tea, skincare, wildpath };
