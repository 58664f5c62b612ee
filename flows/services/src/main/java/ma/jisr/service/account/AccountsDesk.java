package ma.jisr.service.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Vault;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;
import ma.jisr.service.erasure.Erasures;
import ma.jisr.service.erasure.Why;
import ma.jisr.service.proof.Proofs;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;

/**
 * What people may ask about what is kept of them: to be told, to have a copy, to be erased, to have
 * what waits hidden, to tie their chat to their phone. Whoever asks has shown who they are: flows
 * see to that. Callable from any thread; never blocks; everything may be repeated under its key.
 */
public final class AccountsDesk {
  public static final List<CollectionSpec> COLLECTIONS = List.of(Passes.SPEC);

  /** How long codes for a copy are kept. */
  public static Retention retention() {
    return Passes.retention();
  }

  private static final String TIE = "tie:";

  private final Persons persons;
  private final Erasures erasures;
  private final Proofs proofs;
  private final Passes passes;
  private final InstantSource clock;
  private volatile List<Holding> holdings = List.of();
  private volatile List<Changed.Hearer> hearers = List.of();

  /**
   * @param proofs shows who has the phone of a number
   * @param vault makes the codes of copies
   */
  public AccountsDesk(
      Store store,
      Persons persons,
      Erasures erasures,
      Proofs proofs,
      Vault vault,
      InstantSource clock) {
    this.persons = persons;
    this.erasures = erasures;
    this.proofs = proofs;
    this.passes = new Passes(store, vault);
    this.clock = clock;
  }

  /** The rooms that keep something of people, and who wants to know of changes: told once. */
  public void over(List<Holding> rooms, List<Changed.Hearer> wanting) {
    holdings = List.copyOf(rooms);
    hearers = List.copyOf(wanting);
  }

  /** What is kept of somebody: the gateway's own first, then each room's; empty for nobody. */
  public CompletableFuture<List<Held>> held(String person) {
    return copyOf(person, 0)
        .thenApply(
            copy ->
                copy.map(all -> all.parts().stream().flatMap(part -> part.held().stream()).toList())
                    .orElse(List.of()));
  }

  /** A code to read the copy by, on the web. */
  public CompletableFuture<Copy.Pass> copy(String person, String key) {
    return passes.make(person, key, clock.instant());
  }

  /** The copy that a code opens, as things are now; empty when it opens none. */
  public CompletableFuture<Optional<Copy>> read(String code) {
    return passes
        .open(code, clock.instant())
        .thenCompose(
            opened ->
                opened.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : copyOf(opened.get().person(), opened.get().reads()));
  }

  private CompletableFuture<Optional<Copy>> copyOf(String person, int reads) {
    return persons
        .now()
        .portrait(person)
        .thenCompose(
            portrait ->
                portrait.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : copyOf(person, portrait.get(), reads).thenApply(Optional::of));
  }

  private CompletableFuture<Copy> copyOf(String person, Portrait portrait, int reads) {
    Whose whose = new Whose(person, portrait.numbers());
    List<Copy.Part> parts = new ArrayList<>();
    parts.add(new Copy.Part("account", GatewayHeld.of(portrait), List.of()));
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (Holding room : holdings)
      all =
          all.thenCompose(_ -> room.held(whose))
              .thenCompose(
                  held ->
                      held.isEmpty()
                          ? CompletableFuture.completedFuture(null)
                          : room.copy(whose)
                              .thenAccept(
                                  rows -> parts.add(new Copy.Part(room.name(), held, rows))));
    return all.thenApply(_ -> new Copy(portrait, parts, clock.instant(), reads));
  }

  /**
   * Erases somebody: begun within a minute, so that the last words are still said.
   *
   * @return by when it has ended, but for the stone
   */
  public CompletableFuture<Instant> erase(String person) {
    return erasures.wish(person, Why.ASKED);
  }

  /**
   * Takes out what waits for somebody whose phone others use, too: texts not sent, conversations to
   * be resumed, last places.
   *
   * @param key the once key of the call, whose conversation stays
   */
  public CompletableFuture<Void> hide(String person, String key) {
    return persons.now().hide(person, key);
  }

  /**
   * Begins to tie somebody's chat to a number.
   *
   * @param digits E.164 without the plus
   * @return {@link Tying.Asked}, or why not
   */
  public CompletableFuture<Tying> tie(String person, String key, String digits) {
    return persons
        .now()
        .portrait(person)
        .thenCompose(
            portrait ->
                portrait.isEmpty() || !portrait.get().numbers().isEmpty()
                    ? CompletableFuture.completedFuture(new Tying.Refused())
                    : proofs
                        .ask(person, key, TIE + digits, clock.instant())
                        .thenApply(
                            code ->
                                code.<Tying>map(Tying.Asked::new).orElseGet(Tying.Locked::new)));
  }

  /**
   * Takes the code that was sent to the phone.
   *
   * @param key the call's, another one than that which asked
   * @param link by which the phone is written to when nothing is known of its person
   */
  public CompletableFuture<Tying> tied(String person, String key, String code, String link) {
    return proofs
        .prove(person, key, code, clock.instant())
        .thenCompose(
            proven ->
                switch (proven.outcome()) {
                  case RIGHT -> tied(person, proven.content(), link);
                  case WRONG -> CompletableFuture.completedFuture(new Tying.Wrong());
                  case LATE -> CompletableFuture.completedFuture(new Tying.Late());
                  case LOCKED -> CompletableFuture.completedFuture(new Tying.Locked());
                });
  }

  private CompletableFuture<Tying> tied(String person, String content, String link) {
    if (!content.startsWith(TIE)) return CompletableFuture.completedFuture(new Tying.Late());
    return persons
        .now()
        .tie(person, content.substring(TIE.length()), link)
        .thenCompose(
            other ->
                other.isEmpty()
                    ? CompletableFuture.completedFuture(new Tying.Refused())
                    : erasures.wish(person, Why.TIED).thenApply(_ -> new Tying.Tied()));
  }

  /** Takes note that somebody's profile has changed: the stop list, and all who want to know. */
  public CompletableFuture<Void> changed(Changed profile) {
    CompletableFuture<Void> all =
        persons
            .now()
            .portrait(profile.person())
            .thenCompose(
                portrait -> {
                  CompletableFuture<Void> noted = CompletableFuture.completedFuture(null);
                  for (String digits : portrait.map(Portrait::numbers).orElse(List.of()))
                    noted = noted.thenCompose(_ -> persons.now().stop(digits, profile.stopped()));
                  return noted;
                });
    for (Changed.Hearer hearer : hearers) all = all.thenCompose(_ -> hearer.changed(profile));
    return all;
  }
}
