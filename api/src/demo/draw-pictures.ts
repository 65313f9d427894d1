import sharp from 'sharp';

type Color = readonly [number, number, number];

/** A still life of a table: light from above, a glass or a cup with tea or a bowl of something warm, and leaves around it. */
export interface StillLife {
  wall: Color;
  table: Color;
  /** what is in the vessel */
  tea: Color;
  /** a tall glass of cold tea, a low cup of hot tea, or a wide bowl */
  vessel: 'glass' | 'cup' | 'bowl';
  /** 0 to 1: how much light there is */
  light: number;
}

const width = 450;
const height = 600;
const horizon = 0.58;

const mixed = (one: Color, other: Color, share: number): Color => [
  one[0] + (other[0] - one[0]) * share,
  one[1] + (other[1] - one[1]) * share,
  one[2] + (other[2] - one[2]) * share,
];
const within = (value: number): number => Math.min(1, Math.max(0, value));

/** Draws it as a JPEG, pixel by pixel: the demo carries no picture files. */
export function drawn(picture: StillLife): Promise<Buffer> {
  const pixels = Buffer.allocUnsafe(width * height * 3);
  for (let row = 0, at = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const [red, green, blue] = colorAt(picture, column / width, row / height);
      pixels[at++] = red;
      pixels[at++] = green;
      pixels[at++] = blue;
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}

function colorAt(picture: StillLife, x: number, y: number): Color {
  const lit = (color: Color): Color => {
    const glow = within(1.25 - 1.3 * Math.hypot(x - 0.3, y - 0.22)) * 0.5 + picture.light * 0.7;
    return [
      within((color[0] * glow) / 255) * 255,
      within((color[1] * glow) / 255) * 255,
      within((color[2] * glow) / 255) * 255,
    ];
  };
  const ground = y < horizon ? picture.wall : mixed(picture.table, [60, 40, 25], (y - horizon) * 0.7);
  const shadow = within(1 - Math.hypot((x - 0.58) / 0.34, (y - 0.8) / 0.06));
  const leaf = leafAt(x, y);
  const base = mixed(mixed(ground, [20, 16, 12], shadow * 0.55), [70, 110, 58], leaf);
  const vessel = vesselsAt[picture.vessel](picture, x, y);
  return lit(vessel ? mixed(base, vessel.color, vessel.share) : base);
}

interface Layer {
  color: Color;
  share: number;
}

/** A tall glass, a little wider above, filled to nine tenths. */
function glassAt({ tea }: StillLife, x: number, y: number): Layer | null {
  const [top, bottom] = [0.3, 0.8];
  if (y < top || y > bottom) return null;
  const half = 0.15 - 0.03 * ((y - top) / (bottom - top));
  const off = (x - 0.5) / half;
  if (Math.abs(off) > 1) return null;
  if (Math.abs(off) > 0.93 || y > bottom - 0.012) return { color: [240, 246, 246], share: 0.55 };
  if (y < top + 0.05) return { color: [240, 246, 246], share: 0.25 };
  const shine = within(1 - Math.abs(off + 0.62) / 0.1) * 0.55;
  return { color: mixed(tea, [255, 255, 255], shine), share: 0.86 };
}

/** A low cup of white porcelain, seen a little from above. */
function cupAt({ tea }: StillLife, x: number, y: number): Layer | null {
  const surface = Math.hypot((x - 0.5) / 0.21, (y - 0.56) / 0.055);
  if (surface < 0.9) return { color: mixed(tea, [255, 246, 220], within(0.6 - surface) * 0.5), share: 1 };
  if (surface < 1) return { color: [252, 250, 245], share: 1 };
  const body = Math.hypot((x - 0.5) / 0.21, (y - 0.56) / 0.22);
  if (y > 0.56 && body < 1)
    return { color: mixed([248, 246, 240], [176, 168, 158], within((x - 0.42) * 1.8)), share: 1 };
  const ear = Math.hypot((x - 0.73) / 0.07, (y - 0.63) / 0.06);
  return ear > 0.66 && ear < 1 ? { color: [222, 216, 206], share: 1 } : null;
}

/** A wide bowl of stoneware, seen from above, with green scattered on what is in it. */
function bowlAt({ tea }: StillLife, x: number, y: number): Layer | null {
  const surface = Math.hypot((x - 0.5) / 0.34, (y - 0.6) / 0.13);
  if (surface < 0.88) {
    const green = scattered.some(([left, top]) => Math.hypot((x - left) / 0.022, (y - top) / 0.009) < 1);
    return {
      color: green ? [92, 138, 64] : mixed(tea, [255, 236, 196], within(0.75 - surface) * 0.45),
      share: 1,
    };
  }
  if (surface < 1) return { color: [236, 228, 214], share: 1 };
  const body = Math.hypot((x - 0.5) / 0.34, (y - 0.6) / 0.27);
  return y > 0.6 && body < 1
    ? { color: mixed([214, 202, 184], [128, 112, 96], within((x - 0.3) * 1.3)), share: 1 }
    : null;
}
const scattered = [
  [0.36, 0.58],
  [0.44, 0.64],
  [0.5, 0.56],
  [0.58, 0.62],
  [0.64, 0.57],
  [0.53, 0.67],
] as const;

const vesselsAt = { glass: glassAt, cup: cupAt, bowl: bowlAt } as const;

const leaves = [
  [0.16, 0.86, 0.5],
  [0.27, 0.92, -0.4],
  [0.82, 0.9, 0.9],
  [0.74, 0.95, -0.7],
] as const;

function leafAt(x: number, y: number): number {
  return leaves.some(([left, top, turn]) => {
    const [dx, dy] = [x - left, (y - top) * (height / width)];
    const along = dx * Math.cos(turn) + dy * Math.sin(turn);
    const across = dy * Math.cos(turn) - dx * Math.sin(turn);
    return (along / 0.085) ** 2 + (across / 0.026) ** 2 < 1;
  })
    ? 0.85
    : 0;
}

const warm = { wall: [236, 226, 208], table: [176, 132, 92] } as const;
const cool = { wall: [206, 218, 214], table: [150, 140, 124] } as const;

/** What the demo's drafts show. */
export const stillLifes = {
  dimGlass: { ...warm, tea: [168, 126, 62], vessel: 'glass', light: 0.52 },
  brightGlass: { ...warm, tea: [206, 168, 92], vessel: 'glass', light: 0.98 },
  cup: { ...cool, tea: [150, 92, 44], vessel: 'cup', light: 0.92 },
  bowl: { ...warm, tea: [186, 112, 58], vessel: 'bowl', light: 0.94 },
  greenGlass: { ...cool, tea: [158, 176, 92], vessel: 'glass', light: 0.95 },
} as const satisfies Record<string, StillLife>;
export type PictureName = keyof typeof stillLifes;
