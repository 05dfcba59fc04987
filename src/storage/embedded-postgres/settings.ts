/**
 * Passed on the command line at each start, so that a new version of Pulso can change settings without touching the
 * data directory. Durability (`fsync`, `synchronous_commit`, `full_page_writes`) keeps PostgreSQL's defaults: on.
 */
export const serverSettings = (socketDirectory: string): readonly string[] =>
  Object.entries({
    // Only a socket in a private directory: no network access, and no port conflicts.
    listen_addresses: '',
    unix_socket_directories: quoteListItem(socketDirectory),
    unix_socket_permissions: '0700',
    port: String(SOCKET_PORT),
    max_connections: '100',
    shared_buffers: '128MB',
    max_wal_size: '512MB',
    // Compiling a query pays off after minutes; ours take milliseconds.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // One file per weekday, overwritten a week later. Statements and row contents are not logged: they are people's
    // tweets.
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%u.log',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    log_checkpoints: 'off',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])

/** Only part of the socket's name. */
export const SOCKET_PORT = 5432

/** A list setting accepts any item in double quotes. */
const quoteListItem = (item: string) => `"${item.replaceAll('"', '""')}"`
