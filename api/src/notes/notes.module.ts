import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CreatorsModule } from '../creators/creators.module';
import { Note } from './note.entity';
import { NotesController } from './notes.controller';
import { NotesQueries } from './notes.queries';
import { NotesService } from './notes.service';

@Module({
  imports: [CreatorsModule, TypeOrmModule.forFeature([Note])],
  providers: [NotesService, NotesQueries],
  controllers: [NotesController],
  exports: [NotesService, NotesQueries],
})
export class NotesModule {}
