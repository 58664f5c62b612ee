package ma.jisr.sandbox.phone;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ma.jisr.sandbox.alphabet.Alphabet;
import ma.jisr.sandbox.world.Loop;
import org.jspecify.annotations.Nullable;

/**
 * A simulated phone. Its methods may be called from any thread; futures complete on the loop.
 * Several things may be asked of it one after the other without waiting: they happen in that order.
 */
public final class Phone {
  /** The messages that the inbox keeps; the oldest goes, as on such phones. */
  public static final int INBOX = 200;

  /** Characters of the longest name of a cell. */
  private static final int LONGEST_CELL = 40;

  private static final int SEND_KEY = 1;
  private final String msisdn;
  private final Network network;
  private final Tariff tariff;
  private final Loop loop;
  private final List<Consumer<PhoneEvent>> watchers = new CopyOnWriteArrayList<>();
  private final Deque<TextMessage> unread = new ArrayDeque<>();
  private final Deque<Promise<TextMessage>> readers = new ArrayDeque<>();
  private @Nullable Promise<UssdScreen> asked;
  private volatile List<TextMessage> inbox = List.of();
  private volatile @Nullable UssdScreen screen;
  private volatile Account account = Account.NOTHING;
  private volatile boolean reachable;
  private volatile String cell = "";

  /** A phone that is switched off. */
  public Phone(String msisdn, Network network, Tariff tariff, Loop loop) {
    this.msisdn = msisdn;
    this.network = network;
    this.tariff = tariff;
    this.loop = loop;
  }

  /** Its number, in international digits without "+". */
  public String msisdn() {
    return msisdn;
  }

  /**
   * Dials a USSD code such as {@code *585#}; an open session is cancelled first.
   *
   * @return the first screen, or a {@link PhoneException}
   */
  public Future<UssdScreen> dial(String code) {
    return ussd(
        code,
        () -> {
          account = account.paid(tariff.ussd());
          network.dial(this, code);
        });
  }

  /**
   * Answers the open screen.
   *
   * @return the next screen, or a {@link PhoneException}
   */
  public Future<UssdScreen> answer(String text) {
    return ussd(text, () -> network.answer(this, text));
  }

  private Future<UssdScreen> ussd(String typed, Runnable request) {
    return loop.ask(
        () -> {
          account = account.pressed(KeyPad.presses(typed) + SEND_KEY);
          fail(asked, Failure.CANCELLED);
          Promise<UssdScreen> promise = Promise.promise();
          asked = promise;
          request.run();
          return promise.future();
        });
  }

  /**
   * Texts a code.
   *
   * @return the segments, once the program has taken all of them, or a {@link PhoneException}
   */
  public Future<Integer> sms(String to, String text) {
    return loop.ask(
        () -> {
          account = account.pressed(KeyPad.presses(to) + KeyPad.presses(text) + SEND_KEY);
          return network
              .sms(this, to, text)
              .onSuccess(segments -> tell(new PhoneEvent.Sent(segments)))
              .onFailure(why -> tell(new PhoneEvent.Failed(failure(why))));
        });
  }

  private static Failure failure(Throwable why) {
    return why instanceof PhoneException known ? known.failure() : Failure.NETWORK_PROBLEM;
  }

  /** Takes the price of an SMS of so many segments. Called on the loop, by the network. */
  public void charge(int segments) {
    account = account.paid(tariff.smsMo().multiply(BigDecimal.valueOf(segments)));
  }

  /** Presses the red key: the open session ends and the program is told. */
  public Future<Void> cancel() {
    return now(() -> network.release(this, Failure.CANCELLED));
  }

  /** Loses the network for a moment: the open session is gone, the phone is back at once. */
  public Future<Void> losesNetwork() {
    return now(() -> network.release(this, Failure.CONNECTION_LOST));
  }

  /** Leaves coverage, or is switched off: messages wait until it is back. */
  public Future<Void> goesAway() {
    return now(
        () -> {
          network.release(this, Failure.CONNECTION_LOST);
          reachable = false;
        });
  }

  /** Is reachable from now on. */
  public Future<Void> comesBack() {
    return now(
        () -> {
          reachable = true;
          network.back(this);
        });
  }

  /**
   * Is in a cell from now on.
   *
   * @param name as its network writes it, "604-01-30123-7900417"; "" for one that nobody names
   */
  public Future<Void> camps(String name) {
    if (name.length() > LONGEST_CELL) return Future.failedFuture("a cell has a shorter name");
    return now(() -> cell = name);
  }

  /** The cell that it is in; "" when nobody has named one. */
  public String cell() {
    return cell;
  }

  private Future<Void> now(Runnable task) {
    return loop.ask(
        () -> {
          task.run();
          return Future.succeededFuture();
        });
  }

  /** Whether the network reaches it. */
  public boolean reachable() {
    return reachable;
  }

  /** The USSD screen that is displayed: open, or the last one of a session. */
  public Optional<UssdScreen> screen() {
    return Optional.ofNullable(screen);
  }

  /** The SMS received, oldest first, at most {@value #INBOX}. */
  public List<TextMessage> inbox() {
    return inbox;
  }

  /** The next SMS that no earlier call has had: at once when there is one, else when it comes. */
  public Future<TextMessage> nextSms() {
    return loop.ask(
        () -> {
          Promise<TextMessage> reader = Promise.promise();
          if (unread.isEmpty()) {
            readers.add(reader);
          } else {
            reader.complete(unread.remove());
          }
          return reader.future();
        });
  }

  /** Key presses and price so far. */
  public Account account() {
    return account;
  }

  /**
   * Tells the watcher, on the loop, whatever happens on the display from now on.
   *
   * @return what ends it
   */
  public Runnable watch(Consumer<PhoneEvent> watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  /** A screen has come. Called on the loop, by the network. */
  public void show(UssdScreen shown) {
    screen = shown;
    Promise<UssdScreen> waiting = asked;
    asked = null;
    tell(new PhoneEvent.Shown(shown));
    if (waiting != null) {
      waiting.tryComplete(shown);
    }
  }

  /** The session is gone, or did not come about. Called on the loop, by the network. */
  public void fail(Failure why) {
    screen = null;
    Promise<UssdScreen> waiting = asked;
    asked = null;
    tell(new PhoneEvent.Failed(why));
    fail(waiting, why);
  }

  private static void fail(@Nullable Promise<UssdScreen> waiting, Failure why) {
    if (waiting != null) {
      waiting.tryFail(new PhoneException(why));
    }
  }

  /** A program's screen or message was refused. Called on the loop, by the network. */
  public void refused(String why) {
    tell(new PhoneEvent.Refused(why));
  }

  /** An SMS has come, whole. Called on the loop, by the network. */
  public void receive(String from, String text, int segments, Alphabet alphabet) {
    var message = new TextMessage(from, text, segments, alphabet, loop.now());
    inbox = Stream.concat(inbox.stream(), Stream.of(message)).skip(inbox.size() / INBOX).toList();
    tell(new PhoneEvent.Received(message));
    Promise<TextMessage> reader = readers.poll();
    if (reader != null) {
      reader.complete(message);
    } else {
      unread.add(message);
      if (unread.size() > INBOX) {
        unread.remove();
      }
    }
  }

  private void tell(PhoneEvent event) {
    watchers.forEach(watcher -> watcher.accept(event));
  }

  @Override
  public String toString() {
    return "Phone[" + (reachable ? "on" : "off") + "]";
  }
}
