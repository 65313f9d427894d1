import { existsSync } from 'node:fs';

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
  const { default: chromium } = await import('@sparticuz/chromium');
  return {
    executablePath: await chromium.executablePath(),
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
