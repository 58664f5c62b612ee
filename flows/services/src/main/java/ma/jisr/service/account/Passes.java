package ma.jisr.service.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Base32;
import ma.jisr.base.Vault;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;

/**
 * The codes by which people read their copy on the web: twelve letters and digits, made anew from
 * the call that asked and kept as a hash only. Callable from any thread.
 */
final class Passes {
  /** How long one holds. */
  static final Duration LIFE = Duration.ofHours(1);

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

  /** A code for somebody; asked again with the same key it is the same one. */
  CompletableFuture<Copy.Pass> make(String person, String key, Instant now) {
    String plain = Base32.encode(vault.hash("pass", person + '\n' + key)).substring(0, LENGTH);
    Pass pass = new Pass(vault.seal(person), now.plus(LIFE).toEpochMilli());
    Document document =
        new Document(
            id(plain), 0, "pass", RecordJson.write(pass, RecordJson.parse("{}"), 1).toString());
    return store
        .insert(SPEC.name(), List.of(document), Priority.TURN)
        .thenCompose(_ -> store.get(SPEC.name(), id(plain)))
        .thenApply(
            stands ->
                new Copy.Pass(
                    shown(plain),
                    stands
                        .map(d -> Instant.ofEpochMilli(read(d).until()))
                        .orElseThrow(() -> new IllegalStateException("the pass was not kept"))));
  }

  /** Whose it is, as typed: with or without dashes, small or not; empty when it is none now. */
  CompletableFuture<Optional<String>> open(String typed, Instant now) {
    String plain = plain(typed);
    if (plain.length() != LENGTH) return CompletableFuture.completedFuture(Optional.empty());
    return store
        .get(SPEC.name(), id(plain))
        .thenApply(
            found ->
                found
                    .map(Passes::read)
                    .filter(pass -> now.isBefore(Instant.ofEpochMilli(pass.until())))
                    .flatMap(pass -> vault.open(pass.person())));
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
