// What a journey asks of files that pages hand out. They are gone with the session.
import type { Judge } from "../judge.ts";

export interface DownloadedFile {
  /** As the product proposed it. */
  readonly name: string;
  readonly url: string;
  /** In the session's temporary folder. */
  readonly path: string;
  readonly sizeBytes: number;
}

export interface DownloadPort {
  /** Waits for the latest file of that name, whole; without a name for the latest at all. */
  download(name?: string, withinMs?: number): Promise<DownloadedFile>;
  /** Does what must bring a file, and waits for that (of that name): files of before do not count. */
  downloadBy(cause: () => Promise<void>, name?: string): Promise<DownloadedFile>;
  /** Judges the file's text again and again, as a later download may be the one that is meant. UTF-8. */
  expectDownloadText(name: string | undefined, judge: Judge<string>): Promise<void>;
  /** The text of the latest file (of that name). Throws when it is too long to be looked at. */
  downloadText(name?: string): Promise<string>;
  /** Throws when a page has handed out a file, or begins to right now. */
  expectNoDownload(): Promise<void>;
}
