import { Module } from '@nestjs/common';
import { BenchmarksService } from './benchmarks.service';
import { ReportFilesService } from './report-files.service';
import { ReportLinksService } from './report-links.service';
import { ReportsController } from './reports.controller';
import { ReportsService } from './reports.service';
import { SharedReportsController } from './shared-reports.controller';

/** Figures across all nouns, read by SQL alone, and what is kept and shared of them. */
@Module({
  providers: [BenchmarksService, ReportFilesService, ReportLinksService, ReportsService],
  controllers: [ReportsController, SharedReportsController],
})
export class ReportsModule {}
