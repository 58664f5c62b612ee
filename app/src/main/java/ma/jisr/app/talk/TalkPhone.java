package ma.jisr.app.talk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Address;
import ma.jisr.base.Assurance;
import ma.jisr.base.Loop;
import ma.jisr.base.Msisdn;
import ma.jisr.base.text.Segments;
import ma.jisr.flow.Input;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.channel.Taken;
import org.jspecify.annotations.Nullable;

/**
 * The phone of a transcript and the network between: a channel whose peer is the script. It
 * redelivers what was not acknowledged when the gateway comes back, as an SMSC does.
 */
final class TalkPhone implements Channel {
  static final String LINK = "talk";

  private final Msisdn msisdn;
  private final String here;
  private final String smsCode;
  private final String ussdCode;
  private final Duration idle;
  private final boolean twice;
  private final Deque<String> inbox = new ArrayDeque<>();
  private final List<String> read = new ArrayList<>();
  private final Map<Address, Set<String>> others = new HashMap<>();
  private final Loop network;
  private final TalkSigns signs;
  private @Nullable Receiver receiver;
  private Loop.@Nullable Cancel timer;
  private @Nullable String dialogue;
  private @Nullable String lastMessage;
  private @Nullable Inbound last;
  private boolean lastAcknowledged = true;
  private @Nullable String screen;
  private boolean ended;
  private int count;
  private int segments;

  /**
   * @param twice whether the network delivers everything twice
   */
  TalkPhone(
      Loop network,
      Talk.User user,
      TalkSigns signs,
      String smsCode,
      String ussdCode,
      Duration idle,
      boolean twice) {
    this.signs = signs;
    this.network = network;
    this.msisdn = user.msisdn();
    this.here = user.here();
    this.smsCode = smsCode;
    this.ussdCode = ussdCode;
    this.idle = idle;
    this.twice = twice;
  }

  @Override
  public String link() {
    return LINK;
  }

  @Override
  public boolean up() {
    return receiver != null;
  }

  /** The gateway is there, or is back after a crash. */
  @Override
  public CompletableFuture<Void> start(Receiver receiver) {
    this.receiver = receiver;
    receiver.ready(LINK);
    if (!lastAcknowledged) deliver(Objects.requireNonNull(last));
    return CompletableFuture.completedFuture(null);
  }

  /** The gateway has died. */
  void lostGateway() {
    receiver = null;
  }

  @Override
  public CompletableFuture<Sent> send(Outbound outbound) {
    if (outbound.kind() == Outbound.Kind.MESSAGE) return message(outbound);
    if (!Objects.equals(outbound.dialogue(), dialogue))
      return sent(new Sent.Unseen("dialogue gone"));
    screen = signs.shown(outbound.text());
    ended = outbound.kind() == Outbound.Kind.LAST_SCREEN;
    if (ended) closeDialogue();
    else wind();
    return sent(new Sent.Taken(List.of()));
  }

  private CompletableFuture<Sent> message(Outbound outbound) {
    if (receiver == null) return sent(new Sent.Held("not bound"));
    segments += Segments.of(outbound.text()).count();
    if (!outbound.to().equals(Address.of(msisdn))) {
      others
          .computeIfAbsent(outbound.to(), to -> new LinkedHashSet<>())
          .add(signs.shown(outbound.text()));
      return taken(outbound, "o" + ++count);
    }
    inbox.add(signs.shown(outbound.text()));
    lastMessage = "m" + ++count;
    return taken(outbound, lastMessage);
  }

  /** A text to many reaches one of them: the user, or somebody else. */
  void hands(String number, String text) {
    segments += Segments.of(text).count();
    if (number.equals(msisdn.digits())) inbox.add(signs.shown(text));
    else
      others
          .computeIfAbsent(Address.of(new Msisdn(number)), to -> new LinkedHashSet<>())
          .add(signs.shown(text));
  }

  /** Told as by an SMSC, so that a gateway that is started again knows what has gone. */
  private CompletableFuture<Sent> taken(Outbound outbound, String id) {
    Receiver told = Objects.requireNonNull(receiver, "nobody is bound");
    told.taken(new Taken(LINK, LINK, outbound, 1, 1, id, network.now()));
    return sent(new Sent.Taken(List.of(id)));
  }

  private static CompletableFuture<Sent> sent(Sent sent) {
    return CompletableFuture.completedFuture(sent);
  }

