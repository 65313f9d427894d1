import http from 'node:http';

/** Figures of one run: milliseconds, and how many a second. */
export interface Load {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  failed: number;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });

/** One POST; resolves with the status and the body once it is read. */
export function post(
  url: string,
  body: string | Buffer,
  headers: Record<string, string>,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          ...headers,
        },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (text += part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** Closed loop: `clients` send the bodies one after the other, as fast as they are answered. */
export async function closedLoop(
  bodies: readonly string[],
  clients: number,
  send: (body: string) => Promise<boolean>,
): Promise<Load> {
  let next = 0;
  const took: number[] = [];
  let failed = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
        const from = performance.now();
        if (!(await send(body))) failed++;
        took.push(performance.now() - from);
      }
    }),
  );
  return figures(took, performance.now() - began, failed);
}

/** Open loop: `perSecond` requests start every second whether or not earlier ones were answered, as readers do. */
export async function openLoop(
  seconds: number,
  perSecond: number,
  send: (at: number) => Promise<boolean>,
): Promise<Load> {
  const took: number[] = [];
  let failed = 0;
  const under: Promise<void>[] = [];
  const began = performance.now();
  for (let at = 0; at < seconds * perSecond; at++) {
    const due = began + (at * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    // Measured from when it was due: a late start is the system's fault as well (coordinated omission).
    under.push(
      send(at).then((good) => {
        if (!good) failed++;
        took.push(performance.now() - Math.max(due, began));
      }),
    );
  }
  await Promise.all(under);
  return figures(took, performance.now() - began, failed);
}

export function figures(took: number[], elapsedMs: number, failed = 0): Load {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  return { perSecond: (took.length / elapsedMs) * 1000, p50: at(0.5), p95: at(0.95), p99: at(0.99), failed };
}
