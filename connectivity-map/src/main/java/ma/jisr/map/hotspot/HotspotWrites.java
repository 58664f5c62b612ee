package ma.jisr.map.hotspot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.base.Actor;
import ma.jisr.map.change.Change.Subject;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.hotspot.Decision.Done;
import ma.jisr.map.hotspot.Decision.Overtaken;
import ma.jisr.map.hotspot.Decision.Reason;
import ma.jisr.map.hotspot.Decision.Refused;
import ma.jisr.map.hotspot.HotspotDesk.Next;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * How the {@link HotspotDesk} writes: the entry in the feed, then the document if nobody was
 * quicker, then the map. Whatever the store answers, what stands there is read back before anything
 * is said or done again.
 */
final class HotspotWrites {
  /** How often a write is tried against others' or unknown outcomes. */
  private static final int TRIES = 8;

  /** Bytes of a hash that make an id: 80 bits, so that chance meets nobody. */
  private static final int ID_BYTES = 10;

  private final Store store;
  private final HotspotStore hotspots;
  private final HotspotMap map;
  private final ChangeFeed feed;
  private final CodeBook codes;
  private final FactsCheck check;
  private final InstantSource clock;

  HotspotWrites(
      Store store,
      HotspotStore hotspots,
      HotspotMap map,
      ChangeFeed feed,
      CodeBook codes,
      FactsCheck check,
      InstantSource clock) {
    this.store = store;
    this.hotspots = hotspots;
    this.map = map;
    this.feed = feed;
    this.codes = codes;
    this.check = check;
    this.clock = clock;
  }

  /**
   * A wish to change a hotspot.
   *
   * @param version that the actor has seen; null when it does not matter
   * @param next what it shall be
   * @param trusted whether somebody else has decided that the actor may
   */
  record Edit(
      Actor actor,
      Deed deed,
      String id,
      @Nullable Long version,
      Function<StoredHotspot, Next> next,
      String writeId,
      boolean trusted) {}

  CompletableFuture<Decision> create(
      Actor actor, Draft draft, @Nullable Confirmation confirmed, String writeId) {
    String id = draft.id() == null ? id(writeId) : draft.id();
    return hotspots
        .get(id)
        .thenCompose(
            found -> {
              if (found.isPresent()) return now(made(found.get(), writeId));
              return code(draft, id)
                  .thenCompose(
                      code -> {
                        if (code.isEmpty()) return now(invalid("code: another hotspot has it"));
                        Hotspot hotspot =
                            new Hotspot(
                                id,
                                code.get(),
                                draft.facts(),
                                draft.state(),
                                confirmed,
                                false,
                                false);
                        return announced(actor, Deed.CREATE, id, writeId)
                            .thenCompose(said -> insert(actor, hotspot, writeId, TRIES));
                      });
            });
  }

  private CompletableFuture<Optional<String>> code(Draft draft, String id) {
    return draft.code() == null
        ? codes.free(id).thenApply(Optional::of)
        : codes.take(draft.code(), id);
  }

  private CompletableFuture<Decision> insert(
      Actor actor, Hotspot hotspot, String writeId, int tries) {
    if (tries == 0) return tired();
    Revision made = revision(0, actor, Deed.CREATE, null, writeId);
    return store
        .insert(
            HotspotStore.SPEC.name(),
            List.of(StoredHotspot.first(hotspot, made, writeId)),
            Priority.TURN)
        .thenCompose(
            outcomes -> {
              if (outcomes.getFirst() == Outcome.INSERTED) return done(new Kept(hotspot, 0));
              return hotspots
                  .get(hotspot.id())
                  .thenCompose(
                      found ->
                          found.isEmpty()
                              ? insert(actor, hotspot, writeId, tries - 1)
                              : now(made(found.get(), writeId)));
            });
  }

  /** What became of a creation that finds its id there. */
  private Decision made(StoredHotspot stored, String writeId) {
    return stored.has(writeId) ? listed(stored.kept()) : invalid("id: another hotspot has it");
  }

