package ma.jisr.bench.channel;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.PoolOptions;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import ma.jisr.app.settings.DoorSettings;
import ma.jisr.app.settings.SettingsReader;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.chat.telegram.TelegramChannel;
import ma.jisr.gateway.channel.http.Door;
import ma.jisr.gateway.channel.http.Doorway;
import ma.jisr.gateway.channel.http.message.HttpMessages;
import ma.jisr.gateway.channel.http.ussd.HttpUssd;

/**
 * What a channel over HTTP costs, beside a bare echo handler of Vert.x: requests a second of a
 * closed loop, and the processor time of the one event loop that serves. The door, the check of who
 * calls, reading, and the answer; no engine and no store behind it. Argument: seconds a row.
 */
public final class ChannelBench implements AutoCloseable {
  /** Requests under way at once. */
  private static final int CONNECTIONS = 64;

  private static final String LINKS =
      """
      door: {port: 0}
      links:
        - {id: form, type: ussd-http, aggregator: africastalking, verify: {secret: "${S}"}}
        - {id: json, type: ussd-http, aggregator: hubtel, verify: {secret: "${S}"}}
        - {id: xml, type: ussd-http, aggregator: truroute, verify: {secret: "${S}"}}
        - {id: sms, type: sms-http, provider: twilio, account: AC1, token: "${S}", base: "BASE",
           verify: {secret: "${S}"}}
        - {id: tg, type: telegram, token: "${T}", base: "BASE", public-url: "https://you.example",
           secret: "${S}"}
        - {id: wa, type: whatsapp, number-id: "106540352242922", token: "${S}", app-secret: "${S}",
           verify-token: "${S}", base: "BASE"}
      """;

  private final Vertx serving = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Vertx asking = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpClient client;
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicLong refused = new AtomicLong();
  private final int echo;
  private final int door;
  private final long thread;

  private ChannelBench(Path folder) throws Exception {
    client = asking.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    HttpServer server =
        serving
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .body()
                        .onSuccess(
                            body -> request.response().end("{\"ok\":true,\"result\":true}")));
    echo = wait(server.listen(0, "127.0.0.1")).actualPort();
    thread = wait(serving.executeBlocking(() -> 0L).map(done -> Thread.currentThread().threadId()));
    Path file =
        Files.writeString(
            folder.resolve("jisr.yaml"), LINKS.replace("BASE", "http://127.0.0.1:" + echo));
    DoorSettings settings =
        new SettingsReader(Map.of("S", Request.SECRET, "T", "1234567:" + "A".repeat(35)))
            .read(file)
            .door();
    List<Door> doors = new ArrayList<>();
    for (DoorSettings.DoorLink link : settings.links()) doors.add(door(link));
    Doorway doorway =
        wait(
            Doorway.start(
                serving,
                settings.listener().orElseThrow(),
                settings.proxies(),
                doors,
                (what, tags) -> {}));
    door = doorway.port();
  }

  private Door door(DoorSettings.DoorLink link) {
    SecureRandom random = new SecureRandom();
    Clock clock = Clock.systemUTC();
    return switch (link) {
      case DoorSettings.UssdLink ussd ->
          started(new HttpUssd(ussd.ussd(), serving, clock, random, (what, tags) -> {}));
      case DoorSettings.SmsLink sms ->
          started(
              new HttpMessages(
                  sms.link(), sms.provider(), serving, clock, random, (what, tags) -> {}));
      case DoorSettings.ChatLink chat ->
          started(
              new HttpMessages(
                  chat.link(), chat.provider(), serving, clock, random, (what, tags) -> {}));
      case DoorSettings.BotLink bot ->
          started(new TelegramChannel(bot.link(), serving, clock, random, (what, tags) -> {}));
    };
  }

  private static <C extends Channel & Door> Door started(C channel) {
    channel.start(new Guests(channel)).join();
    return channel;
  }

  public static void main(String[] args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    System.out.printf(
        "load average %.1f%n", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    try (ChannelBench bench = new ChannelBench(Files.createTempDirectory("channels"))) {
      for (Request request : Request.values()) bench.run(request, seconds);
      for (Request request : Request.values()) {
        // Beside each row anew: others who use the machine come and go.
        double[] base = bench.run(Request.ECHO, seconds);
        double[] row = bench.run(request, seconds);
        System.out.printf(
            "%-10s %8.0f/s  %.2f of the echo's  %6.1f µs of the loop, %.1f times the echo's,"
                + " refused %d%n",
            request,
            row[0],
            row[0] / base[0],
            row[1],
            row[1] / base[1],
            bench.refused.getAndSet(0));
      }
    }
  }

  /** A closed loop for so long: requests a second, and microseconds of the loop for one. */
  private double[] run(Request request, int seconds) throws Exception {
    AtomicLong done = new AtomicLong();
    long used = used();
    long begin = System.nanoTime();
    long end = begin + TimeUnit.SECONDS.toNanos(seconds);
    List<CompletableFuture<Void>> loops = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      CompletableFuture<Void> over = new CompletableFuture<>();
      loops.add(over);
      asking.runOnContext(nothing -> ask(request, end, done, over));
    }
    for (CompletableFuture<Void> over : loops) over.get(seconds + 60L, TimeUnit.SECONDS);
    double lasted = (System.nanoTime() - begin) / 1e9;
    return new double[] {done.get() / lasted, (used() - used) / 1e3 / done.get()};
  }

  private long used() {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread);
  }

  private void ask(Request request, long end, AtomicLong done, CompletableFuture<Void> over) {
    if (System.nanoTime() >= end) {
      over.complete(null);
      return;
    }
    String body = request.body(numbers.incrementAndGet());
    client
        .request(
            HttpMethod.POST, request == Request.ECHO ? echo : door, "127.0.0.1", request.path())
        .compose(opened -> send(opened, request, body))
        .compose(answer -> answer.body().map(answer.statusCode()))
        .onComplete(
            status -> {
              if (status.failed() || status.result() != 200) refused.incrementAndGet();
              else done.incrementAndGet();
              ask(request, end, done, over);
            });
  }

  private static Future<HttpClientResponse> send(
      HttpClientRequest opened, Request request, String body) {
    return opened
        .putHeader("content-type", request.media())
        .putHeader("X-Secret", Request.SECRET)
        .putHeader("X-Telegram-Bot-Api-Secret-Token", Request.SECRET)
        .putHeader(
            "X-Hub-Signature-256", request == Request.WHATSAPP ? Request.signature(body) : "")
        .send(Buffer.buffer(body));
  }

  private static <T> T wait(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    wait(asking.close());
    wait(serving.close());
  }
}
