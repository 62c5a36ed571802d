import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'

// The libraries as they are shipped in the program: their other form checks its own calls, and reads Markdown at half the speed.
process.env.NODE_ENV = 'production'

const conditions = ['hedgerow-source', 'node', 'import', 'module', 'default']

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: {conditions},
  ssr: {resolve: {conditions}},
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'packages/*/test/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 20_000,
    // One process for each core, kept from file to file: what was loaded, compiled and analysed once serves all tests that follow in it.
    isolate: false,
    globalSetup: [fileURLToPath(new URL('./support/suite-cache.ts', import.meta.url))],
    maxWorkers: '100%',
    reporters: ['default', fileURLToPath(new URL('./support/closing-line.ts', import.meta.url))],
    server: {deps: {inline: [/@hedgerow\//]}},
  },
})
