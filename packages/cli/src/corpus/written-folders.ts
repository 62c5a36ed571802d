/** Folders that reports and proposals are written to by their usual names. In a corpus they are no authority's, unless they say so by an authority.yaml. */
const usual: ReadonlySet<string> = new Set(['reports', 'proposals'])

/** Whether a file lies in a folder of that kind. `path` is relative to the corpus, with `/`; `stated` are the folders that hold an authority.yaml. */
export const isWrittenThere = (path: string, stated: readonly string[]): boolean => {
  const [folder, ...rest] = path.split('/')
  return rest.length > 0 && folder !== undefined && usual.has(folder.toLowerCase()) && !stated.includes(folder)
}
