import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BoostsModule } from '../boosts/boosts.module';
import { LedgerModule } from '../ledger/ledger.module';
import { AutomationRule } from './automation-rule.entity';
import { RuleWatch } from './rule-watch';
import { RulesController } from './rules.controller';
import { RulesQueries } from './rules.queries';
import { RulesService } from './rules.service';

/** Rules that look after boosts. */
@Module({
  imports: [BoostsModule, LedgerModule, TypeOrmModule.forFeature([AutomationRule])],
  controllers: [RulesController],
  providers: [RulesService, RulesQueries, RuleWatch],
})
export class RulesModule {}
