import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BriefTemplate } from './brief-template.entity';
import { BriefTemplatesController } from './brief-templates.controller';
import { BriefTemplatesService } from './brief-templates.service';

/** Briefs that are written once and used again. */
@Module({
  imports: [TypeOrmModule.forFeature([BriefTemplate])],
  controllers: [BriefTemplatesController],
  providers: [BriefTemplatesService],
})
export class BriefTemplatesModule {}
