import {readFileSync} from 'node:fs'

const fromManifest = (): string => {
  const manifest: {version?: unknown} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return String(manifest.version)
}

/** The program's version: set by the build, else read from its package.json, which is one folder up. */
export const version: string = process.env.HEDGEROW_VERSION ?? fromManifest()
