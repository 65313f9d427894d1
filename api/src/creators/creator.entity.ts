import type { Category, HealthLevel, Persona, Province, Scene, Style } from '@poolrise/domain';
import { Check, Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { instant } from '../db/columns';

const words = { array: true, default: [] };

/**
 * Somebody who publishes, and on what terms. A public directory: the same creator works for many brands, so no workspace
 * owns the row. What is measured of them stands in `creator_figures`, written by SQL alone.
 */
@Entity()
@Unique('one_creator_per_red_id', ['redId'])
@Unique('one_creator_per_platform_id', ['platformId'])
@Check('followers_not_negative', 'followers >= 0')
@Check('image_price_not_negative', 'image_cents >= 0')
@Check('video_price_not_negative', 'video_cents >= 0')
@Check('creator_health_known', `health in ('excellent', 'ordinary', 'abnormal')`)
@Index('creator_name_part', { synchronize: false })
@Index('creator_by_change', ['changedIn'])
@Index('creator_by_main_category', { synchronize: false })
@Index('creator_by_followers', { synchronize: false })
export class Creator {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') name!: string;
  /** the platform's public handle */
  @Column('text') redId!: string;
  /** the platform's own id, 24 hex digits, as it stands in links */
  @Column('text', { nullable: true }) platformId!: string | null;
  @Column('integer') followers!: number;
  @Column('text') gender!: string;
  @Column('text') cityTier!: string;
  @Column('text', { nullable: true }) province!: Province | null;
  @Column('text', { nullable: true }) city!: string | null;
  @Column('text', { array: true }) categories!: Category[];
  @Column('text', words) subCategories!: string[];
  @Column('text', words) personas!: Persona[];
  @Column('text', words) styles!: Style[];
  @Column('text', words) scenes!: Scene[];
  /** the agency the creator is signed with */
  @Column('text', { nullable: true }) mcn!: string | null;
  /** quote for one note of this kind; null: not offered */
  @Column('integer', { nullable: true }) imageCents!: number | null;
  @Column('integer', { nullable: true }) videoCents!: number | null;
  @Column('boolean', { default: false }) acceptsImage!: boolean;
  @Column('boolean', { default: false }) acceptsVideo!: boolean;
  /** a gate and never a weight */
  @Column('text', { default: 'ordinary' }) health!: HealthLevel;
  @Column('integer', { default: 0 }) activeOrders!: number;
  @Column('text', words) servedCategories!: string[];
  @Column('text', words) servedBrands!: string[];
  @Column('integer', { name: 'invitations_90d', default: 0 }) invitations90d!: number;
  @Column('integer', { name: 'accepted_90d', default: 0 }) accepted90d!: number;
  @Column('integer', { name: 'completed_90d', default: 0 }) completed90d!: number;
  @Column('integer', { name: 'on_time_90d', default: 0 }) onTime90d!: number;
  @Column('integer', { name: 'cancelled_90d', default: 0 }) cancelled90d!: number;
  @Column('integer', { nullable: true }) replyMinutesMedian!: number | null;
  @Column({ ...instant, nullable: true }) lastNoteAt!: Date | null;
  /** gone from the platform: found no more, but still named where somebody chose them */
  @Column({ ...instant, nullable: true }) deletedAt!: Date | null;
  /** the name as searches compare it */
  @Column('text', { default: '' }) searchName!: string;
  /** which transaction wrote the row last; whoever keeps a copy in memory asks for what came since */
  @Column('bigint', { default: 0 }) changedIn!: string;
  @CreateDateColumn(instant) createdAt!: Date;
}
