import { Module } from '@nestjs/common';
import { CreatorSearchModule } from '../creators/search/creator-search.module';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CreatorListEntry } from './creator-list-entry.entity';
import { CreatorList } from './creator-list.entity';
import { CreatorListsController } from './creator-lists.controller';
import { CreatorListsQueries } from './creator-lists.queries';
import { CreatorListsService } from './creator-lists.service';
import { CreatorMark } from './creator-mark.entity';
import { CreatorMarksController } from './creator-marks.controller';
import { CreatorMarksQueries } from './creator-marks.queries';
import { CreatorMarksService } from './creator-marks.service';
import { CreatorSetsModule } from './creator-sets.module';
import { CreatorExportController } from './export/creator-export.controller';
import { CreatorExportService } from './export/creator-export.service';
import { LookAlikesQueries } from './look-alikes.queries';
import { SavedCreatorSearch } from './saved-creator-search.entity';
import { SavedSearchesController } from './saved-searches.controller';
import { SavedSearchesService } from './saved-searches.service';
import { TierSchemeController } from './tier-scheme.controller';
import { TierSchemeService } from './tier-scheme.service';

@Module({
  imports: [
    CreatorSearchModule,
    CreatorSetsModule,
    TypeOrmModule.forFeature([CreatorList, CreatorListEntry, CreatorMark, SavedCreatorSearch]),
  ],
  controllers: [
    CreatorListsController,
    CreatorMarksController,
    CreatorExportController,
    SavedSearchesController,
    TierSchemeController,
  ],
  providers: [
    CreatorListsService,
    CreatorListsQueries,
    CreatorMarksService,
    CreatorMarksQueries,
    LookAlikesQueries,
    CreatorExportService,
    SavedSearchesService,
    TierSchemeService,
  ],
})
export class ShortlistsModule {}
