import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CreatorsModule } from '../creators/creators.module';
import { AppealsController } from './appeals.controller';
import { AppealsQueries } from './appeals.queries';
import { AppealsService } from './appeals.service';
import { NoteReview } from './note-review.entity';
import { NoteTotals } from './note-totals';
import { Note } from './note.entity';
import { NotesController } from './notes.controller';
import { NotesQueries } from './notes.queries';
import { NotesService } from './notes.service';
import { ReviewsController } from './reviews.controller';
import { ReviewsQueries } from './reviews.queries';
import { ReviewsService } from './reviews.service';

@Module({
  imports: [CreatorsModule, TypeOrmModule.forFeature([Note, NoteReview])],
  providers: [
    AppealsQueries,
    AppealsService,
    NoteTotals,
    NotesService,
    NotesQueries,
    ReviewsService,
    ReviewsQueries,
  ],
  controllers: [AppealsController, NotesController, ReviewsController],
  exports: [NotesService, NotesQueries],
})
export class NotesModule {}
