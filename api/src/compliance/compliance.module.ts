import { Module } from '@nestjs/common';
import { ComplianceController } from './compliance.controller';
import { ComplianceQueries } from './compliance.queries';

/** What the law and the platform would object to in a note. The findings are worked out when they are shown, and kept nowhere. */
@Module({ controllers: [ComplianceController], providers: [ComplianceQueries] })
export class ComplianceModule {}
