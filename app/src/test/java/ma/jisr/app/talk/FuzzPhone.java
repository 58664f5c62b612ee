package ma.jisr.app.talk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.text.Gsm7;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;
import org.jspecify.annotations.Nullable;

/** The network of a fuzzed run: knows which dialogues stand, and judges all that is sent. */
final class FuzzPhone implements Channel {
  static final int SEPTETS = 182;
  static final int UNITS = 80;
  private static final int SEGMENTS = 10;

  /** The open dialogue of each number. */
  private final Map<String, String> open = new HashMap<>();

  /** How many screens each dialogue is owed: its inputs, less what has been shown. */
  private final Map<String, Integer> owed = new HashMap<>();

  /** When each number last did something in a dialogue. */
  private final Map<String, Instant> active = new HashMap<>();

  private final Set<String> released = new HashSet<>();
  final List<String> problems = new ArrayList<>();
  final List<String> messages = new ArrayList<>();
  int screens;

  @Override
  public String link() {
    return TalkPhone.LINK;
  }

  @Override
  public boolean up() {
    return true;
  }

  @Override
  public CompletableFuture<Void> start(Receiver receiver) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> drain() {
    return CompletableFuture.completedFuture(null);
  }

  void begun(String number, String dialogue, Instant now) {
    active.put(number, now);
    String before = open.put(number, dialogue);
    if (before != null) released.add(before);
    owed.put(dialogue, 1);
  }

  void answered(String number, String dialogue, Instant now) {
    active.put(number, now);
    owed.merge(dialogue, 1, Integer::sum);
  }

  void released(String number) {
    String gone = open.remove(number);
    if (gone != null) {
      released.add(gone);
      owed.remove(gone);
    }
  }

  Instant active(String number) {
    return active.getOrDefault(number, Instant.MIN);
  }

  @Nullable String open(String number) {
    return open.get(number);
  }

  /** Whether the dialogue's newest input has had its screen. */
  boolean silent(String number) {
    String dialogue = open.get(number);
    return dialogue != null && Objects.requireNonNullElse(owed.get(dialogue), 0) > 0;
  }

  @Override
  public CompletableFuture<Sent> send(Outbound outbound) {
    String text = outbound.text();
    if (outbound.kind() == Outbound.Kind.MESSAGE) {
      messages.add(text);
      if (text.isBlank() || text.length() > SEGMENTS * 153)
        problems.add("a message of " + text.length());
      return CompletableFuture.completedFuture(new Sent.Taken(List.of("m" + messages.size())));
    }
    return screen(outbound, text);
  }

  private CompletableFuture<Sent> screen(Outbound outbound, String text) {
    String dialogue = Objects.requireNonNull(outbound.dialogue());
    String number = outbound.to().value();
    if (released.contains(dialogue)) problems.add("a screen to a released dialogue");
    if (!dialogue.equals(open.get(number)))
      return CompletableFuture.completedFuture(new Sent.Unseen("gone"));
    screens++;
    boolean fits = Gsm7.fits(text) ? Gsm7.septets(text) <= SEPTETS : text.length() <= UNITS;
    if (!fits || text.isBlank()) problems.add("a screen of " + text.length() + ": " + text);
    int left = owed.merge(dialogue, -1, Integer::sum);
    if (left < 0) problems.add("a screen that nobody asked for: " + text);
    if (outbound.kind() == Outbound.Kind.LAST_SCREEN) {
      open.remove(number);
      owed.remove(dialogue);
      released.add(dialogue);
    }
    return CompletableFuture.completedFuture(new Sent.Taken(List.of()));
  }
}
