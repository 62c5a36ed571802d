import {type Alert, type Alerts, alertSeverities, type AlertSeverity} from '../alerts.ts'
import {clipped, plainText} from './plain.ts'

/** How many annotations of each level GitHub shows of one step, and how long a message may be; it drops more without a word. Source: docs.github.com,
 *  "Workflow commands" and "Limitations of annotations", read from memory on 2026-11-23. */
const most = {annotations: 10, message: 4000, title: 200} as const

const levels: Readonly<Record<AlertSeverity, string>> = {error: 'error', warning: 'warning', note: 'notice'}

function property(words: string): string {
  return escaped(words).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

function escaped(words: string): string {
  return plainText(words).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** Alerts as workflow commands of GitHub Actions, a line each. Of each level the first nine are told, and how many more there are in the tenth; what is
 *  unchanged, gone or suppressed is no annotation. */
export function* github({alerts}: Alerts, root: string): Iterable<string> {
  const live = alerts.filter(
    ({state, suppressed}) => suppressed === null && state !== 'absent' && state !== 'unchanged',
  )
  for (const severity of alertSeverities) {
    const own = live.filter((each) => each.severity === severity)
    const shown = own.length > most.annotations ? own.slice(0, most.annotations - 1) : own
    for (const alert of shown) yield annotation(alert, root)
    const rest = own.length - shown.length
    if (rest > 0)
      yield `::${levels[severity]} title=${property('Hedgerow')}::${escaped(`${rest} more of this level; the job summary and the other reports have them all.`)}\n`
  }
}

function annotation({severity, rule, message, detail, place}: Alert, root: string): string {
  const at = place === null ? [] : [`file=${property(`${root}${place.source.path}`)}`, `line=${place.source.line ?? 1}`]
  const properties = [...at, `title=${property(clipped(`Hedgerow: ${rule}`, most.title))}`].join(',')
  return `::${levels[severity]} ${properties}::${escaped(clipped([message, ...detail].join('\n'), most.message))}\n`
}
