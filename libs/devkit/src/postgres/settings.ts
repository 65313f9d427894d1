/**
 * Command line settings of the embedded server.
 *
 * @param fast for tests only: gives up safety against power cuts for speed
 */
export function serverSettings(port: number, fast: boolean): string[] {
  const settings: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // API and worker pools, one pool and one LISTEN connection for each queue, the benchmark and a person
    // with psql.
    max_connections: 200,
    shared_buffers: fast ? '128MB' : '256MB',
    // Engagement arrives in bursts: room for them between checkpoints, and full pages compressed.
    max_wal_size: '2GB',
    wal_compression: 'on',
    // Data sits on SSDs and mostly in memory; the default of 4 makes the planner avoid indexes.
    random_page_cost: 1.1,
    // Queries here take milliseconds; compiling them takes longer than running them.
    jit: 'off',
    idle_in_transaction_session_timeout: '60s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%u@%d ',
    ...(fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
