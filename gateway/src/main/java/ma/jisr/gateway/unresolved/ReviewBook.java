package ma.jisr.gateway.unresolved;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import ma.jisr.store.Outcome;
import ma.jisr.store.Store;

/**
 * The review list as those see it who may: every read and every change stands in the audit before
 * it is answered; what cannot be audited is refused. Callable from any thread.
 */
public final class ReviewBook {
  /** Of the numbers of one process's entries, so that their order is that of their ids. */
  private static final int DIGITS = 12;

  private final InstantSource clock;
  private final String process;
  private final AtomicLong entries = new AtomicLong();
  private final Duration keep;
  private final Blocks blocks;
  private final Shapes shapes;
  private final Lessons lessons;
  private final Audit audit;

  /**
   * @param process this process's id, new at each start
   * @param keep how long texts are kept, whole days
   */
  public ReviewBook(
      Store store, Secrets secrets, InstantSource clock, String process, Duration keep) {
    this.clock = clock;
    this.process = process;
    this.keep = keep;
    this.blocks = new Blocks(store, secrets);
    this.shapes = new Shapes(store);
    this.lessons = new Lessons(store);
    this.audit = new Audit(store);
  }

  /**
   * What was written in the last days, what most people wrote first.
   *
   * @param by the reviewer's name
   * @param kind whole texts, or the words in them that no list knows
   * @param days with today; those that are no longer kept are not shown
   * @param language a tag, "" for all
   */
  public CompletableFuture<List<Shape>> written(
      String by, Shape.Kind kind, int days, String language) {
    Tally tally = new Tally();
    LocalDate kept = ReviewKeeper.since(clock.instant(), keep);
    LocalDate asked = ReviewKeeper.since(clock.instant(), Duration.ofDays(days));
    String what =
        (kind == Shape.Kind.TEXT ? "texts" : "words") + " of " + days + " days" + in(language);
    return blocks
        .read(asked.isAfter(kept) ? asked : kept, tally::add)
        .thenCompose(read -> audited(by, what, tally.of(kind), language));
  }

  /** What five people or more wrote, longer ago too. */
  public CompletableFuture<List<Shape>> shapes(String by, String language) {
    return shapes.all().thenCompose(all -> audited(by, "shapes" + in(language), all, language));
  }

  private CompletableFuture<List<Shape>> audited(
      String by, String what, List<Shape> found, String language) {
    Predicate<Shape> wanted = shape -> language.isEmpty() || shape.language().equals(language);
    return untaught(found.stream().filter(wanted).toList())
        .thenCompose(left -> audited(by, what, left));
  }

  /** Without what has been taught since. */
  private CompletableFuture<List<Shape>> untaught(List<Shape> found) {
    return lessons
        .all()
        .thenApply(
            all -> {
              List<String> texts = all.stream().map(Lesson::text).toList();
              Set<String> taught = new HashSet<>(texts);
              return found.stream().filter(shape -> !taught.contains(shape.text())).toList();
            });
  }

  private <T> CompletableFuture<List<T>> audited(String by, String what, List<T> rows) {
    return audited(by, what, rows.size()).thenApply(done -> rows);
  }

  private CompletableFuture<Void> audited(String by, String what, int rows) {
    String number = Long.toString(entries.getAndIncrement());
    String id = process + '-' + "0".repeat(Math.max(0, DIGITS - number.length())) + number;
    return audit.write(new Audit.Entry(clock.instant(), by, what, rows), id);
  }

  private static String in(String language) {
    return language.isEmpty() ? "" : " in " + language;
  }

  /** What has been taught of a kind. */
  public CompletableFuture<List<Lesson>> taught(String by, Lesson.Kind kind) {
    return lessons
        .all()
        .thenApply(all -> all.stream().filter(lesson -> lesson.kind() == kind).toList())
        .thenCompose(of -> audited(by, name(kind) + " list", of));
  }

  /** How many lessons of a kind there are. */
  public CompletableFuture<Integer> count(Lesson.Kind kind) {
    return lessons
        .all()
        .thenApply(all -> (int) all.stream().filter(lesson -> lesson.kind() == kind).count());
  }

  /** Teaches: INSERTED; EXISTS when the text has a meaning already. */
  public CompletableFuture<Outcome> teach(Lesson lesson) {
    String what = name(lesson.kind()) + " add " + lesson.target() + ' ' + lesson.mark();
    return audited(lesson.by(), what, 1).thenCompose(done -> lessons.add(lesson));
  }

  /** Takes a lesson back: DELETED; MISSING when there was none. */
  public CompletableFuture<Outcome> forget(String by, Lesson.Kind kind, String text) {
    String mark = new Lesson(kind, text, "", by, clock.instant()).mark();
    return audited(by, name(kind) + " remove " + mark, 1)
        .thenCompose(done -> lessons.remove(kind, text));
  }

  private static String name(Lesson.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** The newest entries of the audit, oldest first. */
  public CompletableFuture<List<Audit.Entry>> audit(String by, int most) {
    Instant all = clock.instant().minus(Audit.KEEP);
    return audit.since(all, most).thenCompose(entries -> audited(by, "audit", entries));
  }
}
