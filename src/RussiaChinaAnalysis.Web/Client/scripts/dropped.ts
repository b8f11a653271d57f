/** A file with its path within the folder that was dropped. */
export interface NamedFile {
  file: File;
  path: string;
}

/** Everything that was dropped, folders walked to their depths. */
export async function filesIn(dropped: DataTransfer): Promise<NamedFile[]> {
  // The list is emptied as soon as the event has passed, so all entries are taken first.
  const entries = Array.from(dropped.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const found = await Promise.all(entries.map(walk));
  return found.flat();
}

async function walk(entry: FileSystemEntry): Promise<NamedFile[]> {
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, path: entry.fullPath.replace(/^\/+/, "") }];
  }

  if (!(entry instanceof FileSystemDirectoryEntry)) return [];
  const reader = entry.createReader();
  const found: NamedFile[] = [];
  // A reader gives a part at a time and nothing when all was given.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return found;
    for (const child of part) found.push(...(await walk(child)));
  }
}
