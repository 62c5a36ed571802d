import {createHash} from 'node:crypto'
import type {Alert, Alerts, AlertSeverity} from '../alerts.ts'
import {plainText} from './plain.ts'

const severities: Readonly<Record<AlertSeverity, string>> = {error: 'critical', warning: 'major', note: 'info'}

/** Alerts as GitLab's Code Quality report: an array, an issue a line. What is suppressed or gone is left out, since the format has no word for it; an alert
 *  that points nowhere is put at the corpus itself. Fingerprints are unique, as GitLab shows one of two alike. Source: docs.gitlab.com, "Code Quality",
 *  report format. */
export function* codequality({alerts}: Alerts, root: string): Iterable<string> {
  const shown = alerts.filter(({state, suppressed}) => state !== 'absent' && suppressed === null)
  const seen = new Map<string, number>()
  yield '['
  for (const [at, alert] of shown.entries()) {
    const nth = (seen.get(alert.fingerprint) ?? 0) + 1
    seen.set(alert.fingerprint, nth)
    yield `${at === 0 ? '' : ','}\n${JSON.stringify(issue(alert, nth, root))}`
  }
  yield '\n]\n'
}

function issue({rule, severity, message, fingerprint, place}: Alert, nth: number, root: string): object {
  return {
    description: plainText(message),
    check_name: rule,
    fingerprint: createHash('sha256').update(`${fingerprint}\n${rule}\n${nth}`).digest('hex').slice(0, 32),
    severity: severities[severity],
    location: {
      path: place === null ? root.replace(/\/$/, '') || '.' : `${root}${place.source.path}`,
      lines: {begin: place?.source.line ?? 1},
    },
  }
}
