package ma.jisr.nlp;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.jisr.base.Language;

/** Rows of a test file: fields parted by "|", comments by "#". */
final class Rows {
  /** Flows as a small Jisr declares them; "dor" is claimed by two. */
  static final Map<String, Map<Language, List<String>>> FLOWS =
      Map.of(
          "hotspots.find",
          Map.of(
              Language.FR, List.of("wifi", "wi-fi", "hotspot", "internet", "connexion"),
              Language.EN, List.of("wifi", "hotspot", "internet", "connection"),
              Language.AR, List.of("واي فاي", "وايفاي", "إنترنت"),
              Language.ARY_ARAB, List.of("ويفي", "ريزو"),
              Language.ARY_LATN, List.of("wifi", "wify", "rizo", "dor"),
              Language.SHI_LATN, List.of("wifi"),
              Language.ZGH_TFNG, List.of("ⵡⵉⴼⵉ")),
          "queue.take",
          Map.of(
              Language.FR, List.of("ticket", "file"),
              Language.ARY_LATN, List.of("nouba", "dor"),
              Language.ARY_ARAB, List.of("نوبة")),
          "account.language",
          Map.of(Language.FR, List.of("langue")));

  private Rows() {}

  static Stream<String[]> of(String file, int fields) {
    return WordFile.lines(file).stream()
        .map(line -> line.split("\\|", -1))
        .peek(
            row -> {
              if (row.length != fields)
                throw new IllegalStateException(file + ": " + String.join("|", row));
            });
  }
}
