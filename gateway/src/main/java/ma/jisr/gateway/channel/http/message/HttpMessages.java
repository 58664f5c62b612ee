package ma.jisr.gateway.channel.http.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import ma.jisr.base.Address;
import ma.jisr.base.Msisdn;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.channel.Taken;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.Door;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.Reply;
import ma.jisr.gateway.channel.http.Verifier;
import ma.jisr.gateway.loop.VertxLoop;
import ma.jisr.gateway.metrics.Counters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A link to a provider of messages over HTTP: it calls us with what people send and what has become
 * of our messages, and is answered when that is durable; we call it with each message.
 */
public final class HttpMessages implements Channel, Door {
  private static final Logger LOG = LoggerFactory.getLogger(HttpMessages.class);
  private static final Duration DRAIN_POLL = Duration.ofMillis(50);

  /** Doublings of the pause before who does not let us in is asked again. */
  private static final int MOST_LOCK_OUTS = 6;

  /** Characters of a platform's name for a person; the longest known have 27. */
  private static final int MOST_NAME = 64;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

  private final HttpMessageLink link;
  private final Provider provider;
  private final VertxLoop loop;
  private final Counters counters;
  private final Caller caller;
  private final Outgoing outgoing;
  private final String prefix;
  private @Nullable Receiver receiver;
  private long count;
  private boolean full;
  private volatile boolean open;
  private volatile @Nullable String lockedOut;
  private int lockOuts;

  /**
   * A channel that does nothing until started.
   *
   * @param random names what a provider gives no name to
   */
  public HttpMessages(
      HttpMessageLink link,
      Provider provider,
      Vertx vertx,
      Clock clock,
      RandomGenerator random,
      Counters counters) {
    this.link = link;
    this.provider = provider;
    this.loop = VertxLoop.on(vertx, clock);
    this.counters = counters;
    this.caller = new Caller(vertx, link.base(), link.window(), link.timers().answer());
    this.outgoing = new Outgoing(loop, link, this::post);
    this.prefix = link.id() + '-' + Long.toUnsignedString(random.nextLong(), 36) + '-';
  }

  @Override
  public String link() {
    return link.id();
  }

  @Override
  public Verifier verifier() {
    return link.verifier();
  }

  @Override
  public int mostBody() {
    return provider.mostBody();
  }

  @Override
  public boolean up() {
    return open && lockedOut == null;
  }

  @Override
  public String state() {
    String why = lockedOut;
    if (why == null) return open ? "up" : "is down";
    return "is not let in by its provider: " + why;
  }

  @Override
  public CompletableFuture<Void> start(Receiver taking) {
    CompletableFuture<Void> started = new CompletableFuture<>();
    loop.enter(
        () -> {
          receiver = taking;
          open = true;
          started.complete(null);
        });
    return started;
  }

  @Override
  public void knocked(Knock knock, Answer answer) {
    loop.enter(() -> hear(knock, answer));
  }

  private void hear(Knock knock, Answer answer) {
    Receiver taking = receiver;
    Optional<Called> read = provider.read(knock);
    if (taking == null || !open) refuse(Reply.BUSY, answer);
    else if (read.isEmpty()) refuse(Reply.MALFORMED, answer);
    else take(read.get(), taking, answer);
  }

  private void refuse(Reply reply, Answer answer) {
    counters.count(
        "http.refused", Map.of("link", link.id(), "status", Integer.toString(reply.status())));
    answer.give(reply);
  }

  private void take(Called called, Receiver taking, Answer answer) {
    Together together =
        new Together(called.words().size() + called.fates().size(), called.reply(), answer);
    for (Called.Words words : called.words()) accept(words, taking, together);
    called.ignored().forEach(this::ignored);
    for (Called.Fate fate : called.fates()) accept(fate, taking, together);
    together.begun();
  }

  private void accept(Called.Words words, Receiver taking, Acknowledgement done) {
    Optional<Inbound> inbound = words.holds() ? inbound(words) : Optional.empty();
    if (inbound.isPresent()) taking.accept(inbound.get(), done);
    else {
      // A short code or a name: nobody is to answer them, they answer back.
      ignored(words.holds() ? "sender" : "malformed");
      done.accepted();
    }
  }

  private void accept(Called.Fate fate, Receiver taking, Acknowledgement done) {
    if (!fate.why().isEmpty())
      counters.count("http.undelivered", Map.of("link", link.id(), "why", fate.why()));
    if (fate.holds()) taking.receipt(receipt(fate), done);
    else {
      ignored("malformed");
      done.accepted();
    }
  }

  private Optional<Inbound> inbound(Called.Words words) {
    count++;
    boolean named = !words.id().isEmpty();
    return address(words.from())
        .map(
            from ->
                new Inbound(
                    named ? link.id() + '-' + words.id() : prefix + count,
                    link.id(),
                    Inbound.Act.MESSAGE,
                    from,
                    words.to(),
                    words.text(),
                    null,
                    null,
                    link.assurance(),
                    loop.now(),
                    named ? null : (from.value() + '\n' + words.text()).getBytes(UTF_8),
                    ""));
  }

  private Optional<Address> address(String from) {
    if (!link.chat()) return Msisdn.parse(from, link.country()).map(Address::of);
    boolean name = from.length() <= MOST_NAME && NAME.matcher(from).matches();
    return name ? Optional.of(new Address(link.scheme(), from)) : Optional.empty();
  }

  private Receipt receipt(Called.Fate fate) {
    return new Receipt(
        link.id(),
        link.group(),
        List.of(new Receipt.Name(Receipt.Form.TOLD, fate.id())),
        null,
        fate.state(),
        fate.error(),
        loop.now());
  }

