package ma.jisr.gateway.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The messages in the making, for the parts that one loop takes: a durable row a part, whichever
 * link or node it comes by. A part is acknowledged when its row is durable, so that a peer with a
 * window of one sends the next; who sees the last one missing arrive gives the whole on, under an
 * id made of the set, so that two who see it make one input. The rows go when the whole is durable.
 */
final class Parts {
  /**
   * How long a part waits for the others: as long as SMSCs commonly try to deliver a short message
   * (a validity of a day). Longer, a sender's references (8 bits on most handsets) come round.
   */
  static final Duration LIFE = Duration.ofHours(24);

  private final Loop loop;
  private final Store store;
  private final Counters counters;
  private final PartCodec codec;
  private final Unfinished unfinished = new Unfinished();
  private final BiConsumer<Whole, Acknowledgement> receiver;

  /**
   * @param receiver of complete messages; acknowledges them when durable, on any thread
   */
  Parts(Loop loop, Ground ground, BiConsumer<Whole, Acknowledgement> receiver) {
    this.loop = loop;
    this.store = ground.store();
    this.counters = ground.counters();
    this.codec = new PartCodec(ground.keys());
    this.receiver = receiver;
  }

  /** Takes a part, from any thread. */
  void take(String set, Fragment part, Acknowledgement acknowledgement) {
    loop.execute(() -> taken(set, part, acknowledgement));
  }

  private void taken(String set, Fragment part, Acknowledgement acknowledgement) {
    if (unfinished.done(PartCodec.id(set, part.number()), part.octets(), loop.now())) {
      counters.count("part.repeated");
      acknowledgement.accepted();
    } else if (unfinished.admits(set, part.from(), loop.now())) {
      insert(set, part, acknowledgement);
    } else {
      counters.count("part.refused");
      acknowledgement.busy();
    }
  }

  private void insert(String set, Fragment part, Acknowledgement acknowledgement) {
    Document row = codec.encode(set, part, LIFE);
    loop.when(
        store.insert(SessionCollections.PARTS, List.of(row), Priority.TURN),
        (outcomes, failure) -> {
          Outcome outcome = outcomes == null ? Outcome.UNKNOWN : outcomes.getFirst();
          if (outcome == Outcome.INSERTED) look(set, part, acknowledgement);
          else if (outcome == Outcome.EXISTS) again(set, part, acknowledgement);
          else refuse(acknowledgement);
        });
  }

  /** The row is there already: the same part sent again, or the reference has come round. */
  private void again(String set, Fragment part, Acknowledgement acknowledgement) {
    loop.when(
        store.get(SessionCollections.PARTS, PartCodec.id(set, part.number())),
        (found, failure) -> {
          if (found == null || found.isEmpty()) {
            refuse(acknowledgement); // just completed by another: repeated once more it is known
            return;
          }
          if (Arrays.equals(octets(found.get()), part.octets())) {
            counters.count("part.repeated");
            look(set, part, acknowledgement);
            return;
          }
          counters.count("part.overtaken");
          delete(
              PartCodec.ids(set, part.total()),
              gone -> {
                if (gone) insert(set, part, acknowledgement);
                else refuse(acknowledgement);
              });
        });
  }

  private byte @Nullable [] octets(Document row) {
    try {
      return codec.decode(row).octets();
    } catch (SchemaException | KeyException e) {
      return null;
    }
  }

  /** The part is durable: is it the last one? */
  private void look(String set, Fragment part, Acknowledgement acknowledgement) {
    loop.when(
        store.getAll(SessionCollections.PARTS, PartCodec.ids(set, part.total())),
        (rows, failure) -> {
          if (rows == null) refuse(acknowledgement);
          else if (rows.size() < part.total()) acknowledgement.accepted();
          else give(set, rows.values(), acknowledgement);
        });
  }

  /** Looks whether the set of this row is complete and gives it on; for what a crash left. */
  void revisit(Document row, Acknowledgement acknowledgement) {
    String set = PartCodec.setOf(row);
    int total = codec.total(row);
    loop.when(
        store.getAll(SessionCollections.PARTS, PartCodec.ids(set, total)),
        (rows, failure) -> {
          if (rows == null) acknowledgement.busy();
          else if (rows.size() < total) acknowledgement.accepted();
          else give(set, rows.values(), acknowledgement);
        });
  }

  private void give(String set, Collection<Document> rows, Acknowledgement acknowledgement) {
    List<Fragment> parts = new ArrayList<>(rows.size());
    try {
      for (Document row : rows) parts.add(codec.decode(row));
    } catch (SchemaException | KeyException e) {
      counters.count("part.unreadable");
      refuse(acknowledgement);
      return;
    }
    parts.sort((one, other) -> Integer.compare(one.number(), other.number()));
    receiver.accept(Whole.of(set, parts), new Finished(set, parts, acknowledgement));
  }

  private void refuse(Acknowledgement acknowledgement) {
    counters.count("part.refused");
    acknowledgement.busy();
  }

  private interface Deleted {
    void told(boolean all);
  }

  /** Rows are never written twice: their version is 0. */
  private void delete(List<String> ids, Deleted then) {
    boolean[] all = {true};
    int[] left = {ids.size()};
    for (String id : ids)
      loop.when(
          store.deleteIf(SessionCollections.PARTS, id, 0, Priority.BACKGROUND),
          (outcome, failure) -> {
            all[0] &= outcome == Outcome.DELETED || outcome == Outcome.MISSING;
            if (--left[0] == 0) then.told(all[0]);
          });
  }

  /** A whole message: its text, and what makes it the same for everybody who joins it. */
  @SuppressWarnings("ArrayRecordComponent") // octets of the wire, read once and never compared
  record Whole(String set, Fragment last, byte[] octets, Instant at) {
    static Whole of(String set, List<Fragment> parts) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      Fragment last = parts.getFirst();
      for (Fragment part : parts) {
        all.writeBytes(part.octets());
        if (part.at().isAfter(last.at())) last = part;
      }
      return new Whole(set, last, all.toByteArray(), last.at());
    }

    /** The reference of the set and the words together: no two messages of a sender share both. */
    byte[] identity() {
      byte[] reference = set.getBytes(ISO_8859_1);
      byte[] all = Arrays.copyOf(reference, reference.length + octets.length);
      System.arraycopy(octets, 0, all, reference.length, octets.length);
      return all;
    }

    String text() {
      return last.alphabet().decode(octets);
    }

    @Override
    public String toString() {
      return "Whole[hidden]";
    }
  }

  private final class Finished implements Acknowledgement {
    private final String set;
    private final List<Fragment> parts;
    private final Acknowledgement inner;

    Finished(String set, List<Fragment> parts, Acknowledgement inner) {
      this.set = set;
      this.parts = parts;
      this.inner = inner;
    }

    @Override
    public void accepted() {
      loop.execute(
          () -> {
            Instant now = loop.now();
            unfinished.finished(set);
            for (Fragment part : parts)
              unfinished.remember(PartCodec.id(set, part.number()), part.octets(), now);
            delete(PartCodec.ids(set, parts.size()), gone -> {});
          });
      inner.accepted();
    }

    @Override
    public void busy() {
      inner.busy();
    }

    @Override
    public void queued() {
      inner.queued();
    }
  }
}
