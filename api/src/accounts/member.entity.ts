import type { Role } from '@poolrise/contracts';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { instant } from '../db/columns';

/** What a person may do in a workspace. */
@Entity()
@Check(
  'member_role_known',
  `role in ('owner', 'marketer', 'analyst', 'finance', 'client_viewer', 'creator', 'operator')`,
)
export class Member {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'one_membership_per_person' })
  @ForeignKey('Workspace', { name: 'member_workspace_fk' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'one_membership_per_person' })
  @ForeignKey('Person', { name: 'member_person_fk' })
  @Index('member_of_person')
  personId!: string;

  @Column('text') role!: Role;
  /** Notices later than this are unread; null: none was ever seen. */
  @Column({ ...instant, nullable: true }) noticesSeenAt!: Date | null;
  @CreateDateColumn(instant) joinedAt!: Date;
}
