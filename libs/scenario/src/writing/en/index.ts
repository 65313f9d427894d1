import type { Category } from '@poolrise/domain';
import type { Phrasebook } from '../phrasebook';
import { fitness, food, outdoor, travel } from './doing';
import { knowledge, motherBaby, pets, tech } from './living';
import { beauty, fashion, home, lifestyle } from './looks';

export const enBooks: Readonly<Record<Category, Phrasebook>> = {
  beauty,
  fashion,
  food,
  travel,
  home,
  'mother-baby': motherBaby,
  pets,
  fitness,
  tech,
  knowledge,
  outdoor,
  lifestyle,
};
