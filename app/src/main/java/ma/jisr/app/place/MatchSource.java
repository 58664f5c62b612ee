package ma.jisr.app.place;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.jisr.app.admin.Words;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.map.source.PlaceImport;

/** Who knows what names may mean: a gazetteer here, or the running process. */
@FunctionalInterface
public interface MatchSource {
  /** Names asked for at once. */
  int MOST = 500;

  /** Characters of names in one question to the running process, which reads 4,096 at most. */
  int QUESTION = 3_800;

  /** The cells behind each of the names. */
  List<String> answers(List<String> names) throws IOException;

  /** A gazetteer that is at hand. */
  static MatchSource of(Gazetteer gazetteer, boolean ids) {
    return names ->
        names.stream().map(name -> MatchLine.answer(gazetteer.search(), name, ids)).toList();
  }

  /**
   * The bundled places with those of some files, in their order.
   *
   * @throws IOException when a file cannot be read
   */
  static MatchSource of(List<Path> files, boolean ids) throws IOException {
    Gazetteer gazetteer = StarterGazetteer.read();
    for (Path file : files) {
      try (Reader text = PlaceText.of(Files.newInputStream(file))) {
        gazetteer =
            PlaceImport.of(String.valueOf(file.getFileName()), text, Optional.empty(), gazetteer)
                .onto(gazetteer);
      }
    }
    return of(gazetteer, ids);
  }

  /** Asks somebody for a few names at a time. */
  interface Asked {
    List<String> answer(String... words) throws Exception;
  }

  /** The running process, in questions that are short enough. */
  static MatchSource parts(Asked process, String kind) {
    return names -> {
      List<String> answers = new ArrayList<>();
      List<String> words = new ArrayList<>(List.of(kind));
      int size = 0;
      for (String name : names) {
        String word = Words.of(name.strip());
        if (size + word.length() > QUESTION && words.size() > 1) {
          answers.addAll(ask(process, words));
          words.subList(1, words.size()).clear();
          size = 0;
        }
        words.add(word);
        size += word.length() + 1;
      }
      answers.addAll(ask(process, words));
      return answers;
    };
  }

  private static List<String> ask(Asked process, List<String> words) throws IOException {
    try {
      List<String> answers = process.answer(words.toArray(String[]::new));
      if (answers.size() != words.size() - 1)
        throw new IOException("the running process did not answer for every name");
      return answers;
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the running process could not be asked", e);
    }
  }
}