  CompletableFuture<Decision> edit(Edit edit) {
    return edit(edit, TRIES);
  }

  private CompletableFuture<Decision> edit(Edit edit, int tries) {
    if (tries == 0) return tired();
    return hotspots
        .get(edit.id())
        .thenCompose(
            found ->
                found.isEmpty()
                    ? now(new Refused(Reason.UNKNOWN, ""))
                    : edit(edit, found.get(), tries));
  }

  private CompletableFuture<Decision> edit(Edit edit, StoredHotspot stored, int tries) {
    Hotspot hotspot = stored.kept().hotspot();
    if (!mayTouch(edit, hotspot)) return now(new Refused(Reason.NO_RIGHT, ""));
    if (stored.has(edit.writeId())) return now(listed(stored.kept()));
    Next wanted = edit.next().apply(stored);
    Hotspot next = wanted.hotspot();
    boolean seen = edit.version() == null || edit.version() == stored.kept().version();
    if (!seen) return now(new Overtaken(stored.kept(), next == null ? hotspot : next));
    if (next == null) return now(invalid(wanted.problem()));
    if (!mayTouch(edit, next)) return now(new Refused(Reason.NO_RIGHT, ""));
    if (next.equals(hotspot)) return now(new Done(stored.kept()));
    if (!stored.isStored()) return adopt(edit, stored, tries);
    return announced(edit.actor(), edit.deed(), edit.id(), edit.writeId())
        .thenCompose(said -> replace(edit, stored, next))
        .thenCompose(
            outcome ->
                outcome == Outcome.REPLACED
                    ? done(new Kept(next, stored.kept().version() + 1))
                    : edit(edit, tries - 1));
  }

  /** A sample that somebody changes becomes a stored hotspot first. */
  private CompletableFuture<Decision> adopt(Edit edit, StoredHotspot sample, int tries) {
    Document first = StoredHotspot.first(sample.kept().hotspot(), null, "sample");
    return store
        .insert(HotspotStore.SPEC.name(), List.of(first), Priority.TURN)
        .thenCompose(outcome -> edit(edit, tries - 1));
  }

  private boolean mayTouch(Edit edit, Hotspot hotspot) {
    return edit.trusted() || Rights.allow(edit.actor(), edit.deed(), check.way(hotspot.place()));
  }

  private CompletableFuture<Outcome> replace(Edit edit, StoredHotspot stored, Hotspot next) {
    Revision revision =
        revision(
            stored.kept().version() + 1,
            edit.actor(),
            edit.deed(),
            stored.kept().hotspot(),
            edit.writeId());
    return store.replaceIf(HotspotStore.SPEC.name(), stored.next(next, revision), Priority.TURN);
  }

  private Revision revision(
      long version, Actor actor, Deed deed, @Nullable Hotspot before, String writeId) {
    return new Revision(version, clock.instant(), actor.id(), actor.role(), deed, before, writeId);
  }

  private CompletableFuture<?> announced(Actor actor, Deed deed, String id, String writeId) {
    String word = deed.name().toLowerCase(Locale.ROOT);
    return feed.append(actor, word, Subject.HOTSPOT, id, writeId);
  }

  private CompletableFuture<Decision> done(Kept kept) {
    return now(listed(kept));
  }

  private Done listed(Kept kept) {
    map.put(List.of(kept));
    return new Done(kept);
  }

  private static Refused invalid(String problem) {
    return new Refused(Reason.INVALID, problem);
  }

  private static CompletableFuture<Decision> tired() {
    return CompletableFuture.failedFuture(
        new StoreException(StoreException.Kind.BUSY, "others change this hotspot all the time"));
  }

  private static CompletableFuture<Decision> now(Decision decision) {
    return CompletableFuture.completedFuture(decision);
  }

  /** Made of the cause, so that a creation that is repeated finds what it made. */
  private static String id(String writeId) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(writeId.getBytes(StandardCharsets.UTF_8));
      return "h" + HexFormat.of().formatHex(Objects.requireNonNull(hash), 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
