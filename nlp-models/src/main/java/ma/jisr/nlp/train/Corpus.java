package ma.jisr.nlp.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.Tongue;
import ma.jisr.nlp.model.ModelException;

/** The messages of all authors, in the order of files and lines. */
record Corpus(List<Example> examples) {
  Corpus {
    examples = List.copyOf(examples);
  }

  /**
   * Reads the files {@code <author>.tsv} of a folder: {@code intent TAB language TAB text}, a line
   * each; lines that begin with # are comments.
   *
   * @throws ModelException when a line is not so; names the file and the line
   */
  static Corpus of(Path folder) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = file.getFileName().toString();
      String author = name.substring(0, name.length() - ".tsv".length());
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (!line.isBlank() && !line.startsWith("#")) examples.add(example(author, line, i + 1));
      }
    }
    return new Corpus(examples);
  }

  /** The data files of a folder, sorted by name. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList();
    }
  }

  private static Example example(String author, String line, int number) {
    String[] columns = line.split("\t", -1);
    String where = author + ".tsv, line " + number + ": ";
    if (columns.length != 3) throw new ModelException(where + "not 3 columns");
    Intent intent =
        Intent.of(columns[0]).orElseThrow(() -> new ModelException(where + "unknown intent"));
    Tongue tongue =
        Tongue.of(columns[1]).orElseThrow(() -> new ModelException(where + "unknown language"));
    return new Example(author, intent, tongue, columns[2]);
  }

  List<String> authors() {
    return examples.stream().map(Example::author).distinct().toList();
  }
}
