package ma.jisr.sandbox.radio;

import io.vertx.core.Future;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import ma.jisr.sandbox.centre.Centre;
import ma.jisr.sandbox.phone.Account;
import ma.jisr.sandbox.phone.Phone;
import ma.jisr.sandbox.phone.PhoneException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of the radio: a phone of another process. */
final class RadioWire {
  /** The longest line from a phone, in octets: more than ten segments of text take. */
  static final int LONGEST = 16_384;

  /** The newest messages that an opened inbox shows. */
  static final int INBOX = 20;

  private static final Logger LOG = LoggerFactory.getLogger(RadioWire.class);
  private final NetSocket socket;
  private final Centre centre;
  private final String token;
  private final Set<String> inUse;
  private @Nullable Phone phone;
  private Runnable unwatch = () -> {};
  private boolean closed;

  RadioWire(NetSocket socket, Centre centre, String token, Set<String> inUse) {
    this.socket = socket;
    this.centre = centre;
    this.token = token;
    this.inUse = inUse;
    var lines = RecordParser.newDelimited("\n", line -> read(line.toString()));
    lines.maxRecordSize(LONGEST);
    lines.exceptionHandler(tooLong -> socket.close());
    socket.handler(lines);
  }

  private void read(String line) {
    try {
      Request request = Lines.request(line);
      Phone owner = phone;
      if (owner == null) {
        hello(request);
      } else {
        obey(owner, request.command())
            .onComplete(done -> say(done(request.id(), words(done.cause()), owner.account())));
      }
    } catch (RadioException unknown) {
      LOG.warn("{}", unknown.getMessage());
      socket.close();
    }
  }

  private static @Nullable String words(@Nullable Throwable failure) {
    if (failure == null) {
      return null;
    }
    return failure instanceof PhoneException known ? known.failure().words() : "Not possible";
  }

  private void hello(Request request) {
    if (!(request.command() instanceof Command.Hello hello) || !permitted(hello.token())) {
      socket.close();
    } else if (hello.version() != RadioFile.VERSION) {
      deny(request, "The running sandbox is of another version than this phone.");
    } else if (!inUse.add(bare(hello.msisdn()))) {
      deny(request, "A phone with this number is already switched on.");
    } else {
      centre
          .phone(hello.msisdn())
          .onSuccess(found -> switchedOn(found, request))
          .onFailure(
              impossible -> {
                inUse.remove(bare(hello.msisdn()));
                deny(request, "No phone can have this number.");
              });
    }
  }

  private static String bare(String msisdn) {
    return msisdn.startsWith("+") ? msisdn.substring(1) : msisdn;
  }

  private boolean permitted(String given) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  private void deny(Request request, String why) {
    say(done(request.id(), why, Account.NOTHING));
    socket.end();
  }

  private void switchedOn(Phone found, Request request) {
    phone = found;
    Runnable watching = found.watch(event -> say(new Heard.Happened(event, found.account())));
    unwatch =
        () -> {
          watching.run();
          inUse.remove(found.msisdn());
          found.goesAway();
        };
    if (closed) {
      unwatch.run();
    } else {
      say(done(request.id(), null, found.account()));
    }
  }

  private Future<?> obey(Phone owner, Command command) {
    return switch (command) {
      case Command.Hello again -> Future.failedFuture("already switched on");
      case Command.Dial dial -> owner.dial(dial.code());
      case Command.Answer answer -> owner.answer(answer.text());
      case Command.Sms sms -> owner.sms(sms.to(), sms.text());
      case Command.Cancel cancel -> owner.cancel();
      case Command.Drop drop -> owner.losesNetwork();
      case Command.Cell cell -> owner.camps(cell.name());
      case Command.Away away -> owner.goesAway();
      case Command.Back back -> owner.comesBack();
      case Command.Inbox inbox -> inbox(owner);
    };
  }

  private Future<?> inbox(Phone owner) {
    var all = owner.inbox();
    all.subList(Math.max(0, all.size() - INBOX), all.size())
        .forEach(message -> say(new Heard.Kept(message)));
    return Future.succeededFuture(List.of());
  }

  private static Heard done(int id, @Nullable String error, Account account) {
    return new Heard.Done(id, error, account);
  }

  private void say(Heard heard) {
    if (!closed) {
      socket.write(Lines.write(heard) + "\n");
    }
  }

  void closed() {
    closed = true;
    unwatch.run();
    unwatch = () -> {};
  }
}
