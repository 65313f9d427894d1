import type { WorkspaceKind } from '@poolrise/contracts';
import type { Category } from '@poolrise/domain';
import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { instant } from '../db/columns';

/**
 * A wall: a brand, an agency, a client of an agency, a creator or the platform itself, with everything that belongs to it.
 * A client's room is a workspace like any other; that it belongs to an agency opens nothing of it.
 */
@Entity()
@Check('workspace_kind_known', `kind in ('brand', 'agency', 'client', 'creator', 'platform')`)
@Check('client_has_agency', `(kind = 'client') = (agency_id is not null)`)
@Check('desk_of_creator', `creator_id is null or kind = 'creator'`)
@Unique('one_client_per_name', ['agencyId', 'name'])
@Unique('one_desk_per_creator', ['creatorId'])
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

  /** of a client's room: whose client it is */
  @Column('uuid', { nullable: true })
  @ForeignKey('Workspace', { name: 'workspace_agency_fk' })
  agencyId!: string | null;
  /** of a client: what it sells, and under which names; conflicts of interest go by the category */
  @Column('text', { nullable: true }) category!: Category | null;
  @Column('text', { array: true, default: [] }) brands!: string[];

  /** of a creator's desk: whose it is, and who is asked here when a brand invites this creator */
  @Column('uuid', { nullable: true })
  @ForeignKey('Creator', { name: 'workspace_creator_fk' })
  creatorId!: string | null;

  @CreateDateColumn(instant) createdAt!: Date;
}
