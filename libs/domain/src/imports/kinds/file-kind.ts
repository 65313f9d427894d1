import type { InteractionKind } from '../../metrics/compute';
import type { ImportField } from '../fields';
import type { MoneyUnit } from '../read-money';
import type { RateUnit } from '../read-rate';

/** What one row of a file becomes. */
export const recordTypes = [
  'note-snapshot',
  'order',
  'ad-row',
  'creator-snapshot',
  'series-point',
  'shop-order',
] as const;
export type RecordType = (typeof recordTypes)[number];

/** Files that people really have, by the names of the domain notes 5.1. */
export const fileKindIds = [
  'P0',
  'P1',
  'P2',
  'P3',
  'P4',
  'Q1',
  'N1',
  'J1',
  'J2',
  'C1',
  'C2',
  'C3',
  'W1',
  'W2',
  'V1',
  'V2',
] as const;
export type FileKindId = (typeof fileKindIds)[number];

/** A column that files of a kind are known to have. */
export interface KindColumn {
  readonly field: ImportField;
  /** its headers as files print them; `A/B` is B under the group header A */
  readonly aliases: readonly string[];
  /** without it the file says nothing */
  readonly required?: boolean;
  /** which of several columns of the same header it is, counted from 1 */
  readonly occurrence?: number;
  readonly rateUnit?: RateUnit;
  readonly moneyUnit?: MoneyUnit;
}

/** What names a row: fields that all have to be known, or what belongs to the file as a whole. */
export type IdentityPart = 'dataDate' | 'source' | readonly (readonly ImportField[])[];

/** What was taken for granted in reading a kind of file, to be shown with it. */
export const assumptionCodes = [
  'surfaces-twice-named',
  'portraits-twice-named',
  'cost-includes-service-fee',
  'cpm-is-per-thousand-reads',
  'vendor-id-is-no-account-number',
  'cumulative-snapshots',
  'matched-by-title',
  'counts-of-the-period',
  'empty-header-is-data-date',
  'duplicate-header-first-kept',
  'group-carried-right',
  'rate-unit-by-profile',
  'money-unit-by-profile',
] as const;
export type AssumptionCode = (typeof assumptionCodes)[number];

/** One kind of file: how to know it, what its columns mean, what names a row. */
export interface FileKind {
  readonly id: FileKindId;
  readonly record: RecordType;
  readonly zh: string;
  readonly en: string;
  readonly columns: readonly KindColumn[];
  /** what gives it away: of each group one field at least has to be there */
  readonly fingerprint: readonly (readonly ImportField[])[];
  /** each part has alternatives in order of trust; a row without any of them has no identity */
  readonly identity: readonly IdentityPart[];
  /** what bare numbers in its columns of rates mean, where public files agree */
  readonly rateUnit: RateUnit | null;
  /** what bare amounts count */
  readonly moneyUnit: MoneyUnit | null;
  /** which actions its 互动量 counts, as far as is known; the checks say what a file really does */
  readonly interactions: InteractionKind | null;
  readonly assumptions: readonly AssumptionCode[];
  /** curves: one metric for each sheet or list, named by it */
  readonly bySheet?: boolean;
  /** its headers are keys of JSON */
  readonly json?: boolean;
}

type More = Omit<KindColumn, 'field' | 'aliases'>;

/** One column in one line. */
export const column = (
  field: ImportField,
  aliases: string | readonly string[],
  more: More = {},
): KindColumn => ({
  field,
  aliases: typeof aliases === 'string' ? aliases.split('|') : aliases,
  ...more,
});

/** Columns of persons that any file may have; their aliases are as wide as possible, because they are dropped. */
export const personalColumns: readonly KindColumn[] = [
  column('nickname', '昵称|博主昵称|达人昵称|达人名称|用户昵称|作者昵称|nickname|user_nickname|nick_name'),
  column('avatar', '头像|头像链接|avatar|avatar_url|images'),
  column('ipLocation', 'IP属地|ip属地|ip_location|ipLocation'),
  column('gender', '性别|gender|sex'),
  column('phone', '手机号|手机|手机号码|电话|联系电话|联系方式|phone|mobile|tel'),
  column('wechat', '微信号|微信|微信ID|vx|wechat|weixin'),
  column('email', '邮箱|电子邮箱|email|e-mail'),
  column('postalAddress', '地址|收货地址|收件地址|address'),
  column('staffName', '员工姓名|负责人|媒介|对接人|staff'),
  column('realName', '姓名|真实姓名|收件人|收货人|real_name'),
  column('identityNumber', '身份证号|身份证|证件号|id_card'),
  column(
    'accessToken',
    'xsec_token|xsecToken|xsec_source|token|access_token|cookie|cookies|web_session|a1|session',
  ),
];
