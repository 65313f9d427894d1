import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { cents } from '../db/columns';
import { Voucher } from './voucher.entity';

/**
 * A voucher's part in a boost: what it reserved, and where that went. Once the boost has ended, spent, returned and
 * lapsed add up to reserved.
 */
@Entity()
@Check('voucher_use_adds_up', 'spent_cents + returned_cents + lapsed_cents <= reserved_cents')
@Index('boost_voucher_of_voucher', { synchronize: false })
export class BoostVoucher {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'one_use_per_boost' })
  @ForeignKey('Boost', { name: 'boost_voucher_boost_fk' })
  boostId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'one_use_per_boost' })
  @ForeignKey(() => Voucher, { name: 'boost_voucher_voucher_fk' })
  voucherId!: string;

  @Column('uuid') workspaceId!: string;
  /** Burn order, from 0. */
  @Column('smallint') position!: number;
  @Column(cents) reservedCents!: number;
  @Column({ ...cents, default: 0 }) spentCents!: number;
  @Column({ ...cents, default: 0 }) returnedCents!: number;
  @Column({ ...cents, default: 0 }) lapsedCents!: number;
  /** Impressions that a traffic voucher put on top. */
  @Column('integer', { default: 0 }) impressions!: number;
}
