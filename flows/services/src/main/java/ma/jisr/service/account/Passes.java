package ma.jisr.service.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.base.Base32;
import ma.jisr.base.Vault;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Retention;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;

/**
 * The codes by which people read their copy on the web: twelve letters and digits, made anew from
 * the call that asked and kept as a hash only. Each closes the one before it, and tells how often
 * that was used. Callable from any thread.
 */
final class Passes {
  /** How long one holds. */
  static final Duration LIFE = Duration.ofHours(1);

  /** Most readings by one code: who asked looks at it, takes the file, and looks again. */
  static final int MOST_READS = 10;

  /** Of Crockford's base 32: 60 bits, which nobody guesses within the hour. */
  private static final int LENGTH = 12;

  private static final int GROUP = 4;

  static final CollectionSpec SPEC =
      new CollectionSpec(
          "account_passes",
          CollectionSpec.Area.LIVE,
          List.of(new IndexSpec("until", List.of(), "until")));

  private final Store store;
  private final Vault vault;

  Passes(Store store, Vault vault) {
    this.store = store;
    this.vault = vault;
  }

  /** Behind its hour a code opens nothing, and is forgotten. */
  static Retention retention() {
    return Retention.until(SPEC, "until", LIFE);
  }

  private record Pass(String person, long until) {}

  /**
   * How often somebody's newest code has been used: the ones before it open nothing.
   *
   * @param latest the id of its document
   * @param before how often the one before it had been
   */
  private record Tally(String latest, int reads, int before, long until) {}

  /**
   * Whom a code has opened.
   *
   * @param reads how often it has, this time included
   */
  record Opened(String person, int reads) {}

  /** A code for somebody, their only one; asked again with the same key it is the same one. */
  CompletableFuture<Copy.Pass> make(String person, String key, Instant now) {
    String plain = Base32.encode(vault.hash("pass", person + '\n' + key)).substring(0, LENGTH);
    String id = id(plain);
    Pass pass = new Pass(vault.seal(person), now.plus(LIFE).toEpochMilli());
    return store
        .insert(SPEC.name(), List.of(new Document(id, 0, "pass", json(pass))), Priority.TURN)
        .thenCompose(_ -> store.get(SPEC.name(), id))
        .thenCompose(
            stands -> {
              long until =
                  stands
                      .map(d -> read(d).until())
                      .orElseThrow(() -> new IllegalStateException("the pass was not kept"));
              return tally(person, id, found -> newest(found, id, until, now))
                  .thenApply(
                      before -> new Copy.Pass(shown(plain), Instant.ofEpochMilli(until), before));
            });
  }

  private static Rewrite.Change<Integer> newest(
      Optional<Tally> found, String id, long until, Instant now) {
    Tally known = found.orElse(new Tally("", 0, 0, 0));
    if (known.latest().equals(id)) return Rewrite.Change.none(known.before());
    // A call that is repeated after a later one: its code is closed already.
    if (known.until() > until) return Rewrite.Change.none(0);
    int before = known.until() > now.toEpochMilli() ? known.reads() : 0;
    return new Rewrite.Change<>(json(new Tally(id, 0, before, until)), before);
  }

  /**
   * Whose it is, as typed: with or without dashes, small or not; empty when it is none now.
   * Counted.
   */
  CompletableFuture<Optional<Opened>> open(String typed, Instant now) {
    String plain = plain(typed);
    if (plain.length() != LENGTH) return CompletableFuture.completedFuture(Optional.empty());
    String id = id(plain);
    return store
        .get(SPEC.name(), id)
        .thenCompose(
            found -> {
              Optional<String> person =
                  found
                      .map(Passes::read)
                      .filter(pass -> now.isBefore(Instant.ofEpochMilli(pass.until())))
                      .flatMap(pass -> vault.open(pass.person()));
              if (person.isEmpty()) return CompletableFuture.completedFuture(Optional.empty());
              return tally(person.get(), id, tally -> readOnce(tally, id))
                  .thenApply(
                      reads ->
                          reads == 0
                              ? Optional.empty()
                              : Optional.of(new Opened(person.get(), reads)));
            });
  }

  private static Rewrite.Change<Integer> readOnce(Optional<Tally> found, String id) {
    if (found.isEmpty()) return Rewrite.Change.none(0);
    Tally known = found.get();
    if (!known.latest().equals(id) || known.reads() >= MOST_READS) return Rewrite.Change.none(0);
    int reads = known.reads() + 1;
    return new Rewrite.Change<>(json(new Tally(id, reads, known.before(), known.until())), reads);
  }

  private CompletableFuture<Integer> tally(
      String person, String id, Function<Optional<Tally>, Rewrite.Change<Integer>> change) {
    return Rewrite.of(
        store,
        SPEC.name(),
        vault.pseudonym("passes", person),
        id,
        Priority.TURN,
        found -> change.apply(found.map(body -> RecordJson.read(body, Tally.class))));
  }

  private static String json(Object kept) {
    return RecordJson.write(kept, RecordJson.parse("{}"), 1).toString();
  }

  private static String plain(String typed) {
    if (typed.length() > 3 * LENGTH) return "";
    StringBuilder plain = new StringBuilder();
    String upper = typed.toUpperCase(Locale.ROOT);
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      if (c == 'O') plain.append('0');
      else if (c == 'I' || c == 'L') plain.append('1');
      else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) plain.append(c);
    }
    return plain.toString();
  }

  private static String shown(String plain) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) shown.append('-');
      shown.append(plain.charAt(i));
    }
    return shown.toString();
  }

  private String id(String plain) {
    return vault.pseudonym("passed", plain);
  }

  private static Pass read(Document document) {
    return RecordJson.read(document.json(), Pass.class);
  }
}
