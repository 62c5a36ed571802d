import {existsSync, statSync} from 'node:fs'
import {isAbsolute, relative, resolve} from 'node:path'
import {counted, percent, tableText} from '@hedgerow/report'
import {sparing} from '../corpus/own-files.ts'
import {UsageError} from '../errors.ts'
import {writeFileWhole} from '../output.ts'
import type {WriteDeed} from './deeds.ts'
import {withNeeds} from './lookups.ts'
import {placingAgain} from './palettes.ts'
import {choosing} from './prompts.ts'
import {say, show, type Sitting} from './sitting.ts'
import {contextOf, type Explorer, onTop, withoutTyped} from './state.ts'
import {viewOf} from './views/index.ts'

/** Writes to the place asked for: never into the corpus, where it would be taken for a procedure, and over another file only when that is wanted. A place
 *  that was refused stands in the form again, unless somebody went on from the views that stood open. */
export const writing = async <Asked extends WriteDeed>(
  sitting: Sitting,
  asked: Asked,
  stack: Explorer['stack'],
  write: (deed: Asked) => Promise<string | null>,
): Promise<void> => {
  const {around, library, source} = sitting
  const home = source.env.HOME ?? source.env.USERPROFILE ?? '~'
  const deed = {...asked, path: asked.path.replace(/^~(?=[/\\])/u, home)}
  const place = resolve(around.cwd, deed.path)
  const within = relative(library.corpus.folder, place)
  if (within === '' || !(within.startsWith('..') || isAbsolute(within))) return refused(sitting, stack, asked, inCorpus)
  if (statSync(place, {throwIfNoEntry: false})?.isDirectory())
    return refused(sitting, stack, asked, 'It is a folder: name a file in it')
  const own = refusedBy(() => sparing([deed.path], library.corpus, around.cwd))
  if (own !== null) return refused(sitting, stack, asked, own)
  if (!deed.replace && existsSync(place)) return replacing(sitting, deed)
  const fault = await write(deed).catch((thrown: unknown) =>
    thrown instanceof Error ? thrown.message : String(thrown),
  )
  if (fault !== null) return refused(sitting, stack, asked, fault)
  show(sitting, withoutTyped(sitting.explorer, deed.typedIn))
}

/** What a guard says against it; null where it lets pass. */
const refusedBy = (guard: () => void): string | null => {
  try {
    guard()
    return null
  } catch (fault) {
    if (fault instanceof UsageError) return fault.message
    throw fault
  }
}

const inCorpus = 'It lies in the corpus, where it would be taken for a procedure: choose a place outside'

/** The form again, with what was typed and what is wrong with it. Who went on meanwhile is only told what is wrong, since the next keys are not meant for a form;
 *  what was typed stands in it when it is opened again. */
const refused = (sitting: Sitting, stack: Explorer['stack'], deed: WriteDeed, fault: string): void =>
  sitting.explorer.prompt === null && sitting.explorer.stack === stack
    ? show(sitting, {...sitting.explorer, prompt: placingAgain(deed, fault)})
    : say(sitting, `${deed.path} was not written. ${fault}`, true)

const replacing = (sitting: Sitting, deed: WriteDeed): void => {
  const choices = [
    {value: 'no', label: 'Leave it as it is, and choose another name'},
    {value: 'yes', label: 'Replace it'},
  ]
  const prompt = choosing(`${deed.path} is there already`, choices, (value) =>
    value === 'yes' ? [{...deed, replace: true}] : [{do: 'ask', prompt: placingAgain(deed, null)}],
  )
  show(sitting, {...sitting.explorer, prompt})
}

/** Writes the view in sight as a table. */
export const writeView = async (sitting: Sitting, deed: Extract<WriteDeed, {do: 'write-view'}>): Promise<null> => {
  const {explorer, library, around} = sitting
  const open = onTop(explorer)
  const view = viewOf(open)
  const needs = (view.tableNeeds ?? view.needs)(open.state, contextOf(explorer))
  const world = await withNeeds(library, explorer.world, needs, Number.POSITIVE_INFINITY)
  const table = view.table(open.state, {...contextOf(explorer), world})
  const moved = world.threshold === world.ownThreshold ? '' : ` Match threshold moved to ${percent(world.threshold)}.`
  const subtitle = `${world.region ?? 'Procedures compared'}, as at ${world.asAt}. Hedgerow ${world.version}.${moved}`
  await writeFileWhole(around.cwd, deed.path, [tableText(table, subtitle, deed.format)])
  say(sitting, `Wrote ${deed.path}: ${counted(table.rows.length, 'row')}.`)
  return null
}

/** Writes a whole report; resolves to what went wrong, or null. */
export const writeReport = async (
  sitting: Sitting,
  {format, path}: Extract<WriteDeed, {do: 'write-report'}>,
): Promise<string | null> => {
  show(sitting, {...sitting.explorer, busy: `Writing ${path}`})
  const fault = await sitting.around.report(format, path)
  const said = {words: `Wrote ${path} (${format}).`, isFault: false}
  show(sitting, {...sitting.explorer, busy: null, ...(fault === null && {said})})
  return fault
}
