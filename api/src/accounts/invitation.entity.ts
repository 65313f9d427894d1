import type { Role } from '@poolrise/contracts';
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
 * A workspace asks somebody to join. Kept by e-mail: whether there is such a person shows only when they come. The name
 * and the password are for an account that may have to be opened then; of somebody who has one neither is used.
 */
@Entity()
@Unique('one_invitation_per_email', ['workspaceId', 'email'])
@Check('invitation_email_lower_case', 'email = lower(email)')
@Check(
  'invitation_role_known',
  `role in ('owner', 'marketer', 'analyst', 'finance', 'client_viewer', 'creator', 'operator')`,
)
export class Invitation {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid') @ForeignKey('Workspace', { name: 'invitation_workspace_fk' }) workspaceId!: string;
  @Column('text') @Index('invitation_of_email') email!: string;
  @Column('text') name!: string;
  @Column('text') role!: Role;
  @Column('text') passwordHash!: string;
  @Column('uuid') @ForeignKey('Person', { name: 'invitation_person_fk' }) invitedBy!: string;
  @CreateDateColumn(instant) invitedAt!: Date;
}
