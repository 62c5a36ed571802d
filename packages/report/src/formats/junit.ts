import {type Alert, type Alerts} from '../alerts.ts'
import {plainText} from './plain.ts'

function escaped(words: string): string {
  return plainText(words)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
}

/** Alerts as JUnit XML: a suite for each topic, a case for each alert. One that `fails` is a failure, one that is suppressed is skipped with its
 *  reason, any other passes and says what was found; a topic without alerts has one case that passes. Of drift, findings that are as they were are one case
 *  that counts them. There is no limit: every other alert is a case. */
export function* junit({alerts, topics, notCompared}: Alerts, fails: (alert: Alert) => boolean): Iterable<string> {
  const live = alerts.filter(({state}) => state !== 'absent' && state !== 'unchanged')
  const unchanged = (topic: string): number =>
    alerts.filter((each) => each.topic === topic && each.state === 'unchanged').length
  const failures = live.filter((each) => isFailure(each, fails)).length
  const named = new Set(topics.map(([id]) => id))
  const more = [
    ...new Set(live.filter(({topic}) => !named.has(topic)).map(({topic, topicTitle}) => `${topic}\n${topicTitle}`)),
  ]
  const suites = [...topics, ...more.map((each) => each.split('\n') as [string, string])]
  const beside = suites.filter(([id]) => unchanged(id) > 0 || !live.some(({topic}) => topic === id)).length
  const tests = live.length + beside + notCompared.length
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="hedgerow" tests="${tests}" failures="${failures}" errors="${notCompared.length}" time="0">\n`
  for (const [id, title] of suites)
    yield* suite(
      id,
      title,
      live.filter(({topic}) => topic === id),
      unchanged(id),
      fails,
    )
  if (notCompared.length > 0) {
    yield `  <testsuite name="documents" tests="${notCompared.length}" failures="0" errors="${notCompared.length}" skipped="0" time="0">\n`
    for (const {path, reason} of notCompared)
      yield `    <testcase classname="documents" name="${escaped(path)}" time="0"><error message="${escaped(reason)}"/></testcase>\n`
    yield '  </testsuite>\n'
  }
  yield '</testsuites>\n'
}

function isFailure(alert: Alert, fails: (alert: Alert) => boolean): boolean {
  return alert.suppressed === null && fails(alert)
}

function* suite(
  id: string,
  title: string,
  alerts: readonly Alert[],
  unchanged: number,
  fails: (alert: Alert) => boolean,
): Iterable<string> {
  const failures = alerts.filter((each) => isFailure(each, fails)).length
  const skipped = alerts.filter(({suppressed}) => suppressed !== null).length
  yield `  <testsuite name="${escaped(title)}" tests="${alerts.length + (alerts.length === 0 || unchanged > 0 ? 1 : 0)}" failures="${failures}" errors="0" skipped="${skipped}" time="0">\n`
  if (unchanged > 0)
    yield `    <testcase classname="${escaped(id)}" name="as before: ${unchanged} findings" time="0"/>\n`
  else if (alerts.length === 0) yield `    <testcase classname="${escaped(id)}" name="nothing found" time="0"/>\n`
  for (const alert of alerts) yield testCase(alert, fails)
  yield '  </testsuite>\n'
}

function testCase(alert: Alert, fails: (alert: Alert) => boolean): string {
  const {topic, rule, message, detail, place, suppressed, fingerprint, severity} = alert
  const file =
    place === null
      ? ''
      : ` file="${escaped(place.source.path)}"${place.source.line === null ? '' : ` line="${place.source.line}"`}`
  const open = `    <testcase classname="${escaped(`${topic}.${rule}`)}" name="${escaped(`${message} [${fingerprint}]`)}"${file} time="0">`
  const words = escaped([message, ...detail].join('\n'))
  const inner =
    suppressed !== null
      ? `<skipped message="${escaped(`${suppressed.reason} (${suppressed.at})`)}"/>`
      : isFailure(alert, fails)
        ? `<failure message="${escaped(message)}" type="${escaped(rule)}">${words}</failure>`
        : `<system-out>${severity}: ${words}</system-out>`
  return `${open}${inner}</testcase>\n`
}
