import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Creator } from './creator.entity';
import { CreatorsService } from './creators.service';

@Module({
  imports: [TypeOrmModule.forFeature([Creator])],
  providers: [CreatorsService],
  exports: [CreatorsService],
})
export class CreatorsModule {}
