package ma.jisr.app.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.Verdict;
import ma.jisr.map.exchange.HotspotExchange;
import ma.jisr.map.exchange.Plan;
import ma.jisr.map.exchange.Publishing;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.exchange.sheet.Sheet;

/** Things whose files are planned row by row, and published as batches. */
abstract class PlanDesk implements FileDesk {
  private final Publishing publishing;

  PlanDesk(Publishing publishing) {
    this.publishing = publishing;
  }

  /** What the file of a label would change; writes nothing. */
  abstract Plan plan(Actor actor, byte[] file, Label label);

  @Override
  public final int mostBytes() {
    return Sheet.MOST_BYTES;
  }

  @Override
  public final JudgedFile judge(Actor actor, byte[] file, Label label) {
    Plan plan;
    try {
      plan = plan(actor, file, label);
    } catch (BadSheetException e) {
      String report = new String(HotspotExchange.report(e), UTF_8);
      throw new BadFileException(String.valueOf(e.getMessage()), report, e);
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (var verdict : ma.jisr.map.exchange.Verdict.values())
      counts.put(verdict.word(), plan.count(verdict));
    Supplier<Verdict> keeping = () -> publishing.stage(actor, plan);
    String report = new String(plan.report(), UTF_8);
    return new JudgedFile(counts, List.of(), report, plan.isNothingNew(), keeping);
  }

  @Override
  public final Verdict publish(Actor actor, String batch) {
    return ours(actor, batch, publishing::publish);
  }

  @Override
  public final Verdict undo(Actor actor, String batch) {
    return ours(actor, batch, publishing::undo);
  }

  /** A batch of other things is none of these. */
  private Verdict ours(Actor actor, String id, BiFunction<Actor, String, Verdict> deed) {
    return batches().stream().anyMatch(batch -> batch.id().equals(id))
        ? deed.apply(actor, id)
        : Verdict.refused(Verdict.Why.UNKNOWN);
  }

  @Override
  public final List<Batch> batches() {
    return publishing.list();
  }

  /** A bound on what is taken out at once. */
  static void bounded(int count, int most, String things) {
    if (count > most)
      throw new IllegalArgumentException("more than " + most + " " + things + ": name an area");
  }
}
