package ma.jisr.gateway.channel.smpp;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.loop.VertxLoop;
import org.jspecify.annotations.Nullable;

/**
 * The concatenated messages in the making, in memory. No part is acknowledged before the whole was
 * accepted. A part that waits too long is refused as temporary, so that a peer with a small window
 * can go on, but remembered; when it comes again after the whole was accepted it is acknowledged.
 */
final class Parts {
  /** Longer ones are refused: 16 parts are 2,448 characters. */
  static final int MOST_PARTS = 16;

  /** How long a set is remembered after its last part; SMSCs try again within minutes. */
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private final VertxLoop loop;
  private final int most;
  private final Duration hold;
  private final Counters counters;
  private final Map<Key, Whole> wholes = new LinkedHashMap<>();

  /** What the parts of one message have in common. */
  record Key(String from, String to, int reference, int total, int dataCoding) {
    @Override
    public String toString() {
      return "Key[hidden]";
    }
  }

  /** A whole message, and the acknowledgement of all its parts. */
  @SuppressWarnings("ArrayRecordComponent") // octets of the wire, read once and never compared
  record Joined(byte[] content, Acknowledgement acknowledgement) {}

  private static final class Whole {
    final byte[] @Nullable [] contents;
    final List<Acknowledgement> held = new ArrayList<>();
    Instant last;
    int missing;
    boolean accepted;

    Whole(int total, Instant now) {
      contents = new byte[total][];
      missing = total;
      last = now;
    }
  }

  /**
   * @param most unfinished messages at a time
   * @param hold how long a part stays unanswered
   */
  Parts(VertxLoop loop, int most, Duration hold, Counters counters) {
    this.loop = loop;
    this.most = most;
    this.hold = hold;
    this.counters = counters;
  }

  int size() {
    return wholes.size();
  }

  /** Takes a part; the whole message when it was the last one missing. */
  @Nullable Joined take(Key key, Part part, Acknowledgement acknowledgement) {
    Whole whole = wholes.get(key);
    byte[] known = whole == null ? null : whole.contents[part.number() - 1];
    if (whole != null && known != null && !Arrays.equals(known, part.content())) {
      forget(key, whole); // the reference number has come round: another message
      whole = null;
    }
    if (whole == null) {
      if (wholes.size() >= most) {
        acknowledgement.busy();
        return null;
      }
      whole = new Whole(part.total(), loop.now());
      wholes.put(key, whole);
    }
    return add(key, whole, part, acknowledgement);
  }

  private @Nullable Joined add(Key key, Whole whole, Part part, Acknowledgement acknowledgement) {
    whole.last = loop.now();
    if (whole.accepted) {
      counters.duplicates++;
      acknowledgement.accepted();
      return null;
    }
    whole.held.add(acknowledgement);
    if (whole.contents[part.number() - 1] != null) {
      counters.duplicates++;
      return null;
    }
    whole.contents[part.number() - 1] = part.content();
    whole.missing--;
    if (whole.missing > 0) {
      return null;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] content : whole.contents) {
      if (content != null) {
        all.writeBytes(content);
      }
    }
    return new Joined(all.toByteArray(), new Together(key, whole));
  }

  private final class Together implements Acknowledgement {
    private final Key key;
    private final Whole whole;

    Together(Key key, Whole whole) {
      this.key = key;
      this.whole = whole;
    }

    @Override
    public void accepted() {
      loop.enter(
          () -> {
            whole.accepted = true;
            whole.held.forEach(Acknowledgement::accepted);
            whole.held.clear();
          });
    }

    @Override
    public void busy() {
      loop.enter(() -> forget(key, whole));
    }
  }

  private void forget(Key key, Whole whole) {
    whole.held.forEach(Acknowledgement::busy);
    whole.held.clear();
    wholes.remove(key, whole);
  }

  /** Refuses what has waited too long, and forgets what is too old. */
  void sweep() {
    Instant now = loop.now();
    wholes.entrySet().removeIf(entry -> old(entry.getValue(), now));
  }

  private boolean old(Whole whole, Instant now) {
    Duration quiet = Duration.between(whole.last, now);
    if (whole.missing > 0 && quiet.compareTo(hold) >= 0) {
      whole.held.forEach(Acknowledgement::busy);
      whole.held.clear();
    }
    boolean over = quiet.compareTo(REMEMBERED) >= 0 && whole.held.isEmpty();
    if (over && whole.missing > 0) {
      counters.expiredParts++;
    }
    return over;
  }
}
