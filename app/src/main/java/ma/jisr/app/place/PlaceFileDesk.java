package ma.jisr.app.place;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.jisr.app.exchange.BadFileException;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.exchange.JudgedFile;
import ma.jisr.base.Actor;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.Verdict;
import ma.jisr.map.source.PlaceDesk;
import ma.jisr.map.source.PlaceFormat;
import ma.jisr.map.source.PlaceImport;
import ma.jisr.map.source.RowVerdict;
import ma.jisr.map.table.BadTableException;

/** Places in from files. They are not taken out: what was imported is somebody else's list. */
public final class PlaceFileDesk implements FileDesk {
  /** The dump of the country has some 6 MB. */
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private final PlaceDesk desk;

  public PlaceFileDesk(PlaceDesk desk) {
    this.desk = desk;
  }

  @Override
  public String things() {
    return "places";
  }

  @Override
  public Set<String> formats() {
    return Set.of(AUTO, "csv", "geonames");
  }

  @Override
  public Set<String> written() {
    return Set.of();
  }

  @Override
  public int mostBytes() {
    return MOST_BYTES;
  }

  @Override
  public JudgedFile judge(Actor actor, byte[] file, Label label) {
    if (!label.options().isEmpty())
      throw new IllegalArgumentException("places are not taken otherwise than usual");
    PlaceDesk.Judged judged;
    try {
      judged =
          desk.judge(
              label.name(),
              PlaceText.of(new ByteArrayInputStream(file)),
              PlaceFormat.of(label.format()));
    } catch (BadTableException e) {
      throw new BadFileException(String.valueOf(e.getMessage()), "", e);
    } catch (UncheckedIOException e) {
      throw new BadFileException("the file is not UTF-8", "", e);
    }
    PlaceImport found = judged.found();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (RowVerdict.Kind kind : RowVerdict.Kind.values())
      counts.put(kind.word(), found.count(kind));
    return new JudgedFile(
        counts,
        VerdictTable.reasons(found.verdicts()),
        VerdictTable.csv(found.verdicts()),
        judged.changes().isEmpty(),
        () -> desk.stage(actor, label.name(), judged));
  }

  @Override
  public Verdict publish(Actor actor, String batch) {
    return desk.publish(actor, batch);
  }

  @Override
  public Verdict undo(Actor actor, String batch) {
    return desk.undo(actor, batch);
  }

  @Override
  public List<Batch> batches() {
    return desk.batches();
  }

  @Override
  public Optional<Exported> export(Actor actor, String format, String area, int most) {
    return Optional.empty();
  }
}
