import type {Command} from '../command.ts'
import {amendments} from './amendments.ts'
import {baseline} from './baseline.ts'
import {briefing} from './briefing.ts'
import {check} from './check.ts'
import {completion} from './completion.ts'
import {decisions} from './decisions.ts'
import {diff} from './diff.ts'
import {draft} from './draft.ts'
import {explore} from './explore.ts'
import {importFiles} from './import.ts'
import {init} from './init.ts'
import {merge} from './merge.ts'
import {parse} from './parse.ts'
import {propose} from './propose.ts'
import {report} from './report.ts'
import {rules} from './rules.ts'
import {schema} from './schema.ts'
import {show} from './show.ts'

/** Every command by name, in the order the help lists them. A new one is a file beside this one and a line here. */
export const commands = {
  report,
  explore,
  check,
  baseline,
  amendments,
  briefing,
  diff,
  show,
  draft,
  propose,
  parse,
  import: importFiles,
  decisions,
  merge,
  rules,
  schema,
  init,
  completion,
} as const satisfies Readonly<Record<string, Command>>
