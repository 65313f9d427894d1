import { Module } from '@nestjs/common';
import { QuarantineController } from './quarantine.controller';
import { QuarantineQueries } from './quarantine.queries';
import { QuarantineService } from './quarantine.service';

@Module({
  providers: [QuarantineService, QuarantineQueries],
  controllers: [QuarantineController],
})
export class QuarantineModule {}
