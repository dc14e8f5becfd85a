// What cpd.js is given by the interpreter that lies beside PMD: its arguments, and Java as far as it is used there.

interface CpdFiles {
  addFile(path: unknown, language: unknown): void;
}

interface CpdPlace {
  getStartLine(): number;
  getStartColumn(): number;
  getEndLine(): number;
  getEndColumn(): number;
  getFileId(): { getAbsolutePath(): string };
}

interface JavaIterator<T> {
  hasNext(): boolean;
  next(): T;
}

interface JavaIterable<T> {
  iterator(): JavaIterator<T>;
}

interface CpdAnalysis {
  files(): CpdFiles;
  performAnalysis(take: (report: { getMatches(): JavaIterable<JavaIterable<{ getLocation(): CpdPlace }>> }) => void): void;
  close(): void;
}

interface CpdConfiguration {
  setMinimumTileSize(tokens: number): void;
  setSourceEncoding(encoding: unknown): void;
}

declare const arguments: IArguments;
declare const java: {
  io: {
    File: new (path: string | undefined) => { listFiles(): readonly { toPath(): unknown }[] };
    PrintWriter: new (path: string | undefined, encoding: string) => { println(line: string): void; close(): void };
  };
  nio: { charset: { StandardCharsets: { UTF_8: unknown } } };
  util: { Collections: { singleton(one: unknown): unknown } };
};
declare const Packages: {
  net: {
    sourceforge: {
      pmd: {
        cpd: {
          CPDConfiguration: new (languages: unknown) => CpdConfiguration;
          CpdAnalysis: { create(configuration: CpdConfiguration): CpdAnalysis };
        };
        lang: { PlainTextLanguage: { getInstance(): unknown }; LanguageRegistry: new (languages: unknown) => unknown };
      };
    };
  };
};