  /** The one answer to several things: taken when all of them are. From any thread. */
  private final class Together implements Acknowledgement {
    private final Reply reply;
    private final Answer answer;
    private int open;
    private boolean busy;

    Together(int things, Reply reply, Answer answer) {
      this.open = things + 1;
      this.reply = reply;
      this.answer = answer;
    }

    /** All of them have been given on. */
    void begun() {
      accepted();
    }

    @Override
    public void accepted() {
      loop.enter(() -> one(false));
    }

    @Override
    public void busy() {
      loop.enter(() -> one(true));
    }

    private void one(boolean refused) {
      busy |= refused;
      if (--open > 0) return;
      if (busy) refuse(Reply.BUSY, answer);
      else answer.give(reply);
    }
  }

  @Override
  public CompletableFuture<Sent> send(Outbound outbound) {
    CompletableFuture<Sent> outcome = new CompletableFuture<>();
    loop.enter(() -> take(outbound, outcome));
    return outcome;
  }

  private void take(Outbound outbound, CompletableFuture<Sent> outcome) {
    if (outbound.kind() != Outbound.Kind.MESSAGE) {
      outcome.complete(new Sent.Unseen("carries no screens"));
    } else if (!up()) {
      outcome.complete(new Sent.Held("link down"));
    } else if (!outgoing.takes()) {
      full = true;
      outcome.complete(new Sent.Held("queue full"));
    } else {
      Optional<String> barred = provider.barred(outbound);
      if (barred.isEmpty()) outgoing.add(new Outgoing.Letter(outbound, outcome));
      else {
        counters.count("http.barred", Map.of("link", link.id(), "why", barred.get()));
        outcome.complete(new Sent.Refused(barred.get()));
      }
    }
  }

  /**
   * Takes what a provider says elsewhere than at the door: on a socket, in answer to a question of
   * ours. On any thread.
   *
   * @param done told when it is durable, or is to be given again
   */
  public void heard(Called.Words words, Acknowledgement done) {
    loop.enter(
        () -> {
          Receiver taking = receiver;
          if (taking == null || !open) done.busy();
          else accept(words, taking, done);
        });
  }

  /** Counts what a provider says and nobody answers. */
  public void ignored(String what) {
    counters.count("http.ignored", Map.of("link", link.id(), "what", what));
  }

  private void post(Outgoing.Letter letter) {
    Optional<Caller.Ask> first = provider.first(letter.message);
    if (first.isEmpty()) write(letter);
    else
      caller
          .ask(first.get())
          .onComplete(heard -> loop.enter(() -> learned(letter, heard.result())));
  }

  /** Nothing has been said yet: whatever has failed may be tried again. */
  private void learned(Outgoing.Letter letter, Caller.Heard heard) {
    if (heard instanceof Caller.Heard.Answer answer) {
      Optional<Verdict> not = provider.learned(letter.message, answer);
      if (not.isEmpty()) write(letter);
      else settle(letter, not.get());
    } else {
      settle(letter, new Verdict.Throttled(Optional.empty()));
    }
  }

  private void write(Outgoing.Letter letter) {
    caller
        .ask(provider.write(letter.message))
        .onComplete(heard -> loop.enter(() -> heard(letter, heard.result())));
  }

  private void heard(Outgoing.Letter letter, Caller.Heard heard) {
    Verdict verdict =
        switch (heard) {
          case Caller.Heard.Answer answer -> provider.told(letter.message, answer);
          // Nobody is there: as if they had asked for a pause.
          case Caller.Heard.NotSent ignored -> new Verdict.Throttled(Optional.empty());
          case Caller.Heard.Unsure unsure -> new Verdict.Unsure(unsure.why());
        };
    settle(letter, verdict);
  }

  private void settle(Outgoing.Letter letter, Verdict verdict) {
    Receiver taking = receiver;
    if (verdict instanceof Verdict.Taken(String id) && taking != null)
      taking.taken(new Taken(link.group(), link.id(), letter.message, 1, 1, id, loop.now()));
    if (verdict instanceof Verdict.LockedOut(String status)) lockOut(status);
    else if (verdict instanceof Verdict.Taken) lockOuts = 0;
    outgoing.settled(letter, verdict);
    if (full && taking != null && outgoing.size() <= link.queued() / 2) {
      full = false;
      taking.ready(link.id());
    }
  }

  /** Nothing is sent for a while, then one is tried again; nobody's message is lost by it. */
  private void lockOut(String status) {
    counters.count("http.locked-out", Map.of("link", link.id(), "status", status));
    if (lockedOut != null) return;
    lockedOut = status;
    Duration pause = link.timers().lockedOut().multipliedBy(1L << lockOuts);
    if (lockOuts < MOST_LOCK_OUTS) lockOuts++;
    LOG.warn(
        "link {} is not let in by its provider ({}): nothing is sent for {} s. Look at its token"
            + " and account",
        link.id(),
        status,
        pause.toSeconds());
    outgoing.giveBack("locked out");
    loop.after(pause, this::knockAgain);
  }

  private void knockAgain() {
    lockedOut = null;
    Receiver taking = receiver;
    if (open && taking != null) taking.ready(link.id());
  }

  @Override
  public CompletableFuture<Void> drain() {
    CompletableFuture<Void> drained = new CompletableFuture<>();
    loop.enter(
        () -> {
          open = false;
          outgoing.giveBack("stopping");
          drain(loop.now().plus(link.timers().drain()), drained);
        });
    return drained;
  }

  private void drain(Instant latest, CompletableFuture<Void> drained) {
    if (outgoing.inFlight() > 0 && loop.now().isBefore(latest)) {
      loop.after(DRAIN_POLL, () -> drain(latest, drained));
      return;
    }
    caller.close().onComplete(closed -> drained.complete(null));
  }
}
