import type { PersonRecord } from '../../core/banks.ts';
import type { Reader } from '../../core/features.ts';
import type { Referral } from '../../core/referrals.ts';
import type { Thesaurus } from '../../search/index.ts';
import type { Inquiry } from './model.ts';

export interface Topic {
  readonly id: string;
  readonly label: string;
}

/** A thing that stands in the way and that an adviser can mark an inquiry with. */
export interface Barrier {
  readonly id: string;
  readonly label: string;
}

/** What this feature needs of the rest of the house; the composition root plugs it. */
export interface InquiryPorts {
  /** Everybody of whom something is remembered, at most some seconds old. */
  people(): Promise<readonly PersonRecord[]>;
  /** The admins of a bank, those of the configuration too. */
  adminsOf(bank: string): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Reads another bank's records: a thing lives in its home bank. */
  reader(bank: string): Reader;
  /** The team that somebody answers for, as the bank's register has it: what a form is filled with before they say otherwise. */
  teamOf(bank: string, person: string): Promise<Pick<Inquiry, 'team' | 'region' | 'phase'> | undefined>;
  /** A question and answer of the handbook; undefined when the entry is not there. */
  entry(bank: string, id: string): Promise<{ readonly question: string; readonly answer: string } | undefined>;
  readonly topics: readonly Topic[];
  /** Texts that are about a topic: what its name does not say. Asked for once, when they are first needed. */
  readonly topicExamples: () => readonly { readonly topic: string; readonly text: string }[];
  readonly barriers: readonly Barrier[];
  /** Known receivers outside the centre. */
  readonly referrals: readonly Referral[];
  readonly thesaurus: Thesaurus;
}
