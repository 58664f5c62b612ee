package ma.jisr.bench.mailing;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import ma.jisr.base.Address;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.loop.VertxLoop;
import ma.jisr.service.notices.mailing.Grade;

/**
 * What a mailing makes of its link: messages a second that phones get, against the same link fed
 * from memory by a loop that keeps nothing. Each for some seconds. Argument: the folder to write
 * in.
 */
public final class MailingBench {
  private static final int PEOPLE = 500_000;
  private static final Duration WARM = Duration.ofSeconds(1);
  private static final Duration MEASURED = Duration.ofMillis(1_500);

  private static final Flood.Shape[] SHAPES = {
    new Flood.Shape(500, 100, Duration.ofMillis(50)),
    new Flood.Shape(2_000, 100, Duration.ofMillis(20)),
    new Flood.Shape(100_000, 100, Duration.ofMillis(2)),
  };

  private MailingBench() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory(Path.of(args[0]), "mailing");
    for (int i = 0; i < SHAPES.length; i++) {
      Flood.Shape shape = SHAPES[i];
      double raw = raw(Files.createDirectory(folder.resolve("raw" + i)), shape);
      double sent = sent(Files.createDirectory(folder.resolve("run" + i)), shape);
      System.out.printf(
          "rate %,7d window %3d answer %2d ms: link alone %,7.0f/s, mailing %,7.0f/s, ratio %.2f%n",
          shape.rate(), shape.window(), shape.answer().toMillis(), raw, sent, sent / raw);
    }
  }

  private static double sent(Path folder, Flood.Shape shape) throws Exception {
    Phones phones = new Phones(folder.resolve("phones"), PEOPLE);
    try (Node node = new Node(folder.resolve("data"), phones, PEOPLE, shape)) {
      node.office.begin(Node.mailing(Instant.now(), Grade.ORDINARY)).join();
      return measured(() -> phones.sum().reached());
    }
  }

  private static double raw(Path folder, Flood.Shape shape) throws Exception {
    Phones phones = new Phones(folder.resolve("phones"), PEOPLE);
    Vertx vertx = Vertx.vertx();
    try {
      Feeding feeding =
          new Feeding(new Flood(VertxLoop.on(vertx, Clock.systemUTC()), phones, shape));
      for (int i = 0; i < 2 * shape.window(); i++) feeding.next();
      double rate = measured(() -> phones.sum().reached());
      feeding.stopped = true;
      return rate;
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static double measured(IntSupplier reached) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(WARM.toNanos());
    int before = reached.getAsInt();
    long from = System.nanoTime();
    TimeUnit.NANOSECONDS.sleep(MEASURED.toNanos());
    return (reached.getAsInt() - before) * 1e9 / (System.nanoTime() - from);
  }

  /** Gives the link the next as soon as it has answered one. */
  private static final class Feeding {
    private final Flood link;
    private final AtomicInteger place = new AtomicInteger();
    volatile boolean stopped;

    Feeding(Flood link) {
      this.link = link;
    }

    void next() {
      int at = place.getAndIncrement();
      if (stopped || at >= PEOPLE) return;
      String number = "2126" + String.format("%08d", at);
      CompletableFuture<Void> unused =
          link.send(
                  new Outbound(
                      "raw" + at,
                      Outbound.Kind.MESSAGE,
                      new Address("tel", number),
                      "5858",
                      "Coupure d'eau a Taza de 9h a 17h. Mairie",
                      null))
              .thenAccept(sent -> next());
    }
  }
}
