import { Module } from '@nestjs/common';
import { NotesModule } from '../notes/notes.module';
import { NoteDraftsController } from './note-drafts.controller';
import { NoteDraftsQueries } from './note-drafts.queries';
import { NoteDraftsService } from './note-drafts.service';
import { PublishDraft } from './publish-draft';
import { PublishingClock } from './publishing-clock';

/** Notes that creators write at their own desks. */
@Module({
  imports: [NotesModule],
  controllers: [NoteDraftsController],
  providers: [NoteDraftsService, NoteDraftsQueries, PublishDraft, PublishingClock],
})
export class NoteDraftsModule {}
