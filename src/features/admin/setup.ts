import { z } from 'zod';
import { BANK, type Bank, bankSchema, type Grant, PERSON, type PersonRecord, personSchema } from '../../core/banks.ts';
import type { Tx } from '../../core/features.ts';
import { idFrom } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { defineKind } from '../../core/records.ts';
import type { BankInFile, PersonInFile, Setup } from '../../core/setup.ts';

/**
 * What a record said in the file when it was last brought in (`file`) and what was written then (`written`): so that only what changed
 * in the file is brought in again, and what people changed in Teams since is seen.
 */
const IMPORTED = defineKind('imported', z.object({ file: z.string(), written: z.string() }));

/** Records brought in per commit: each writes itself and what was imported. */
const BATCH = 40;

export interface ImportReport {
  /** Records written, as `bank rph` or `person <id>`. */
  readonly changed: readonly string[];
  /** Records that people changed in Teams since: left as they are. */
  readonly left: readonly string[];
  /** Whether there is more to bring in: run it again. */
  readonly more: boolean;
}

interface Step {
  readonly name: string;
  readonly id: string;
  readonly file: string;
  readonly isChangedInTeams: boolean;
  readonly write: (tx: Tx) => void;
}

const hash = (value: unknown) => idFrom(JSON.stringify(value));

/** A bank of the file over the starter bank of the same id: what the file leaves out stays. Its calendar is as it was switched in Teams. */
function mergedBank(inFile: BankInFile, starter: Bank | undefined, stored: Bank | undefined): Bank {
  const given = Object.fromEntries(Object.entries(inFile).filter(([, value]) => value !== undefined));
  return bankSchema.parse({ ...starter, ...given, feed: stored?.feed });
}

/** What of a bank the file decides. */
function ofFileAlone({ feed: _, ...bank }: Bank) {
  return bank;
}

const isSameGrant = (one: Grant) => (other: Pick<Grant, 'bank' | 'role' | 'region'>) =>
  one.bank === other.bank && one.role === other.role && one.region === other.region;

/** The person with what the file says of them; roles given in Teams stay theirs, and so do their own choices. */
function mergedPerson(inFile: PersonInFile, stored: PersonRecord | undefined): PersonRecord {
  const inTeams = (stored?.roles ?? []).filter((grant) => !grant.fromFile);
  const given = (inFile.roles ?? []).map((role) => ({ ...role, region: role.region ?? null, fromFile: true }));
  const onlyByFile = given.filter((grant) => !inTeams.some(isSameGrant(grant)));
  const away = (inFile.away ?? []).map((each) => ({ ...each, deputy: each.deputy ?? null }));
  return personSchema.parse({
    ...stored,
    id: inFile.id,
    name: inFile.name,
    email: inFile.email ?? null,
    workdays: inFile.workdays ?? [],
    away,
    roles: [...onlyByFile, ...inTeams],
  });
}

/** What of a person the file decides. */
function ofFile(person: PersonRecord) {
  const { name, email, workdays, away, roles } = person;
  return { name, email, workdays, away, roles: roles.filter((grant) => grant.fromFile) };
}

/**
 * Brings the next records of a set-up file into the house partition: those that changed in the file since they were last brought in.
 * `starters` are the banks that fill in what the file leaves out.
 */
export async function importSetup(
  tx: Tx,
  given: { setup: Setup; starters: ReadonlyMap<string, Bank>; force: boolean },
): Promise<ImportReport> {
  const steps = [...(await bankSteps(tx, given)), ...(await personSteps(tx, given))];
  const due: Step[] = [];
  const left: string[] = [];
  for (const step of steps) {
    const before = await tx.get(IMPORTED, step.id);
    if (before?.file === step.file && !given.force) continue;
    if (before && step.isChangedInTeams && !given.force) left.push(step.name);
    else if (before?.file !== step.file || step.isChangedInTeams) due.push(step);
  }
  for (const step of due.slice(0, BATCH)) step.write(tx);
  return { changed: due.slice(0, BATCH).map((step) => step.name), left, more: due.length > BATCH };
}

/** The types of the care teams that a bank's file names; undefined when it names none. */
function teamTypes({ teams }: Setup, bank: string): BankInFile['careTeams'] {
  const types = teams.filter((team) => team.bank === bank).map((team) => team.type);
  return types.length === 0 ? undefined : [...new Set(types)];
}

async function bankSteps(tx: Tx, given: { setup: Setup; starters: ReadonlyMap<string, Bank> }): Promise<Step[]> {
  const steps: Step[] = [];
  for (const inFile of given.setup.banks) {
    const id = `bank:${inFile.id}`;
    const stored = await tx.get(BANK, inFile.id);
    const before = await tx.get(IMPORTED, id);
    const starter = given.starters.get(inFile.id);
    const careTeams = inFile.careTeams ?? starter?.careTeams ?? teamTypes(given.setup, inFile.id);
    const bank = mergedBank({ ...inFile, careTeams }, starter, stored);
    const file = hash(inFile);
    steps.push({
      ...{ name: `bank ${inFile.id}`, id, file },
      isChangedInTeams: stored !== undefined && before !== undefined && hash(ofFileAlone(stored)) !== before.written,
      write: (into) => {
        into.put(BANK, bank.id, bank);
        into.put(IMPORTED, id, { file, written: hash(ofFileAlone(bank)) });
      },
    });
  }
  return steps;
}

async function personSteps(tx: Tx, given: { setup: Setup }): Promise<Step[]> {
  const steps: Step[] = [];
  for (const inFile of given.setup.people) {
    const stored = await tx.get(PERSON, inFile.id);
    steps.push(await personStep(tx, { stored, person: mergedPerson(inFile, stored), file: hash(inFile) }));
  }
  if (!given.setup.listsPeople) return steps;
  const listed = new Set(given.setup.people.map((person) => person.id));
  for (const { body } of await listAll(tx, PERSON)) {
    if (listed.has(body.id) || !body.roles.some((grant) => grant.fromFile)) continue;
    const person = { ...body, roles: body.roles.filter((grant) => !grant.fromFile) };
    steps.push({ ...(await personStep(tx, { stored: body, person, file: 'not in the file' })), isChangedInTeams: false });
  }
  return steps;
}

async function personStep(tx: Tx, of: { stored: PersonRecord | undefined; person: PersonRecord; file: string }): Promise<Step> {
  const { stored, person, file } = of;
  const id = `person:${person.id}`;
  const before = await tx.get(IMPORTED, id);
  return {
    ...{ name: `person ${person.id}`, id, file },
    isChangedInTeams: stored !== undefined && before !== undefined && hash(ofFile(stored)) !== before.written,
    write: (into) => {
      into.put(PERSON, person.id, person);
      into.put(IMPORTED, id, { file, written: hash(ofFile(person)) });
    },
  };
}
