// Word files as LibreOffice reads them. Used by the tests and by scripts/office.mjs.
import {execFileSync, spawnSync} from 'node:child_process'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** Whether LibreOffice is there; tests that need it are skipped by name where it is not. */
export const hasLibreOffice = spawnSync('soffice', ['--version'], {encoding: 'utf8'}).status === 0

const library = (path, root, attributes, inside) =>
  writeFileSync(
    path,
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${root} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${root.replace(/^.*:/u, '')}.dtd">\n<${root} ${attributes}>${inside}</${root}>\n`,
  )

// A list holds a line for each job: source, target and command, parted by tabs.
const settle = `
Sub SettleEach(list As String)
  Dim number As Integer
  Dim line As String
  number = FreeFile
  Open list For Input As #number
  Do While Not Eof(number)
    Line Input #number, line
    If Len(line) &gt; 0 Then
      parts = Split(line, Chr(9))
      Settle(parts(0), parts(1), parts(2))
    End If
  Loop
  Close #number
End Sub

Sub Settle(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  Dim kind(1) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "Text (encoded)"
  kind(1).Name = "FilterOptions"
  kind(1).Value = "UTF8,LF"
  document.storeToURL(ConvertToURL(target), kind())
  document.close(True)
End Sub
`

/** A profile of LibreOffice with a macro that accepts or rejects all changes of documents. The first start makes the profile, and would write over the macro. */
export const profileWithMacro = (folder) => {
  started(folder, '--terminate_after_init')
  const basic = join(folder, 'user/basic')
  mkdirSync(join(basic, 'Standard'), {recursive: true})
  const spaces = 'xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"'
  library(
    join(basic, 'script.xlc'),
    'library:libraries',
    spaces,
    '<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>',
  )
  library(
    join(basic, 'Standard/script.xlb'),
    'library:library',
    `${spaces} library:name="Standard" library:readonly="false" library:passwordprotected="false"`,
    '<library:element library:name="Changes"/>',
  )
  library(
    join(basic, 'Standard/Changes.xba'),
    'script:module',
    'xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic"',
    settle,
  )
  return folder
}

const started = (profile, ...words) => {
  execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${profile}`, ...words], {
    stdio: 'ignore',
    timeout: 600_000,
  })
}

/** The text of each Word file once LibreOffice has accepted, or rejected, every tracked change of it; in one start. */
export const settledTexts = (profile, jobs) => {
  const target = ({path, how}) => `${path}.${how}.txt`
  const list = join(profile, 'jobs.txt')
  writeFileSync(list, jobs.map((job) => `${job.path}\t${target(job)}\t${job.how}AllTrackedChanges\n`).join(''))
  started(profile, `macro:///Standard.Changes.SettleEach(${list})`)
  return jobs.map((job) => readFileSync(target(job), 'utf8'))
}

/** Files as LibreOffice prints them, as PDFs beside each other in a folder; in one start. */
export const printedBy = (profile, paths, folder) => started(profile, '--convert-to', 'pdf', '--outdir', folder, ...paths)
