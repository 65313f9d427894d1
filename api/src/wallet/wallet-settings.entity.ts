import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { cents, instant } from '../db/columns';

/** What a workspace has decided about its wallet. Without a row the defaults of `walletDefaults` hold. */
@Entity()
@Check('approval_above_not_negative', 'approval_above_cents >= 0')
@Check('commit_above_not_negative', 'commit_above_cents >= 0')
export class WalletSettings {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wallet_settings_pkey' })
  @ForeignKey('Workspace', { name: 'wallet_settings_workspace_fk', onDelete: 'CASCADE' })
  workspaceId!: string;

  /** Above it a top-up waits for a second person; null means that none does. */
  @Column({ ...cents, nullable: true }) approvalAboveCents!: number | null;
  /** Above it a boost, race, campaign or order waits for a second person; null means that none does. */
  @Column({ ...cents, nullable: true }) commitAboveCents!: number | null;
  /** Whom an invoice names, as the tax office knows them. */
  @Column('text', { default: '' }) buyerName!: string;
  @Column('text', { default: '' }) buyerTaxNumber!: string;
  @Column('text', { default: '' }) buyerAddress!: string;
  @Column('uuid', { nullable: true }) changedBy!: string | null;
  @Column(instant) changedAt!: Date;
}
