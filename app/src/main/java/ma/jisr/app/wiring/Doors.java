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
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.chat.mattermost.Mark;
import ma.jisr.gateway.channel.chat.mattermost.Mattermost;
import ma.jisr.gateway.channel.chat.mattermost.MattermostChannel;
import ma.jisr.gateway.channel.chat.telegram.TelegramChannel;
import ma.jisr.gateway.channel.http.Door;
import ma.jisr.gateway.channel.http.Doorway;
import ma.jisr.gateway.channel.http.message.HttpMessageLink;
import ma.jisr.gateway.channel.http.message.HttpMessages;
import ma.jisr.gateway.channel.http.message.Provider;
import ma.jisr.gateway.channel.http.ussd.HttpUssd;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.gateway.session.LinkInfo;
import ma.jisr.gateway.web.Listener;

/** The links whose aggregators call us, and the door at which they do. */
final class Doors {
  private static final long START_SECONDS = 30;
  private static final Duration STOP = Duration.ofSeconds(5);

  /** Octets of a screen, which a link of messages never shows. */
  private static final int SCREEN = 160;

  private final Vertx vertx;
  private final Counters counters;
  private final SecureRandom random;
  private final Mark.Keeper marks;
  private final List<Door> doors = new ArrayList<>();

  /**
   * @param marks how far chats have been heard that do not call us
   */
  Doors(Vertx vertx, Counters counters, SecureRandom random, Mark.Keeper marks) {
    this.vertx = vertx;
    this.counters = counters;
    this.random = random;
    this.marks = marks;
  }

  /** What a turn must know of such a link. */
  static LinkInfo info(DoorSettings.DoorLink link) {
    return switch (link) {
      case DoorSettings.UssdLink ussd ->
          // What it has to say beside a dialogue goes by others.
          new LinkInfo(
              link.id(),
              ChannelKind.SMS,
              "tel",
              LinkWiring.surface(ussd.screen()),
              Surface.SMS,
              link.price().orElse(null),
              null,
              ussd.ussd().timers().idle());
      case DoorSettings.SmsLink sms ->
          new LinkInfo(
              link.id(),
              ChannelKind.SMS,
              "tel",
              LinkWiring.surface(SCREEN),
              Surface.SMS,
              null,
              link.price().orElse(null),
              Duration.ZERO,
              sms.cost().orElse(null));
      case DoorSettings.ChatLink chat -> chat(chat.link());
      case DoorSettings.BotLink bot -> chat(bot.link().messages());
    };
  }

  private static LinkInfo chat(HttpMessageLink link) {
    return new LinkInfo(
        link.id(),
        ChannelKind.CHAT,
        link.scheme(),
        LinkWiring.surface(SCREEN),
        Surface.CHAT,
        null,
        null,
        Duration.ZERO);
  }

  /** Makes their channels ready to take what comes. */
  List<Channel> connect(DoorSettings settings, Receiver receiver) throws Exception {
    List<Channel> channels = new ArrayList<>();
    for (DoorSettings.DoorLink link : settings.links()) {
      Channel channel =
          switch (link) {
            case DoorSettings.UssdLink ussd ->
                opened(new HttpUssd(ussd.ussd(), vertx, Clock.systemUTC(), random, counters));
            case DoorSettings.SmsLink sms -> opened(messages(sms.link(), sms.provider()));
            case DoorSettings.ChatLink(HttpMessageLink message, Mattermost server) ->
                opened(
                    new MattermostChannel(
                        message, server, marks, vertx, Clock.systemUTC(), random, counters));
            case DoorSettings.ChatLink chat -> opened(messages(chat.link(), chat.provider()));
            case DoorSettings.BotLink bot ->
                opened(new TelegramChannel(bot.link(), vertx, Clock.systemUTC(), random, counters));
          };
      channel.start(receiver).get(START_SECONDS, TimeUnit.SECONDS);
      channels.add(channel);
    }
    return channels;
  }

  private HttpMessages messages(HttpMessageLink link, Provider provider) {
    return new HttpMessages(link, provider, vertx, Clock.systemUTC(), random, counters);
  }

  private <C extends Channel & Door> C opened(C channel) {
    doors.add(channel);
    return channel;
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
