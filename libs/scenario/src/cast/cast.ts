import type { Role, WorkspaceKind } from '@poolrise/contracts';
import type { Category } from '@poolrise/domain';
import { RandomStream } from '../random';
import type { brandBooks } from '../writing/brands';
import { castCreators, type CastCreator, marketplace } from './creators';

export type WorkspaceKey =
  | 'lin'
  | 'muyu'
  | 'wildpath'
  | 'shanhai'
  | 'beacon'
  | 'islet'
  | 'meadow'
  | 'drizzle'
  | 'xiaoman'
  | 'platform';

export interface CastWorkspace {
  id: string;
  key: WorkspaceKey;
  kind: WorkspaceKind;
  name: string;
  /** of a client's room: whose client it is, and what it sells */
  agency?: WorkspaceKey;
  category?: Category;
  brands?: readonly string[];
}

/** A brand and what it markets. */
export interface CastBrand {
  workspace: WorkspaceKey;
  book: keyof typeof brandBooks;
  category: Category;
  /** Notes about its products in the history. */
  notes: number;
}

export interface CastPerson {
  id: string;
  name: string;
  email: string;
  memberships: readonly { workspace: WorkspaceKey; role: Role }[];
  /** Offered on the sign-in page of the demo. */
  shown: boolean;
}

export interface Cast {
  seed: string;
  /** whose notes are in the history of the feed */
  creators: CastCreator[];
  /** who stands in the directory besides */
  marketplace: CastCreator[];
  workspaces: CastWorkspace[];
  brands: readonly CastBrand[];
  people: CastPerson[];
  /** The creator who has a desk of her own. */
  xiaoman: CastCreator;
}

/** The seed of the demo world. Readers use it too, so that they know the notes as their creators wrote them. */
export const demoSeed = '20261123';
export const demoPassword = 'poolrise-demo-2026';

const creatorCount = 2_400;
const marketplaceCount = 1_200;

const workspaces: readonly Omit<CastWorkspace, 'id'>[] = [
  { key: 'lin', kind: 'brand', name: '林家茶 Lin\u2019s Tea' },
  { key: 'muyu', kind: 'brand', name: '木屿护肤 Muyu Skincare' },
  { key: 'wildpath', kind: 'brand', name: '野径户外 Wildpath Outdoor' },
  { key: 'shanhai', kind: 'agency', name: '山海传媒 Shanhai Media' },
  { key: 'beacon', kind: 'agency', name: '灯塔互动 Beacon Interactive' },
  { key: 'xiaoman', kind: 'creator', name: '小满的茶桌 Xiaoman\u2019s desk' },
  { key: 'platform', kind: 'platform', name: '社区运营 Community' },
];

/** Two clients of one agency in one category, so that a creator proposed to both is a conflict. */
const clientRooms: readonly Omit<CastWorkspace, 'id'>[] = [
  {
    key: 'islet',
    kind: 'client',
    name: '青屿咖啡 Islet Coffee',
    agency: 'shanhai',
    category: 'food',
    brands: ['青屿', 'Islet'],
  },
  {
    key: 'meadow',
    kind: 'client',
    name: '原野酸奶 Meadow Yogurt',
    agency: 'shanhai',
    category: 'food',
    brands: ['原野'],
  },
  {
    key: 'drizzle',
    kind: 'client',
    name: '微雨香氛 Drizzle Scents',
    agency: 'shanhai',
    category: 'beauty',
    brands: ['微雨'],
  },
];

export const brands: readonly CastBrand[] = [
  { workspace: 'lin', book: 'tea', category: 'food', notes: 150 },
  { workspace: 'muyu', book: 'skincare', category: 'beauty', notes: 130 },
  { workspace: 'wildpath', book: 'wildpath', category: 'outdoor', notes: 110 },
];

