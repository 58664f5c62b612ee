package ma.jisr.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ma.jisr.app.wiring.FlowFiles;
import ma.jisr.base.Language;
import ma.jisr.flow.lint.Coverage;
import ma.jisr.flow.lint.Reviews;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.parse.FlowFileException;
import ma.jisr.flow.parse.FlowParser;

/** Notes beside flow files that somebody has read their texts. */
final class Acceptance {
  private Acceptance() {}

  /**
   * Writes the reviews beside each flow file of the folder and those in it.
   *
   * @return what was written, a line each
   * @throws IOException also when there is no flow file, or one that does not parse
   */
  static List<String> of(Path folder, List<Language> languages, String by) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files(folder)) {
      Path beside = file.resolveSibling(FlowFiles.beside(file.getFileName().toString()));
      Flow flow = flow(file);
      Reviews now = read(beside).accept(flow, languages, by);
      Files.writeString(beside, now.yaml());
      for (Language language : languages) {
        int reviewed =
            Coverage.of(language, List.of(flow), java.util.Map.of(flow.id(), now))
                .count(Reviews.State.REVIEWED);
        lines.add("%s: %d texts in %s read by %s".formatted(beside, reviewed, language.tag(), by));
      }
    }
    return lines;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder))
      throw new IOException("no folder " + folder + ": name the one with the flow files");
    List<Path> found;
    try (Stream<Path> files = Files.walk(folder)) {
      found =
          files
              .filter(f -> f.toString().endsWith(FlowFiles.FLOW))
              .filter(f -> !f.toString().endsWith(FlowFiles.REVIEWS))
              .sorted()
              .toList();
    }
    if (found.isEmpty()) throw new IOException("no flow file in " + folder);
    return found;
  }

  private static Flow flow(Path file) throws IOException {
    try {
      return FlowParser.parse(file.getFileName().toString(), Files.readString(file)).orThrow();
    } catch (FlowFileException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Reviews read(Path beside) throws IOException {
    if (!Files.exists(beside)) return Reviews.NONE;
    try {
      return Reviews.parse(beside.toString(), Files.readString(beside));
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
