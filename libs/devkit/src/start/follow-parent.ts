/**
 * Loaded before a program of the supervisor: the program ends when the supervisor is gone.
 *
 * A supervisor that is killed cannot stop anyone. What is left is the IPC pipe, which the system closes for
 * it.
 */
const msToFinish = 1500;

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), msToFinish).unref();
});
// The pipe alone must not keep a program alive that has done its work.
process.channel?.unref();
