import { existsSync, mkdirSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What Playwright needs to open a Chromium that it did not download itself. */
export interface ChromiumLaunch {
  executablePath: string;
  args: string[];
}

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

// Nothing is fetched behind a test's back, and text is drawn alike everywhere.
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--no-first-run',
];

/**
 * Finds a browser: CHROMIUM_PATH, else one installed on the system, else the one that npm brought (Linux on
 * x64).
 *
 * @throws Error with the remedy when there is none
 */
export async function chromiumLaunch(): Promise<ChromiumLaunch> {
  const installed = process.env['CHROMIUM_PATH'] || systemBrowsers.find((file) => existsSync(file));
  if (installed) {
    // Chromium's sandbox refuses to work as root and needs rights that containers seldom give.
    const unsandboxed = process.getuid?.() === 0 || process.env['CI'] ? ['--no-sandbox'] : [];
    return { executablePath: installed, args: [...quiet, ...unsandboxed] };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome or Chromium was found: install one, or name its program in CHROMIUM_PATH.');
  }
  return {
    executablePath: await unpackedChromium(),
    // Not the package's own list: it switches off web security and runs everything in one process.
    args: [
      ...quiet,
      '--no-sandbox',
      '--no-zygote',
      '--in-process-gpu',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--headless=shell',
    ],
  };
}

/**
 * Unpacks npm's Chromium, 209 MB, once a user: into a folder of their own, since in the shared temporary folder the first
 * user's would be in the way of the next one, and anybody could put a program of theirs in its place.
 */
async function unpackedChromium(): Promise<string> {
  const user = process.getuid?.() ?? 0;
  const folder = path.join(os.tmpdir(), `poolrise-chromium-${user}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (statSync(folder).uid !== user)
    throw new Error(`${folder} belongs to somebody else: remove it, or name a browser in CHROMIUM_PATH.`);

  const shared = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    if (shared === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = shared;
  }
}
