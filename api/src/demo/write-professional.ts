import { professionalUntil } from '@poolrise/domain';
import { type Cast, workspaceOf } from '@poolrise/scenario';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import sharp from 'sharp';
import type { MediaStore } from '../media/media-store';
import { DemoPictures } from './write-media';
import { insert } from './write-rows';

const hourMs = 3_600_000;

interface Told {
  legalName: string;
  creditCode: string;
  contact: [name: string, phone: string];
  hoursAgo: number;
  answer?: { state: 'verified' | 'refused'; reason: string; remedy?: string; hoursLater: number };
}

/** The brand is verified. */
const ofBrand: Told = {
  legalName: '杭州林家茶业有限公司',
  creditCode: '91350100M000100Y43',
  contact: ['林清和', '0571 8700 1234'],
  hoursAgo: 24 * 120,
  answer: {
    state: 'verified',
    reason: '名称、代码与执照一致 Name and code as on the licence',
    hoursLater: 22,
  },
};
/** Of the desks one waits, and one was refused. */
const ofDesks: readonly Told[] = [
  {
    legalName: '上海半山茶事工作室',
    creditCode: '91310000MA1FL0X462',
    contact: ['周小满', '021 6200 8800'],
    hoursAgo: 26,
  },
  {
    legalName: '成都一盏灯文化传播有限公司',
    creditCode: '91510100MA6C8R4T20',
    contact: ['陈一', '028 8600 5566'],
    hoursAgo: 90,
    answer: {
      state: 'refused',
      reason: '印章盖住了名称，看不清 The seal covers the name',
      remedy: 'clearer-licence',
      hoursLater: 20,
    },
  },
];

/** Professional accounts: a brand that is verified, a desk that waits, one that was refused, and Xiaoman's identity. */
export async function writeProfessional(
  client: pg.Client,
  cast: Cast,
  store: MediaStore | null,
  now: number,
): Promise<void> {
  const xiaoman = workspaceOf(cast, 'xiaoman').id;
  await insert(client, 'professional_account', {
    workspace_id: xiaoman,
    identity: 'food',
    changed_at: new Date(now - 30 * 24 * hourMs),
  });
  const pictures = new DemoPictures(client, store);
  const licence = await licenceDrawn();
  const { rows: desks } = await client.query<{ id: string }>(
    `select id from workspace where kind = 'creator' and creator_id is not null and id <> $1 order by created_at, id limit 2`,
    [xiaoman],
  );
  const { rows: operators } = await client.query<{ id: string }>(
    `select person_id as id from member where workspace_id = $1 order by role = 'operator' desc, person_id limit 1`,
    [workspaceOf(cast, 'platform').id],
  );
  const told = [
    { workspaceId: workspaceOf(cast, 'lin').id, ...ofBrand },
    ...ofDesks.flatMap((one, index) => {
      const desk = desks[index];
      return desk ? [{ workspaceId: desk.id, ...one }] : [];
    }),
  ];
  for (const one of told) {
    const at = new Date(now - one.hoursAgo * hourMs);
    // Without a store there is no picture, and without a picture no application.
    const licenceId = await pictures.keepDrawn(one.workspaceId, licence, at);
    if (licenceId === null) return;
    const decided = one.answer ? new Date(at.getTime() + one.answer.hoursLater * hourMs) : null;
    const verified = one.answer?.state === 'verified' ? decided : null;
    const { rows: owners } = await client.query<{ id: string }>(
      `select person_id as id from member where workspace_id = $1 order by role = 'owner' desc, person_id limit 1`,
      [one.workspaceId],
    );
    const id = randomUUID();
    await insert(client, 'professional_application', {
      id,
      workspace_id: one.workspaceId,
      request_key: randomUUID(),
      legal_name: one.legalName,
      credit_code: one.creditCode,
      licence_id: licenceId,
      contact_name: one.contact[0],
      contact_phone: one.contact[1],
      renewal: false,
      state: one.answer?.state ?? 'submitted',
      asked_by: owners[0]?.id ?? null,
      asked_at: at,
      decided_by: decided && (operators[0]?.id ?? null),
      decided_at: decided,
      reason: one.answer?.reason ?? null,
      remedy: one.answer?.remedy ?? null,
      verified_at: verified,
      until: verified && new Date(professionalUntil(verified.getTime(), null)),
    });
    // As the service tells the platform's people of whoever applies.
    await client.query(
      `insert into audit_event (workspace_id, person_id, action, subject_id, detail, at)
       select $1, $2, 'professional.applied', $3, jsonb_build_object('workspace', name), $4 from workspace where id = $5`,
      [workspaceOf(cast, 'platform').id, owners[0]?.id ?? null, id, at, one.workspaceId],
    );
  }
}

type Color = readonly [red: number, green: number, blue: number];
const paper: Color = [251, 248, 239];
const ink: Color = [107, 118, 128];
const red: Color = [192, 57, 43];
const gold: Color = [176, 141, 60];

/** A licence as it looks from afar, pixel by pixel: a framed sheet with lines and a seal. The demo carries no picture files. */
function licenceDrawn(): Promise<Buffer> {
  const [width, height] = [640, 480];
  const pixels = Buffer.alloc(width * height * 3);
  const box = (left: number, top: number, wide: number, high: number, color: Color): void => {
    for (let y = top; y < top + high; y++)
      for (let x = left; x < left + wide; x++) pixels.set(color, (y * width + x) * 3);
  };
  box(0, 0, width, height, [233, 226, 208]);
  box(20, 20, 600, 440, gold);
  box(28, 28, 584, 424, paper);
  box(294, 54, 52, 52, red);
  box(210, 126, 220, 26, [47, 58, 64]);
  for (let row = 0; row < 7; row++) box(90, 190 + row * 34, row % 3 === 2 ? 240 : 420 - row * 20, 10, ink);
  box(450, 330, 100, 100, red);
  box(457, 337, 86, 86, paper);
  box(488, 368, 24, 24, red);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}
