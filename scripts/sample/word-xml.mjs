const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The name spaces that the parts of a Word document use. */
export const spaces =
  `xmlns:w="${word}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" mc:Ignorable="w14"'
