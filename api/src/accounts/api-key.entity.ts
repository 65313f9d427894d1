import type { KeyScope } from '@poolrise/contracts';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { instant } from '../db/columns';

/**
 * Lets an application speak for a workspace. The secret was shown once; kept are its hash and its first letters, by
 * which people recognise it. Revoked keys stay, because impressions were served to them.
 */
@Entity()
@Index('api_key_of_workspace', { synchronize: false })
export class ApiKey {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') @ForeignKey('Workspace', { name: 'api_key_workspace_fk' }) workspaceId!: string;
  @Column('text') name!: string;
  @Column('text') prefix!: string;
  @Column('bytea') secretHash!: Buffer;
  @Column('text', { array: true }) scopes!: KeyScope[];
  @CreateDateColumn(instant) createdAt!: Date;
  /** Good to a minute: it is written at most that often. */
  @Column({ ...instant, nullable: true }) lastUsedAt!: Date | null;
  @Column({ ...instant, nullable: true }) expiresAt!: Date | null;
  @Column({ ...instant, nullable: true }) revokedAt!: Date | null;
}
