import { Check, Column, CreateDateColumn, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { instant } from '../db/columns';

/**
 * Somebody who signs in. Belongs to no workspace: one person may be a member of several, with one password for all.
 */
@Entity()
@Unique('one_person_per_email', ['email'])
@Check('email_lower_case', 'email = lower(email)')
export class Person {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
  /** argon2id with its parameters, as a PHC string */
  @Column('text') passwordHash!: string;
  @CreateDateColumn(instant) createdAt!: Date;
}
