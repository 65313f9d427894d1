import { moneyOn } from './money';
import { openDatabase } from './own-process';

// A process that settles what is due and is killed in the middle of a round. It says "done KEY" when the round begins.
const { db } = await openDatabase(6);
const money = moneyOn(db);
process.stdout.write(`done ${process.pid}\n`);
await money.boosts.settleDue(new Date(Date.now() + 40 * 86_400_000));
// Whoever is to be killed is waited for, and may be done before.
setInterval(() => undefined, 1_000);
