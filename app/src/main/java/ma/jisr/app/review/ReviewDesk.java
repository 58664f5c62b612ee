package ma.jisr.app.review;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.app.admin.AdminSocket;
import ma.jisr.app.admin.Await;
import ma.jisr.app.admin.Words;
import ma.jisr.gateway.unresolved.Audit;
import ma.jisr.gateway.unresolved.Lesson;
import ma.jisr.gateway.unresolved.ReviewBook;
import ma.jisr.gateway.unresolved.Shape;
import ma.jisr.store.Outcome;

/**
 * Who answers {@code jisr unresolved}: checks that the name is a reviewer's, asks the book, writes
 * lines. The name is what its bearer says; that it is they who speak, the operating system vouches
 * for by who may open the socket.
 */
public final class ReviewDesk implements AdminSocket.Verb {
  /** Most lines of an answer: more than a week's reading. */
  static final int MOST = 1_000;

  /** For all languages. */
  public static final String ALL = "-";

  private final List<String> reviewers;
  private final ReviewBook book;
  private final Teaching teaching;
  private final InstantSource clock;
  private final Supplier<CompletableFuture<Void>> before;
  private final Supplier<CompletableFuture<Void>> after;

  /**
   * @param reviewers the names of those who may
   * @param before is waited for before a read: what gathers is written
   * @param after is waited for after a change: it is in use
   */
  public ReviewDesk(
      List<String> reviewers,
      ReviewBook book,
      Teaching teaching,
      InstantSource clock,
      Supplier<CompletableFuture<Void>> before,
      Supplier<CompletableFuture<Void>> after) {
    this.reviewers = List.copyOf(reviewers);
    this.book = book;
    this.teaching = teaching;
    this.clock = clock;
    this.before = before;
    this.after = after;
  }

  /**
   * @param words the reviewer's name; then {@code texts|words DAYS LANGUAGE}, {@code shapes
   *     LANGUAGE}, {@code audit}, {@code phrase|alias list}, {@code phrase|alias add TARGET TEXT…}
   *     or {@code phrase|alias remove TEXT…}
   */
  @Override
  public List<String> run(List<String> words) throws Exception {
    if (words.size() < 2) throw new IllegalArgumentException("unresolved asks for a name and more");
    String by = words.getFirst();
    if (!reviewers.contains(by))
      throw new IllegalArgumentException(
          "'" + by + "' is no reviewer: unresolved.reviewers of the configuration names them");
    List<String> rest = words.subList(2, words.size());
    return switch (words.get(1)) {
      case "texts" -> written(by, Shape.Kind.TEXT, rest);
      case "words" -> written(by, Shape.Kind.WORD, rest);
      case "shapes" -> shapes(Await.of(book.shapes(by, language(Words.at(rest, 0)))));
      case "audit" -> Await.of(book.audit(by, MOST)).stream().map(ReviewDesk::line).toList();
      case "phrase" -> lesson(by, Lesson.Kind.PHRASE, rest);
      case "alias" -> lesson(by, Lesson.Kind.ALIAS, rest);
      default -> throw new IllegalArgumentException("unresolved does not know " + words.get(1));
    };
  }

  private List<String> written(String by, Shape.Kind kind, List<String> rest) throws Exception {
    Await.of(before.get());
    String days = Words.at(rest, 0);
    if (!days.matches("[1-7]")) throw new IllegalArgumentException("days are 1 to 7");
    return shapes(
        Await.of(book.written(by, kind, Integer.parseInt(days), language(Words.at(rest, 1)))));
  }

  private List<String> lesson(String by, Lesson.Kind kind, List<String> rest) throws Exception {
    return switch (Words.at(rest, 0)) {
      case "list" -> lessons(Await.of(book.taught(by, kind)));
      case "add" -> add(by, kind, Words.at(rest, 1), text(rest, 2));
      case "remove" -> remove(by, kind, text(rest, 1));
      default -> throw new IllegalArgumentException("list, add or remove");
    };
  }

  private List<String> add(String by, Lesson.Kind kind, String target, String text)
      throws Exception {
    Lesson lesson =
        kind == Lesson.Kind.PHRASE
            ? teaching.phrase(by, clock.instant(), target, text)
            : teaching.alias(by, clock.instant(), target, text);
    if (Await.of(book.count(kind)) >= kind.most())
      throw new IllegalArgumentException("not taught: there are " + kind.most() + " already");
    Outcome outcome = Await.of(book.teach(lesson));
    Await.of(after.get());
    return switch (outcome) {
      case INSERTED -> List.of("taught: " + lesson.text() + " -> " + lesson.target());
      case EXISTS ->
          throw new IllegalArgumentException(
              "not taught: it has a meaning already; list shows it, remove takes it back");
      default -> throw new IllegalArgumentException("the store did not say: look at the list");
    };
  }

  private List<String> remove(String by, Lesson.Kind kind, String text) throws Exception {
    String kept = kind == Lesson.Kind.PHRASE ? Teaching.command(text) : Teaching.spelling(text);
    Outcome outcome = Await.of(book.forget(by, kind, kept));
    Await.of(after.get());
    return switch (outcome) {
      case DELETED -> List.of("taken back: " + kept);
      case MISSING -> throw new IllegalArgumentException("nobody taught this");
      default -> throw new IllegalArgumentException("the store did not say: look at the list");
    };
  }

  private static String text(List<String> words, int from) {
    String first = Words.at(words, from);
    return words.size() == from + 1 ? first : String.join(" ", words.subList(from, words.size()));
  }

  private static String language(String word) {
    return word.equals(ALL) ? "" : word;
  }

  private static List<String> shapes(List<Shape> found) {
    List<String> lines = new ArrayList<>();
    if (found.isEmpty()) return List.of("nothing");
    lines.add(row("people", "times", "last", "language", "likeliest", "text"));
    for (Shape shape : found.subList(0, Math.min(MOST, found.size())))
      lines.add(
          row(
              Integer.toString(shape.people()),
              shape.times() == 0 ? "-" : Integer.toString(shape.times()),
              shape.last().toString(),
              shape.language(),
              shape.guess().isEmpty() ? "-" : shape.guess(),
              shape.text()));
    if (found.size() > MOST) lines.add((found.size() - MOST) + " more are left out");
    return lines;
  }

  private static String row(
      String people, String times, String last, String language, String guess, String text) {
    return String.format(
        Locale.ROOT, "%6s %6s  %-10s  %-8s  %-24s  %s", people, times, last, language, guess, text);
  }

  private static List<String> lessons(List<Lesson> taught) {
    if (taught.isEmpty()) return List.of("nothing");
    return taught.stream()
        .sorted(Comparator.comparing(Lesson::target).thenComparing(Lesson::text))
        .map(l -> l.target() + "  " + l.text() + "  (" + l.by() + ", " + l.at() + ")")
        .toList();
  }

  private static String line(Audit.Entry entry) {
    return entry.at() + " " + entry.by() + ": " + entry.what() + ", rows " + entry.rows();
  }
}
