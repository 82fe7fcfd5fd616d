import { createDirectory } from '../bot/directory.ts';
import { openDomainClock } from '../bot/domain-clock.ts';
import type { Config } from '../config.ts';
import type { Clock } from '../core/clock.ts';
import { JOB, OUTBOX, POSTING } from '../core/outbox.ts';
import { HOUSE, type Storage } from '../storage/port.ts';
import type { Diagnosis } from './doctor.ts';
import { clockOf } from './house.ts';

/** Due work that waits longer than this is not being done. */
const LATE_MS = 15 * 60_000;
const MINUTE_MS = 60_000;
const TIME = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Oslo' });

/** What the store says of the bot: its banks, its clock, and work that waits or was given up. */
export async function* diagnoseStore(storage: Storage, config: Config): AsyncGenerator<Diagnosis> {
  const clock = config.local ? await openDomainClock(storage, config.clockStart) : clockOf(config);
  yield ofClock(clock);
  const banks = await createDirectory(storage, clock).banks();
  if (banks.length === 0) {
    yield { about: 'ressursbanker', status: 'ok', text: 'ingen ennå (hentes inn når roboten starter)' };
    return;
  }
  for (const { id, name, adviserChannel } of banks) {
    const entries = await storage.count(id, 'entry', [{ field: 'retired', op: '=', value: false }]);
    const text = `${name}, ${entries} svar i håndboka`;
    const about = `ressursbank ${id}`;
    if (entries > 0) yield { about, status: 'ok', text };
    else yield { about, status: 'advarsel', text, todo: 'gi den en håndbok i oppsettet, og start roboten på nytt' };
    const open = await storage.count(id, 'inquiry', [{ field: 'open', op: '=', value: true }]);
    yield ofInquiries(id, { open, adviserChannel });
  }
  const partitions = [HOUSE, ...banks.map((bank) => bank.id)];
  const count = async (kind: string, state: string) => {
    const counted = await Promise.all(partitions.map((bank) => storage.count(bank, kind, [{ field: 'state', op: '=', value: state }])));
    return counted.reduce((sum, one) => sum + one, 0);
  };
  yield ofGivenUp('meldinger', await count(OUTBOX.name, 'dead'), 'skriv «oppsett» til roboten for å se dem og sende på nytt');
  yield ofGivenUp('kort', await count(POSTING.name, 'failed'), 'skriv «oppsett» til roboten for å se dem og prøve på nytt');
  yield ofGivenUp('jobber', await count(JOB.name, 'dead'), 'se i loggen hva som gikk galt');
  const waiting = await count(OUTBOX.name, 'waiting');
  const jobs = await count(JOB.name, 'waiting');
  const late = [...(await storage.due(OUTBOX.name, clock.real() - LATE_MS, 1)), ...(await storage.due(JOB.name, clock.now() - LATE_MS, 1))];
  const text = `${waiting} meldinger og ${jobs} jobber venter`;
  if (late.length === 0) yield { about: 'arbeid', status: 'ok', text };
  else yield { about: 'arbeid', status: 'advarsel', text: `${text}, noe av det for lenge`, todo: 'se om roboten går' };
}

function ofClock(clock: Clock): Diagnosis {
  const ahead = Math.round((clock.now() - clock.real()) / MINUTE_MS);
  const text = TIME.format(clock.now());
  if (ahead === 0) return { about: 'klokke', status: 'ok', text };
  return {
    about: 'klokke',
    status: 'advarsel',
    text: `${text}, stilt (CLOCK)`,
    todo: 'ta bort CLOCK og bruk en ny DATA_DIR for å følge dagens dato',
  };
}

function ofInquiries(bank: string, { open, adviserChannel }: { open: number; adviserChannel: string | null }): Diagnosis {
  const about = `henvendelser ${bank}`;
  const text = `${open} åpne`;
  if (adviserChannel !== null) return { about, status: 'ok', text };
  const todo = 'velg en kanal for rådgiverne med «oppsett»; til da går kortene til chattene deres';
  return { about, status: 'advarsel', text: `${text}, ingen kanal for rådgiverne`, todo };
}

function ofGivenUp(what: string, count: number, todo: string): Diagnosis {
  if (count === 0) return { about: what, status: 'ok', text: 'ingen er gitt opp' };
  return { about: what, status: 'advarsel', text: `${count} er gitt opp`, todo };
}
