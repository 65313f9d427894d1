import { Module } from '@nestjs/common';
import { EngagementDays } from '../engagement/engagement-days';
import { ReportSchedule } from './report-schedule';

/** What the worker does for reports: editions that are due, and the sums of days that reports read. */
@Module({ providers: [ReportSchedule, EngagementDays] })
export class ReportJobsModule {}
