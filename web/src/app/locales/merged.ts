/** One tree of texts from the files of all crates; each record's texts stand in one file. */
export function merged(files: Record<string, unknown>): Record<string, object> {
  const texts: Record<string, object> = {}
  for (const [path, file] of Object.entries(files)) {
    for (const [record, words] of Object.entries(Object(file))) {
      if (record in texts) throw new Error(`${path}: the texts of "${record}" stand in another file too`)
      texts[record] = Object(words)
    }
  }
  return texts
}
