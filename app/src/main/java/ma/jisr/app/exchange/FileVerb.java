package ma.jisr.app.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ma.jisr.app.account.Signed;
import ma.jisr.app.admin.Words;
import ma.jisr.base.Actor;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.Verdict;

/**
 * Who answers {@code jisr hotspots}, {@code jisr places} and whatever else goes in and out of
 * files. Words: {@code import NUMBER REPORT NAME FORMAT OPTIONS}, {@code export NUMBER FORMAT
 * [AREA]}, {@code batches}, {@code undo BATCH}. Files come and go through the {@link Handover};
 * OPTIONS are joined by commas.
 */
public final class FileVerb implements Signed {
  /** The option of a try: nothing is changed. */
  public static final String DRY = "dry";

  /** Stands for no option. */
  public static final String NO_OPTIONS = "-";

  private final FileDesk desk;
  private final Handover handover;

  public FileVerb(FileDesk desk, Handover handover) {
    this.desk = desk;
    this.handover = handover;
  }

  @Override
  public Told run(Actor actor, List<String> words) throws IOException {
    return switch (Words.at(words, 0)) {
      case "import" -> read(actor, words);
      case "export" -> write(actor, words);
      case "batches" -> Told.of(desk.batches().stream().map(BatchLines::line).toList());
      case "undo" -> told(List.of(), desk.undo(actor, Words.text(words, 1)));
      default ->
          throw new IllegalArgumentException(desk.things() + " import, export, batches or undo");
    };
  }

  @Override
  public boolean changes(List<String> words) {
    return words.contains("undo") || (words.contains("import") && !isDry(words));
  }

  private static boolean isDry(List<String> words) {
    return List.of(words.getLast().split(",")).contains(DRY);
  }

  private Told read(Actor actor, List<String> words) throws IOException {
    byte[] file = handover.take(Words.at(words, 1), desk.mostBytes());
    String report = Words.at(words, 2);
    Set<String> options = new TreeSet<>(List.of(Words.at(words, 5).split(",")));
    options.remove(NO_OPTIONS);
    boolean dry = options.remove(DRY);
    String format = one(Words.text(words, 4), desk.formats());
    try {
      JudgedFile judged =
          desk.judge(actor, file, new FileDesk.Label(Words.text(words, 3), format, options));
      handover.put(report, judged.report().getBytes(UTF_8));
      List<String> lines = new ArrayList<>(List.of(counts(judged)));
      if (!dry && !judged.nothingNew()) {
        Told told = told(lines, desk.bring(actor, judged));
        lines.add(told.lines().getLast());
        lines.addAll(judged.remarks());
        return new Told(lines, told.of());
      }
      lines.add((dry ? "dry run" : "nothing is new") + ": nothing is changed");
      lines.addAll(judged.remarks());
      return Told.of(lines);
    } catch (BadFileException e) {
      if (!e.report().isEmpty()) handover.put(report, e.report().getBytes(UTF_8));
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static String one(String format, Set<String> known) {
    if (known.contains(format)) return format;
    throw new IllegalArgumentException(
        known.isEmpty()
            ? "these are not taken out as files"
            : "formats are " + String.join(", ", new TreeSet<>(known)));
  }

  /** "3319 rows: 3319 outside": only what there is. */
  private static String counts(JudgedFile judged) {
    StringBuilder counts = new StringBuilder();
    judged
        .counts()
        .forEach(
            (verdict, count) -> {
              if (count > 0)
                counts
                    .append(counts.isEmpty() ? "" : ", ")
                    .append(count)
                    .append(' ')
                    .append(verdict);
            });
    return judged.rows() + " rows" + (counts.isEmpty() ? "" : ": " + counts);
  }

  private Told write(Actor actor, List<String> words) throws IOException {
    String area = words.size() > 3 ? Words.text(words, 3) : "";
    String format = one(Words.text(words, 2), desk.written());
    FileDesk.Exported file =
        desk.export(actor, format, area, Integer.MAX_VALUE)
            .orElseThrow(() -> new IllegalArgumentException("the role may take nothing out"));
    handover.put(Words.at(words, 1), file.text().getBytes(UTF_8));
    return Told.of(List.of(desk.things() + ": " + file.count()));
  }

  private Told told(List<String> before, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Done(Batch batch) -> {
        List<String> lines = new ArrayList<>(before);
        lines.add(BatchLines.told(batch));
        yield new Told(lines, batch.id());
      }
      case Verdict.Refused refused ->
          throw new IllegalArgumentException(BatchLines.why(refused, desk.things()));
    };
  }
}
