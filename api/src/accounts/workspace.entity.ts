import type { WorkspaceKind } from '@poolrise/contracts';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { instant } from '../db/columns';

/** A wall: a brand, an agency, a creator or the platform itself, with everything that belongs to it. */
@Entity()
@Check('workspace_kind_known', `kind in ('brand', 'agency', 'creator', 'platform')`)
export class Workspace {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') kind!: WorkspaceKind;
  @Column('text') name!: string;
  /** by which bounds of followers its people speak of tiers; one of `tierSchemes` */
  @Column('text', { default: 'newrank' }) tierScheme!: string;
  /** Null: the demo's, or older than the right of everybody to found one. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Person', { name: 'workspace_founder_fk' })
  @Index('workspace_of_founder')
  foundedBy!: string | null;

  @CreateDateColumn(instant) createdAt!: Date;
}
