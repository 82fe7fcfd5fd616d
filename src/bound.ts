/**
 * Begins anew as the same process with V8 bound by these flags, unless it is: V8 takes them at its start alone. Where the system can't
 * (Windows), it goes on unbound.
 */
export function runBound(flags: readonly string[]): void {
  const isBound = flags.every((flag) => process.execArgv.some((arg) => arg.startsWith(flag.split('=')[0] ?? flag)));
  if (isBound || process.execve === undefined || process.platform === 'win32') return;
  process.execve(process.execPath, [process.execPath, ...process.execArgv, ...flags, ...process.argv.slice(1)]);
}
