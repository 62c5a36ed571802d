import type {Lexicon} from '@hedgerow/lexicon'
import {type Alert, type AlertPlace, type Alerts, alertSeverities} from '../alerts.ts'
import {alertRules, type AlertRule} from '../alert-rules.ts'
import {plainText} from './plain.ts'

/** How many results of a run GitHub takes, and how many places of each: more and the whole file is refused. Source: docs.github.com, "SARIF support for
 *  code scanning", read from memory on 2026-11-23. */
const most = {results: 25_000, places: 100} as const

const sarifSchema = 'https://json.schemastore.org/sarif-2.1.0.json'

/** Alerts as SARIF 2.1.0 (OASIS), a result a line. The gravest stand first; what is over the limit is left out, and said so in a notification. `root` is the
 *  path of the corpus from the root of the repository. */
export function* sarif({version, alerts, notCompared}: Alerts, lexicon: Lexicon, root: string): Iterable<string> {
  const rules = alertRules(alerts, lexicon)
  const place = new Map(rules.map(({id}, at) => [id, at]))
  const shown = alerts.slice(0, most.results)
  const notices = [
    ...notCompared.map(({path, reason}) => notice('warning', `Not compared: ${path}: ${reason}`)),
    ...(shown.length < alerts.length
      ? [
          notice(
            'warning',
            `${alerts.length - shown.length} more results are left out: a run may hold ${most.results}. The gravest are here.`,
          ),
        ]
      : []),
  ]
  const driver = {
    name: 'hedgerow',
    semanticVersion: version,
    informationUri: 'https://www.npmjs.com/package/hedgerow',
    rules: rules.map(ruleJson),
  }
  yield `{"$schema": ${JSON.stringify(sarifSchema)}, "version": "2.1.0", "runs": [{\n`
  yield `"tool": {"driver": ${JSON.stringify(driver)}},\n`
  yield `"columnKind": "utf16CodeUnits",\n`
  yield `"invocations": [${JSON.stringify({executionSuccessful: true, toolExecutionNotifications: notices})}],\n`
  yield `"properties": ${JSON.stringify(countsOf(alerts))},\n"results": [`
  for (const [at, alert] of shown.entries())
    yield `${at === 0 ? '' : ','}\n${JSON.stringify(result(alert, place.get(alert.rule) ?? 0, root))}`
  yield '\n]}]}\n'
}

function notice(level: string, words: string): object {
  return {level, message: {text: plainText(words)}}
}

function countsOf(alerts: readonly Alert[]): object {
  const counts = alertSeverities.map((each) => [each, alerts.filter(({severity}) => severity === each).length])
  return {...Object.fromEntries(counts), suppressed: alerts.filter(({suppressed}) => suppressed !== null).length}
}

function ruleJson({id, title, meaning, example, remedy, severity, substantive}: AlertRule): object {
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: {text: `${title}.`},
    fullDescription: {text: meaning},
    help: {
      text: `${meaning}\n\nExample: ${example}\n\nWhat to do: ${remedy}`,
      markdown: `${meaning}\n\n**Example:** ${example}\n\n**What to do:** ${remedy}`,
    },
    defaultConfiguration: {level: severity === 'off' ? 'none' : severity},
    properties: {tags: ['safeguarding', ...(substantive ? ['substantive'] : [])]},
  }
}

function result(alert: Alert, ruleIndex: number, root: string): object {
  const {rule, severity, message, detail, fingerprint, place, related, state, suppressed, topic} = alert
  const kept = related.slice(0, most.places)
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: {text: plainText([message, ...detail].join('\n'))},
    locations: place === null ? [] : [location(place, root)],
    ...(kept.length === 0
      ? {}
      : {
          relatedLocations: kept.map((each, id) => ({
            id,
            ...location(each, root),
            message: {text: plainText(`${each.name}: ${each.text}`)},
          })),
        }),
    partialFingerprints: {'hedgerowFinding/v1': fingerprint},
    ...(state === null ? {} : {baselineState: state}),
    suppressions: suppressed === null ? [] : [suppression(suppressed)],
    properties: {topic, ...(related.length > kept.length ? {placesLeftOut: related.length - kept.length} : {})},
  }
}

function suppression({by, reason, at}: NonNullable<Alert['suppressed']>): object {
  return {
    kind: by === 'inline' ? 'inSource' : 'external',
    status: 'accepted',
    justification: plainText(`${reason} (${at})`),
  }
}

/** A place; without a line it is the whole file, as Word and PDF have pages and no lines. */
function location({source, text}: AlertPlace, root: string): object {
  const {path, line, page, paragraph, sheet, cell} = source
  const within = [page && `page ${page}`, paragraph && `paragraph ${paragraph}`, sheet, cell].filter(Boolean).join(', ')
  return {
    physicalLocation: {
      artifactLocation: {uri: `${root}${path}`.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%'},
      ...(line === null ? {} : {region: {startLine: line, snippet: {text: plainText(text)}}}),
    },
    ...(within === '' ? {} : {logicalLocations: [{name: plainText(within)}]}),
  }
}
