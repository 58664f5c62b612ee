package ma.jisr.gateway.session;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import ma.jisr.base.Address;
import ma.jisr.base.Loop;
import ma.jisr.flow.person.PendingCall;
import ma.jisr.flow.person.Person;
import ma.jisr.gateway.delivery.Origin;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/** The stored persons as one lane reads and writes them; answers come on the lane's loop. */
final class People {
  private final Loop loop;
  private final Store store;
  private final Keys keys;
  private final PersonCodec codec;
  private final StopList stops;
  private final Compaction compaction;
  private final SessionSettings settings;

  People(Loop loop, Store store, Keys keys, SessionSettings settings) {
    this.loop = loop;
    this.store = store;
    this.keys = keys;
    this.codec = new PersonCodec(keys.sealer(), Upcasters.PERSON);
    this.stops = new StopList(store, keys);
    this.compaction = new Compaction(codec);
    this.settings = settings;
  }

  /** Reads the person's document and takes up what its last writer left, if that one is gone. */
  void load(
      Resident person, @Nullable Address from, Runnable ready, Consumer<RuntimeException> failed) {
    read(
        person.id,
        stored -> {
          if (stored == null && from != null) {
            meet(person, from, ready, failed);
            return;
          }
          if (stored == null) {
            person.document = PersonDocument.unknown(person.id, settings.process());
            person.version = Resident.UNSTORED;
          } else {
            person.document = codec.decode(stored);
            person.version = stored.version();
            inherit(person, person.document);
          }
          person.met = true;
          ready.run();
        },
        failed);
  }

  /** Somebody of whom nothing is stored may still have said STOP before, and been erased since. */
  private void meet(
      Resident person, Address from, Runnable ready, Consumer<RuntimeException> failed) {
    on(
        stops.stopped(from),
        stopped -> {
          PersonDocument met = PersonDocument.unknown(person.id, settings.process());
          Person nobody = met.person();
          person.document =
              stopped
                  ? met.with(
                      nobody.withProfile(nobody.profile().stopped(true)),
                      met.addresses(),
                      met.outbox(),
                      met.heard())
                  : met;
          person.version = Resident.UNSTORED;
          person.met = true;
          ready.run();
        },
        failed);
  }

  /** Tells whether an address leads to this person, as the store has it. */
  void named(
      Resident person, Address from, Consumer<Boolean> told, Consumer<RuntimeException> failed) {
    on(
        store.get(SessionCollections.ALIASES, keys.alias(from)),
        found -> told.accept(found.map(Aliases::person).filter(person.id::equals).isPresent()),
        failed);
  }

  /** What is to be written in the person's place. */
  Document stone(Resident person, String writeId) {
    return codec.stone(person.id, person.version + 1, writeId, loop.now());
  }

  private void inherit(Resident person, PersonDocument document) {
    boolean ours = document.writer().equals(settings.process());
    boolean over = settings.alone() && !ours;
    if (over)
      for (PendingCall call : document.person().calls())
        person.sooner.putIfAbsent(call.id(), loop.now());
    if (over) {
      person.unproven.clear(); // of what was read before, which the marks may have cleared since
      person.unproven.putAll(Repetition.unproven(document));
      person.unproven.keySet().removeAll(person.settled);
    }
    person.post().inherit(document.outbox(), origin(person, ours, over));
    person.post().post(document.outbox());
  }

  private static Origin origin(Resident person, boolean ours, boolean over) {
    if (ours && !person.met) return Origin.SETTLED;
    if (ours && person.doubtful) return Origin.DOUBTED;
    return ours || over ? Origin.OVER : Origin.ELSEWHERE;
  }

  void read(String id, Consumer<@Nullable Document> found, Consumer<RuntimeException> failed) {
    on(
        store.get(SessionCollections.PEOPLE, id),
        optional -> found.accept(optional.orElse(null)),
        failed);
  }

  /** The stored form of the person's next document. */
  Compaction.Fitted fit(Resident person, PersonDocument next, String writeId) {
    PersonDocument keyed = codec.keyed(next);
    PersonCodec.PersonKey key = codec.key(keyed, person.key);
    person.key = key;
    person.unsent = unsent(person, next.unsent());
    return compaction.fit(keyed, key, person.version + 1, writeId, person.unsent);
  }

  /**
   * When the store is to find the person for messages. An instant that was written and is still to
   * come stands, although later messages need a look later only: its index is then left alone.
   * Being found too early finds nothing to do; other nodes would read the document for that.
   */
  private @Nullable Instant unsent(Resident person, @Nullable Instant needed) {
    Instant written = person.unsent;
    boolean stands =
        settings.alone()
            && needed != null
            && written != null
            && written.isBefore(needed)
            && written.isAfter(loop.now());
    return stands ? written : needed;
  }

  /** The one durable write of a turn. */
  void write(Document stored, Consumer<Outcome> done, Consumer<RuntimeException> failed) {
    CompletableFuture<Outcome> future =
        stored.version() == 0
            ? store
                .insert(SessionCollections.PEOPLE, List.of(stored), Priority.TURN)
                .thenApply(List::getFirst)
            : store.replaceIf(SessionCollections.PEOPLE, stored, Priority.TURN);
    on(future, done, failed);
  }

  /**
   * What was left to be sent and logged in a stored document.
   *
   * @throws SchemaException when a newer release wrote it
   * @throws KeyException when it was sealed under other keys
   */
  PersonCodec.Left left(Document stored) {
    return codec.left(stored);
  }

  /** Writes, behind the turns, that all messages of a stored document have gone. */
  CompletableFuture<Outcome> sent(Document stored) {
    Document next = PersonCodec.sent(stored, "sent/" + settings.process());
    return store.replaceIf(SessionCollections.PEOPLE, next, Priority.BACKGROUND);
  }

  /** Forgets somebody: the person first, so that no alias is missing to one who is there. */
  void forget(PersonDocument document, long version, Consumer<String> alias, Runnable ended) {
    loop.when(
        store.deleteIf(SessionCollections.PEOPLE, document.id(), version, Priority.BACKGROUND),
        (outcome, failure) -> {
          if (outcome == Outcome.DELETED)
            for (Address address : document.addresses()) unname(keys.alias(address), alias);
          ended.run();
        });
  }

  private void unname(String alias, Consumer<String> told) {
    loop.when(
        store.deleteIf(SessionCollections.ALIASES, alias, 0, Priority.BACKGROUND),
        (outcome, failure) -> told.accept(alias));
  }

  private <T> void on(
      CompletableFuture<T> future, Consumer<T> done, Consumer<RuntimeException> failed) {
    loop.when(
        future,
        (value, failure) -> {
          if (value == null) {
            failed.accept(new IllegalStateException("the store did not answer", failure));
            return;
          }
          try {
            done.accept(value);
          } catch (SchemaException | KeyException e) {
            failed.accept(e);
          }
        });
  }
}
