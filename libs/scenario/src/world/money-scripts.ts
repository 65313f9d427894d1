import { lin } from './money-of-lin';
import { grants, type MoneyScript } from './money-script';

const muyu: MoneyScript = {
  workspace: 'muyu',
  marketer: 'su@poolrise.demo',
  payer: 'su@poolrise.demo',
  topUps: [
    { hoursAgo: 690, cents: 400_000, reference: '对公转账 MY-0025' },
    { hoursAgo: 210, cents: 300_000, reference: '对公转账 MY-0114' },
  ],
  given: [{ hoursAgo: 205, bucket: 'credit', cents: 200_000, subject: '授信额度 ¥2,000' }],
  vouchers: [
    {
      key: 'welcome',
      name: '新品牌代金券 ¥50',
      kind: 'fixed',
      faceCents: 5_000,
      minBudgetCents: 15_000,
      grantedHoursAgo: 685,
      expiresInHours: -200,
      grantedBy: grants.welcome,
    },
    {
      key: 'main',
      name: '冬季加热券 ¥150',
      kind: 'fixed',
      faceCents: 15_000,
      minBudgetCents: 40_000,
      stackable: true,
      grantedHoursAgo: 230,
      expiresInHours: 260,
      grantedBy: grants.season,
    },
    {
      key: 'traffic',
      name: '流量券 5,000 次曝光',
      kind: 'traffic',
      impressions: 5_000,
      stackable: true,
      grantedHoursAgo: 230,
      expiresInHours: 120,
      grantedBy: grants.season,
    },
    {
      key: 'ratio',
      name: '护肤类目九折券',
      kind: 'ratio',
      basisPoints: 1_000,
      faceCents: 12_000,
      categories: ['beauty'],
      grantedHoursAgo: 150,
      expiresInHours: 500,
      grantedBy: grants.season,
    },
    {
      key: 'half',
      name: '年货节代金券 ¥180',
      kind: 'fixed',
      faceCents: 18_000,
      maxShareBasisPoints: 6_000,
      grantedHoursAgo: 60,
      expiresInHours: 100,
      grantedBy: '社区 · 年货节',
    },
    {
      key: 'reach',
      name: '流量券 4,000 次曝光',
      kind: 'traffic',
      impressions: 4_000,
      stackable: true,
      grantedHoursAgo: 60,
      expiresInHours: 240,
      grantedBy: grants.season,
    },
  ],
  boosts: [
    { hoursAgo: 600, goal: 'reads', budgetCents: 60_000, durationHours: 72, vouchers: ['welcome'] },
    { hoursAgo: 450, goal: 'follows', budgetCents: 40_000, durationHours: 48, delivery: 0.9 },
    { hoursAgo: 310, goal: 'reads', budgetCents: 75_000, durationHours: 72 },
    {
      hoursAgo: 180,
      goal: 'likes-collects',
      budgetCents: 90_000,
      durationHours: 96,
      vouchers: ['main'],
      audience: { genders: ['female'], ageBands: ['18-24', '25-34'] },
    },
    { hoursAgo: 46, goal: 'reads', budgetCents: 30_000, durationHours: 24 },
    { hoursAgo: 20, goal: 'reads', budgetCents: 105_000, durationHours: 96, vouchers: ['traffic'] },
  ],
};

const wildpath: MoneyScript = {
  workspace: 'wildpath',
  marketer: 'han@poolrise.demo',
  payer: 'han@poolrise.demo',
  topUps: [{ hoursAgo: 660, cents: 350_000, reference: '对公转账 WP-88' }],
  vouchers: [
    {
      key: 'main',
      name: '户外周加热券 ¥60',
      kind: 'fixed',
      faceCents: 6_000,
      minBudgetCents: 15_000,
      grantedHoursAgo: 300,
      expiresInHours: 200,
      categories: ['outdoor'],
      grantedBy: '社区 · 户外周',
    },
    {
      key: 'traffic',
      name: '流量券 2,000 次曝光',
      kind: 'traffic',
      impressions: 2_000,
      grantedHoursAgo: 300,
      expiresInHours: 30,
      grantedBy: '社区 · 户外周',
    },
  ],
  boosts: [
    { hoursAgo: 560, goal: 'reads', budgetCents: 45_000, durationHours: 48 },
    { hoursAgo: 280, goal: 'follows', budgetCents: 30_000, durationHours: 72, delivery: 0.66 },
    { hoursAgo: 120, goal: 'reads', budgetCents: 30_000, durationHours: 48, stoppedAfter: 30 },
    { hoursAgo: 6, goal: 'likes-collects', budgetCents: 45_000, durationHours: 48, vouchers: ['main'] },
  ],
};

const xiaoman: MoneyScript = {
  workspace: 'xiaoman',
  marketer: 'xiaoman@poolrise.demo',
  payer: 'xiaoman@poolrise.demo',
  topUps: [{ hoursAgo: 500, cents: 30_000, reference: '个人充值' }],
  vouchers: [
    {
      key: 'traffic',
      name: '创作激励 流量券 1,000 次曝光',
      kind: 'traffic',
      impressions: 1_000,
      grantedHoursAgo: 96,
      expiresInHours: 240,
      grantedBy: '社区 · 创作激励',
    },
  ],
  boosts: [{ hoursAgo: 240, goal: 'follows', budgetCents: 7_500, durationHours: 24 }],
};

export const moneyScripts: readonly MoneyScript[] = [lin, muyu, wildpath, xiaoman];
