import {UsageError} from './errors.ts'
import {didYouMean} from './suggest.ts'

/** A file to be written in a format. `path` is as typed. */
export interface Target {
  readonly format: string
  readonly path: string
}

/** The name of a format, checked against those there are. Throws a UsageError for another. */
export const formatAmong = (names: readonly string[], name: string): string => {
  if (names.includes(name)) return name
  throw new UsageError(`Unexpected format ${name}, expected one of ${names.join(', ')}.${didYouMean(name, names)}`)
}

/** `html=reports/region.html` as a target in one of these formats. Throws a UsageError for another form or another format. */
export const targetAmong = (names: readonly string[], given: string): Target => {
  const [, format, path] = /^([^=]*)=(.+)$/su.exec(given) ?? []
  if (format !== undefined && path !== undefined) return {format: formatAmong(names, format), path}
  const shown = names.includes('html') ? 'html' : names.at(-1)
  throw new UsageError(`Unexpected --output ${given}, expected FORMAT=PATH, as in --output ${shown}=report.${shown}.`)
}

/** What is told once targets are written, a line each. */
export const wroteLines = (targets: readonly Target[]): readonly string[] =>
  targets.map(({format, path}) => `Wrote ${path} (${format})`)