type Person = Omit<CastPerson, 'id'>;
const people: readonly Person[] = [
  {
    name: '林晓 Lin Xiao',
    email: 'lin@poolrise.demo',
    memberships: [{ workspace: 'lin', role: 'owner' }],
    shown: true,
  },
  {
    name: '梅雨晴 Mei Yuqing',
    email: 'mei@poolrise.demo',
    memberships: [{ workspace: 'lin', role: 'marketer' }],
    shown: true,
  },
  {
    name: '陈立 Chen Li',
    email: 'chen@poolrise.demo',
    memberships: [{ workspace: 'lin', role: 'finance' }],
    shown: true,
  },
  {
    name: '吴桐 Wu Tong',
    email: 'wu@poolrise.demo',
    memberships: [{ workspace: 'lin', role: 'analyst' }],
    shown: true,
  },
  {
    name: '周舟 Zhou Zhou',
    email: 'zhou@poolrise.demo',
    memberships: [
      { workspace: 'shanhai', role: 'owner' },
      { workspace: 'islet', role: 'owner' },
      { workspace: 'meadow', role: 'owner' },
      { workspace: 'drizzle', role: 'owner' },
      { workspace: 'lin', role: 'client_viewer' },
      { workspace: 'muyu', role: 'client_viewer' },
    ],
    shown: true,
  },
  {
    name: '小满 Xiaoman',
    email: 'xiaoman@poolrise.demo',
    memberships: [{ workspace: 'xiaoman', role: 'owner' }],
    shown: true,
  },
  {
    name: '运营 Operator',
    email: 'ops@poolrise.demo',
    memberships: [{ workspace: 'platform', role: 'operator' }],
    shown: true,
  },
  {
    name: '苏木 Su Mu',
    email: 'su@poolrise.demo',
    memberships: [{ workspace: 'muyu', role: 'owner' }],
    shown: false,
  },
  {
    name: '韩野 Han Ye',
    email: 'han@poolrise.demo',
    memberships: [{ workspace: 'wildpath', role: 'owner' }],
    shown: false,
  },
  {
    name: '乔灯 Qiao Deng',
    email: 'qiao@poolrise.demo',
    memberships: [{ workspace: 'beacon', role: 'owner' }],
    shown: false,
  },
];

/** People of the agency's clients, and of its team who was let into one room alone. */
const ofClients: readonly Person[] = [
  {
    name: '何帆 He Fan',
    email: 'he@poolrise.demo',
    memberships: [
      { workspace: 'shanhai', role: 'marketer' },
      { workspace: 'islet', role: 'marketer' },
      { workspace: 'drizzle', role: 'marketer' },
    ],
    shown: false,
  },
  {
    name: '苏青 Su Qing',
    email: 'qing@poolrise.demo',
    memberships: [{ workspace: 'islet', role: 'client_viewer' }],
    shown: false,
  },
];

/** Everybody: creators, workspaces, people. The same for the same seed, whatever the hour. */
export function castOf(seed: string): Cast {
  const random = new RandomStream(seed, 'cast');
  const creators = castCreators(seed, creatorCount);
  const xiaoman: CastCreator = {
    ...(creators[0] as CastCreator),
    name: '小满爱喝茶',
    language: 'zh',
    followers: 8_600,
    gender: 'female',
    cityTier: 'new_tier1',
    categories: ['food', 'lifestyle', 'home'],
    craft: { hook: 1.25, content: 1.3 },
    diligence: 3,
  };
  creators[0] = xiaoman;
  // Drawn apart, so that nobody else's id depends on whether there are clients.
  const apart = new RandomStream(seed, 'clients');
  return {
    seed,
    creators,
    marketplace: castCreators(seed, marketplaceCount, marketplace),
    workspaces: [
      ...workspaces.map((workspace) => ({ id: random.uuid(), ...workspace })),
      ...clientRooms.map((workspace) => ({ id: apart.uuid(), ...workspace })),
    ],
    brands,
    people: [
      ...people.map((person) => ({ id: random.uuid(), ...person })),
      ...ofClients.map((person) => ({ id: apart.uuid(), ...person })),
    ],
    xiaoman,
  };
}

/** @throws Error for a workspace that is not in the cast */
export function workspaceOf(cast: Cast, key: WorkspaceKey): CastWorkspace {
  const found = cast.workspaces.find((workspace) => workspace.key === key);
  if (!found) throw new Error(`There is no workspace ${key} in the cast`);
  return found;
}

/** Who does a workspace's marketing: the first of the cast with that role there. */
export function marketerOf(cast: Cast, key: WorkspaceKey): CastPerson {
  const found = cast.people.find(({ memberships }) =>
    memberships.some(({ workspace, role }) => workspace === key && role === 'marketer'),
  );
  if (!found) throw new Error(`Nobody in the cast is a marketer of ${key}`);
  return found;
}
