import { Module } from '@nestjs/common';
import { CreatorSetsQueries } from './creator-sets.queries';

/** A module of its own: the search asks it, and the searches that people keep ask the search. */
@Module({ providers: [CreatorSetsQueries], exports: [CreatorSetsQueries] })
export class CreatorSetsModule {}
