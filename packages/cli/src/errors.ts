/** A fault in what was asked: a flag, a command, a configuration file. `message` says what was found, what was expected and what to do;
 *  it is printed without a stack, and the program ends with code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** Nothing could be read, or nothing was left to compare: printed without a stack, and the program ends with code 3. */
export class NothingRead extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'NothingRead'
  }
}

/** Whoever read our output has stopped reading (`hedgerow … | head`): no fault, so the program ends quietly. */
export class ReaderGone extends Error {
  constructor() {
    super('the reader of the output has gone')
    this.name = 'ReaderGone'
  }
}

/** The code of a fault the operating system reported (`ENOENT`), or null for any other fault. */
export const systemCode = (fault: unknown): string | null => {
  if (!(fault instanceof Error) || !('code' in fault) || !('syscall' in fault)) return null
  return typeof fault.code === 'string' ? fault.code : null
}

/** Windows refuses in the same words what may not be written and what another program (Word, Excel) has open. */
const denied =
  process.platform === 'win32' ? 'permission is denied, or another program has it open' : 'permission is denied'

const systemWords: Readonly<Record<string, string>> = {
  EACCES: denied,
  EPERM: denied,
  ENOENT: 'it does not exist',
  EEXIST: 'a file of that name is in the way',
  ENOTDIR: 'part of the path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'it would be larger than a file may be here',
  EIO: 'the disk reports a fault',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EROFS: 'the disk can only be read',
  ELOOP: 'its links lead round in a circle',
  ENAMETOOLONG: 'its name is too long',
  EBUSY: 'another program holds it open',
}

/** Whether a code tells of a disk that takes no more. */
export const isFull = (code: string): boolean => ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)

/** Why the operating system refused, in plain words; the fault's own words for a code that is not known. */
export const systemReason = (fault: unknown): string =>
  systemWords[systemCode(fault) ?? ''] ?? (fault instanceof Error ? fault.message : String(fault))
