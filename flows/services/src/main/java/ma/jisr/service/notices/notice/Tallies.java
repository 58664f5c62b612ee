package ma.jisr.service.notices.notice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Priority;
import ma.jisr.store.Retention;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What each account has handed in of late: a document an account, changed by compare-and-set, so
 * that limits hold across nodes and repetitions count once.
 */
final class Tallies {
  static final CollectionSpec SPEC =
      new CollectionSpec(
          "notice_tallies",
          CollectionSpec.Area.LIVE,
          List.of(new IndexSpec("at", List.of(), "at")));

  private static final int SCHEMA = 1;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Store store;

  Tallies(Store store) {
    this.store = store;
  }

  /**
   * @param handed in within a day
   * @param trials sent within a day
   * @param at of the newest
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Tally(List<Handed> handed, @Nullable List<Tried> trials, Instant at) {
    static final Tally NONE = new Tally(List.of(), List.of(), Instant.EPOCH);

    Tally {
      handed = List.copyOf(handed);
      trials = trials == null ? List.of() : List.copyOf(trials);
    }

    @Override
    public List<Tried> trials() {
      return trials == null ? List.of() : trials;
    }
  }

  /**
   * @param key of whoever repeats it
   */
  record Tried(String key, Instant at) {}

  /**
   * @param emergency whether it went at once
   */
  record Handed(String notice, boolean emergency, Instant at) {}

  /**
   * Judges what an account hands in, and counts it unless it is refused.
   *
   * @param judge of emergencies within the hour and of all within the day, this one left out
   */
  CompletableFuture<Judgement> take(
      String account,
      String notice,
      Instant now,
      String writeId,
      BiFunction<Integer, Integer, Judgement> judge) {
    return Rewrite.of(
        store,
        SPEC.name(),
        account,
        writeId,
        Priority.TURN,
        found -> {
          Tally before = found.map(json -> RecordJson.read(json, Tally.class)).orElse(Tally.NONE);
          Judgement made = judged(before, notice, now, judge);
          if (made.path() == Preview.Path.REFUSED) return Rewrite.Change.none(made);
          boolean emergency = made.path() == Preview.Path.EMERGENCY;
          List<Handed> all = lately(before, notice, now);
          all.add(new Handed(notice, emergency, now));
          ObjectNode onto = RecordJson.parse(found.orElse("{}"));
          ObjectNode body = RecordJson.write(new Tally(all, before.trials(), now), onto, SCHEMA);
          return new Rewrite.Change<>(body.toString(), made);
        });
  }

  /**
   * Counts a trial, once however often it is repeated; false where the account has had as many as
   * it may within a day.
   */
  CompletableFuture<Boolean> tried(String account, String writeId, Instant now, int most) {
    String key = Digest.of(writeId);
    return Rewrite.of(
        store,
        SPEC.name(),
        account,
        writeId,
        Priority.TURN,
        found -> {
          Tally before = found.map(json -> RecordJson.read(json, Tally.class)).orElse(Tally.NONE);
          List<Tried> today = new ArrayList<>();
          for (Tried one : before.trials()) if (one.at().isAfter(now.minus(DAY))) today.add(one);
          if (today.stream().anyMatch(one -> one.key().equals(key)))
            return Rewrite.Change.none(true);
          if (today.size() >= most) return Rewrite.Change.none(false);
          today.add(new Tried(key, now));
          ObjectNode onto = RecordJson.parse(found.orElse("{}"));
          Tally after = new Tally(before.handed(), today, now);
          return new Rewrite.Change<>(RecordJson.write(after, onto, SCHEMA).toString(), true);
        });
  }

  /** Judges as {@link #take}, and counts nothing. */
  CompletableFuture<Judgement> look(
      String account, String notice, Instant now, BiFunction<Integer, Integer, Judgement> judge) {
    return store
        .get(SPEC.name(), account)
        .thenApply(
            found ->
                judged(
                    found.map(d -> RecordJson.read(d.json(), Tally.class)).orElse(Tally.NONE),
                    notice,
                    now,
                    judge));
  }

  private static Judgement judged(
      Tally tally, String notice, Instant now, BiFunction<Integer, Integer, Judgement> judge) {
    int lately = 0;
    List<Handed> today = lately(tally, notice, now);
    for (Handed one : today) if (one.emergency() && one.at().isAfter(now.minus(HOUR))) lately++;
    return judge.apply(lately, today.size());
  }

  /** Those of the last day without this one. */
  private static List<Handed> lately(Tally tally, String notice, Instant now) {
    List<Handed> all = new ArrayList<>();
    for (Handed one : tally.handed())
      if (!one.notice().equals(notice) && one.at().isAfter(now.minus(DAY))) all.add(one);
    return all;
  }

  /** Accounts that have handed in nothing for a day are forgotten. */
  static Retention retention() {
    return Retention.since(SPEC, "at", DAY);
  }
}
