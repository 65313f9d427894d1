import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a boost's paid impressions brought in one hour. Written by ingest alone. */
@Entity()
export class BoostHour {
  @PrimaryColumn('uuid') boostId!: string;
  @PrimaryColumn('timestamptz') hour!: Date;
  @Column('uuid') workspaceId!: string;
  @Column('integer', { default: 0 }) impressions!: number;
  @Column('integer', { default: 0 }) clicks!: number;
  @Column('integer', { default: 0 }) likes!: number;
  @Column('integer', { default: 0 }) collects!: number;
  @Column('integer', { default: 0 }) follows!: number;
}
