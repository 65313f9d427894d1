import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { instant } from '../db/columns';

/**
 * A signed-in browser. The cookie holds 256 random bits and this row only their hash, so that a stolen backup opens
 * nothing. Deleting the row signs the browser out at once.
 */
@Entity()
export class Session {
  @PrimaryColumn('bytea') idHash!: Buffer;
  @Column('uuid')
  @ForeignKey('Person', { name: 'session_person_fk', onDelete: 'CASCADE' })
  @Index('session_of_person')
  personId!: string;
  @CreateDateColumn(instant) createdAt!: Date;
  /** Good to a minute: it is written at most that often. */
  @Column({ ...instant, default: () => 'now()' }) lastSeenAt!: Date;
  @Column(instant) expiresAt!: Date;
  @Column('text', { default: '' }) userAgent!: string;
}
