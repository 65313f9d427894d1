import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportFile } from './import-file.entity';
import { ImportJobs } from './import-jobs';
import { ImportRetentionService } from './import-retention.service';
import { ImportTemplatesService } from './import-templates.service';
import { ImportsController } from './imports.controller';
import { ImportsService } from './imports.service';
import { CreatorNames } from './creator-names.service';
import { NoteNames } from './note-names.service';
import { RejectedRows } from './rejected-rows';

@Module({
  imports: [TypeOrmModule.forFeature([ImportFile])],
  providers: [
    ImportsService,
    ImportJobs,
    ImportRetentionService,
    ImportTemplatesService,
    RejectedRows,
    NoteNames,
    CreatorNames,
  ],
  controllers: [ImportsController],
  exports: [NoteNames, CreatorNames],
})
export class ImportsModule {}
