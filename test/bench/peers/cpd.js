// Runs PMD CPD on the files of a folder as plain text; for the interpreter that lies beside PMD, so that no compiler is needed.
// Arguments: the folder, the fewest tokens, the file for the result: start line and column, end line and column, path.
var settings = Array.prototype.slice.call(arguments);
var cpd = Packages.net.sourceforge.pmd.cpd;
var text = Packages.net.sourceforge.pmd.lang.PlainTextLanguage.getInstance();
var registry = new Packages.net.sourceforge.pmd.lang.LanguageRegistry(java.util.Collections.singleton(text));
var configuration = new cpd.CPDConfiguration(registry);
configuration.setMinimumTileSize(Number(settings[1]));
configuration.setSourceEncoding(java.nio.charset.StandardCharsets.UTF_8);
var analysis = cpd.CpdAnalysis.create(configuration);
var files = new java.io.File(settings[0]).listFiles();
for (var index = 0; index < files.length; index += 1) {
  var file = files[index];
  if (file) analysis.files().addFile(file.toPath(), text);
}
var out = new java.io.PrintWriter(settings[2], 'UTF-8');
analysis.performAnalysis(function (report) {
  var matches = report.getMatches().iterator();
  while (matches.hasNext()) {
    var marks = matches.next().iterator();
    while (marks.hasNext()) {
      var at = marks.next().getLocation();
      out.println(
        [at.getStartLine(), at.getStartColumn(), at.getEndLine(), at.getEndColumn(), at.getFileId().getAbsolutePath()].join('\t'),
      );
    }
  }
});
analysis.close();
out.close();
