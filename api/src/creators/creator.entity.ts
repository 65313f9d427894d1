import type { Category } from '@poolrise/domain';
import { Check, Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { instant } from '../db/columns';

/** Somebody who publishes. A public directory: the same creator works for many brands, so no workspace owns the row. */
@Entity()
@Unique('one_creator_per_red_id', ['redId'])
@Check('followers_not_negative', 'followers >= 0')
@Index('creator_name_part', { synchronize: false })
export class Creator {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') name!: string;
  /** the platform's public handle */
  @Column('text') redId!: string;
  @Column('integer') followers!: number;
  @Column('text') gender!: string;
  @Column('text') cityTier!: string;
  @Column('text', { array: true }) categories!: Category[];
  @CreateDateColumn(instant) createdAt!: Date;
}
