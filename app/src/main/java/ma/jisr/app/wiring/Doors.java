package ma.jisr.app.wiring;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import ma.jisr.app.settings.DoorSettings;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Surface;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.http.Doorway;
import ma.jisr.gateway.channel.http.ussd.HttpUssd;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.gateway.session.LinkInfo;
import ma.jisr.gateway.web.Listener;

/** The links whose aggregators call us, and the door at which they do. */
final class Doors {
  private static final long START_SECONDS = 30;
  private static final Duration STOP = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Counters counters;
  private final SecureRandom random;
  private final List<HttpUssd> doors = new ArrayList<>();

  Doors(Vertx vertx, Counters counters, SecureRandom random) {
    this.vertx = vertx;
    this.counters = counters;
    this.random = random;
  }

  /** What a turn must know of such a link: what it has to say beside a dialogue goes by others. */
  static LinkInfo info(DoorSettings.DoorLink link) {
    return new LinkInfo(
        link.id(),
        ChannelKind.SMS,
        "tel",
        LinkWiring.surface(link.screen()),
        Surface.SMS,
        link.price().orElse(null),
        null,
        link.ussd().timers().idle());
  }

  /** Makes their channels ready to take what comes. */
  List<HttpUssd> connect(DoorSettings settings, Receiver receiver) throws Exception {
    for (DoorSettings.DoorLink link : settings.links()) {
      HttpUssd door = new HttpUssd(link.ussd(), vertx, Clock.systemUTC(), random, counters);
      door.start(receiver).get(START_SECONDS, TimeUnit.SECONDS);
      doors.add(door);
    }
    return List.copyOf(doors);
  }

  /**
   * Opens the door; what has to be stopped is pushed.
   *
   * @return the port; 0 where nobody calls
   */
  int open(DoorSettings settings, Stopping stopping) throws Exception {
    if (settings.listener().isEmpty()) return 0;
    Listener listener = settings.listener().get();
    try {
      Doorway doorway =
          Doorway.start(vertx, listener, settings.proxies(), doors, counters)
              .toCompletionStage()
              .toCompletableFuture()
              .get(START_SECONDS, TimeUnit.SECONDS);
      stopping.pushFuture("the door", STOP, doorway::close);
      return doorway.port();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(
          "cannot open the door on "
              + listener.host()
              + ":"
              + listener.port()
              + ": "
              + cause.getMessage()
              + ". Look at door (port 0 takes a free one)",
          e);
    }
  }
}
