package ma.jisr.app.place;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.jisr.app.admin.AdminSocket;
import ma.jisr.base.Actor;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.Verdict;
import ma.jisr.map.place.Places;
import ma.jisr.map.source.PlaceDesk;
import ma.jisr.map.source.PlaceFormat;
import ma.jisr.map.source.RowVerdict;
import ma.jisr.map.table.BadTableException;

/**
 * Who answers {@code jisr places}. Words: {@code import FILE FORMAT dry|write}, {@code batches},
 * {@code undo BATCH}, {@code match names|ids NAME…}; FILE and NAMEs are percent-encoded, so that
 * they are one word. The file is read here, by the account that owns the data.
 */
public final class PlaceVerb implements AdminSocket.Verb {
  /** Between the cells of a verdict's line, which begins with it. */
  public static final String TAB = "\t";

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PlaceDesk desk;
  private final Places places;
  private final Actor owner;

  /**
   * @param places in use
   * @param owner on whose behalf: whoever may open the socket owns the data
   */
  public PlaceVerb(PlaceDesk desk, Places places, Actor owner) {
    this.desk = desk;
    this.places = places;
    this.owner = owner;
  }

  /** Any text as one word of a request. */
  public static String word(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public List<String> run(List<String> words) {
    return switch (word(words, 0)) {
      case "import" -> read(decoded(word(words, 1)), word(words, 2), word(words, 3).equals("dry"));
      case "batches" -> desk.batches().stream().map(PlaceVerb::line).toList();
      case "undo" -> undo(decoded(word(words, 1)));
      case "match" -> match(word(words, 1).equals("ids"), words.subList(2, words.size()));
      default -> throw new IllegalArgumentException("places import, batches, undo or match");
    };
  }

  private List<String> read(String file, String format, boolean dry) {
    try {
      Path path = Path.of(file);
      String name = path.getFileName() == null ? file : path.getFileName().toString();
      try (Reader text = open(path)) {
        return lines(desk.read(owner, name, text, PlaceFormat.of(format), dry), dry);
      }
    } catch (BadTableException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (InvalidPathException | IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(
          file + " cannot be read: is it there, readable by the account of Jisr, and UTF-8?", e);
    }
  }

  /** UTF-8 and nothing else: guessed letters would become names. */
  static Reader open(Path path) throws IOException {
    return new InputStreamReader(
        Files.newInputStream(path),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static List<String> lines(PlaceDesk.Imported imported, boolean dry) {
    List<String> lines = new ArrayList<>();
    StringBuilder counts = new StringBuilder();
    for (RowVerdict.Kind kind : RowVerdict.Kind.values())
      counts
          .append(counts.isEmpty() ? "" : ", ")
          .append(imported.found().count(kind))
          .append(' ')
          .append(kind.word());
    lines.add("rows: " + counts);
    lines.add(
        imported
            .written()
            .map(PlaceVerb::told)
            .orElse(dry ? "dry run: nothing is changed" : "nothing is new: nothing is changed"));
    for (RowVerdict verdict : imported.found().verdicts())
      lines.add(
          TAB
              + String.join(
                  TAB,
                  Long.toString(verdict.line()),
                  verdict.kind().word(),
                  verdict.place(),
                  oneCell(verdict.name()),
                  oneCell(verdict.why())));
    return lines;
  }

  private static String oneCell(String text) {
    return text.replaceAll("\\p{C}", " ");
  }

  private List<String> undo(String id) {
    return List.of(told(desk.undo(owner, id)));
  }

  private static String told(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Done(Batch batch) ->
          "batch " + batch.id() + " is " + (batch.state().isSeen() ? "in use" : "undone");
      case Verdict.Refused(Verdict.Why why, List<String> documents) ->
          throw new IllegalArgumentException(
              switch (why) {
                case UNKNOWN -> "there is no such batch of places, or no longer";
                case NOT_STAGED -> "the batch is not complete: import the file again";
                case NOT_PUBLISHED -> "the batch was never in use";
                case NO_RIGHT -> "you have no right to all of its places";
                case OVERTAKEN ->
                    documents.size() + " places were changed meanwhile: import the file again";
              });
    };
  }

  private static String line(Batch batch) {
    return String.format(
        Locale.ROOT,
        "%s  %-9s  %s  %6d added %6d changed  %s",
        batch.id(),
        batch.state().name().toLowerCase(Locale.ROOT),
        MINUTE.format(batch.staged()),
        batch.added(),
        batch.changed(),
        oneCell(batch.source()));
  }

  private List<String> match(boolean ids, List<String> names) {
    return names.stream()
        .map(name -> MatchLine.answer(places.now().search(), decoded(name), ids))
        .toList();
  }

  private static String word(List<String> words, int at) {
    if (at >= words.size()) throw new IllegalArgumentException("something is missing");
    return words.get(at);
  }

  private static String decoded(String word) {
    return URLDecoder.decode(word, StandardCharsets.UTF_8);
  }
}
