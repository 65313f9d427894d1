import type { Category } from '@poolrise/domain';
import type { Phrasebook } from '../phrasebook';
import { beauty } from './beauty';
import { fashion } from './fashion';
import { fitness } from './fitness';
import { food } from './food';
import { home } from './home';
import { knowledge } from './knowledge';
import { lifestyle } from './lifestyle';
import { motherBaby } from './mother-baby';
import { outdoor } from './outdoor';
import { pets } from './pets';
import { tech } from './tech';
import { travel } from './travel';

export const zhBooks: Readonly<Record<Category, Phrasebook>> = {
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
