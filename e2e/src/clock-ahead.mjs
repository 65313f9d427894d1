/**
 * Loaded before a program (`node --import`), it lets that program live CLOCK_AHEAD_MS milliseconds ahead of the machine: what
 * is due in weeks is due now. Timers, and the clock of PostgreSQL, stay as they are.
 */
const aheadMs = Number(process.env['CLOCK_AHEAD_MS'] ?? 0);
const machine = Date;
const now = () => machine.now() + aheadMs;

globalThis.Date = new Proxy(machine, {
  construct: (target, parts, asked) => Reflect.construct(target, parts.length > 0 ? parts : [now()], asked),
  apply: () => new machine(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});