  @Override
  public CompletableFuture<Void> drain() {
    return CompletableFuture.completedFuture(null);
  }

  /** Dials, or answers when a screen is open. */
  void types(String text) {
    boolean dials = text.startsWith("*") && text.endsWith("#");
    if (dials) {
      dialogue = "d" + ++count;
      screen = null;
      ended = false;
    }
    arrives(dials ? Inbound.Act.BEGIN : Inbound.Act.ANSWER, ussdCode, text, Assurance.NETWORK);
    wind();
  }

  boolean open() {
    return dialogue != null;
  }

  void texts(String text) {
    arrives(Inbound.Act.MESSAGE, smsCode, text, Assurance.CLAIMED);
  }

  /** Somebody else sends an SMS, by the same network. */
  CompletableFuture<?> texts(Msisdn who, String text) {
    last =
        new Inbound(
            "i" + ++count,
            LINK,
            Inbound.Act.MESSAGE,
            Address.of(who),
            smsCode,
            signs.typed(text),
            null,
            null,
            Assurance.CLAIMED,
            network.now(),
            null,
            "");
    deliver(last);
    if (twice) deliver(last);
    return CompletableFuture.completedFuture(null);
  }

  void losesNetwork() {
    if (dialogue != null) release(Input.Reason.RELEASED);
  }

  /** The network repeats the last thing the person did, under the same id. */
  void lastArrivesAgain() {
    if (last != null) deliver(last);
  }

  /** The network reports that the last SMS never reached the phone; false when there was none. */
  boolean lastMessageFails() {
    if (lastMessage == null || receiver == null) return false;
    Receipt.State failed = Receipt.State.UNDELIVERABLE;
    receiver.receipt(
        new Receipt(
            LINK,
            LINK,
            List.of(new Receipt.Name(Receipt.Form.WRITTEN, lastMessage)),
            null,
            failed,
            "",
            network.now()),
        new Acknowledgement() {
          @Override
          public void accepted() {}

          @Override
          public void busy() {}
        });
    return true;
  }

  /** The screen now shown; empty when none has come. */
  Optional<String> screen() {
    return Optional.ofNullable(screen);
  }

  boolean ended() {
    return ended;
  }

  /** The next SMS not yet looked at. */
  Optional<String> nextMessage() {
    String next = inbox.poll();
    if (next != null) read.add(next);
    return Optional.ofNullable(next);
  }

  /**
   * Forgets SMS that are there already, read or not: a crash may repeat one whose submit was in
   * flight.
   */
  void dropRepeated() {
    Set<String> known = new HashSet<>(read);
    inbox.removeIf(text -> !known.add(text));
  }

  /** The different texts that somebody else's phone has received: a crash may repeat one. */
  List<String> others(Msisdn who) {
    return List.copyOf(others.getOrDefault(Address.of(who), Set.of()));
  }

  int segments() {
    return segments;
  }

  private void arrives(Inbound.Act act, String code, String typed, Assurance assurance) {
    String text = signs.typed(typed);
    boolean ussd = act != Inbound.Act.MESSAGE;
    last =
        new Inbound(
            "i" + ++count,
            LINK,
            act,
            Address.of(msisdn),
            code,
            text,
            ussd ? dialogue : null,
            null,
            assurance,
            network.now(),
            null,
            ussd ? here : "");
    deliver(last);
    if (twice) deliver(last);
  }

  private void release(Input.Reason reason) {
    last =
        new Inbound(
            "i" + ++count,
            LINK,
            Inbound.Act.RELEASE,
            Address.of(msisdn),
            ussdCode,
            "",
            dialogue,
            reason,
            Assurance.NETWORK,
            network.now());
    closeDialogue();
    screen = null;
    deliver(last);
    if (twice) deliver(last);
  }

  private void deliver(Inbound inbound) {
    lastAcknowledged = false;
    if (receiver == null) return;
    receiver.accept(
        inbound,
        new Acknowledgement() {
          @Override
          public void accepted() {
            lastAcknowledged = true;
          }

          @Override
          public void busy() {}
        });
  }

  private void closeDialogue() {
    dialogue = null;
    if (timer != null) timer.cancel();
  }

  private void wind() {
    if (timer != null) timer.cancel();
    if (dialogue != null) timer = network.after(idle, () -> release(Input.Reason.TIMED_OUT));
  }
}
