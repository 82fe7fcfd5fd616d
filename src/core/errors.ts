/** A refusal that a person can do something about; the sentence for `code` is in the feature's texts. */
export class UserError extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
  constructor(code: string, params: Readonly<Record<string, string>> = {}) {
    super(code);
    this.name = 'UserError';
    this.code = code;
    this.params = params;
  }
}

/** A commit was refused because a record was not as the caller believed. Nothing was written. */
export class Conflict extends Error {
  readonly kind: string;
  readonly id: string;
  constructor(kind: string, id: string) {
    super(`changed by someone else: ${kind} ${id}`);
    this.name = 'Conflict';
    this.kind = kind;
    this.id = id;
  }
}

/** The store or another service can't be reached or is overloaded; the same call may work later. */
export class Unavailable extends Error {
  /** Milliseconds that the other side asked us to wait, if it said so. */
  readonly retryAfterMs: number | undefined;
  constructor(what: string, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(what, { cause: options.cause });
    this.name = 'Unavailable';
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** The connector did not take a message. */
export class SendRefused extends Error {
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  /** True when trying again can't help: blocked, gone, not a member. */
  readonly permanent: boolean;
  constructor(what: string, options: { status?: number; retryAfterMs?: number; permanent: boolean; cause?: unknown }) {
    super(what, { cause: options.cause });
    this.name = 'SendRefused';
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
    this.permanent = options.permanent;
  }
}

/** Something that an administrator gave us can't be used. Every fault is named, each with what to do. */
export class SetupError extends Error {
  readonly faults: readonly string[];
  constructor(what: string, faults: readonly string[]) {
    super([what, ...faults.map((fault) => `  - ${fault}`)].join('\n'));
    this.name = 'SetupError';
    this.faults = faults;
  }
}
