package ma.jisr.sandbox.radio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import ma.jisr.sandbox.phone.Account;
import ma.jisr.sandbox.phone.PhoneEvent;
import ma.jisr.sandbox.phone.TextMessage;
import org.jspecify.annotations.Nullable;

/**
 * The side of the radio that a phone of another process holds. It waits on sockets, so it is no
 * matter for an event loop.
 */
public final class RadioClient implements AutoCloseable {
  /** How long a command may take: a USSD session's 120 s, and some more. */
  static final int PATIENCE_SECONDS = 150;

  /** How long the connecting may take. */
  private static final int GREETING_SECONDS = 10;

  private static final int UNREAD = 200;
  private static final Heard.Done LOST =
      new Heard.Done(-1, "The sandbox has stopped.", Account.NOTHING);
  private final Socket socket;
  private final Consumer<Heard> heard;
  private final Map<Integer, CompletableFuture<Heard.Done>> open = new ConcurrentHashMap<>();
  private final LinkedBlockingDeque<TextMessage> unread = new LinkedBlockingDeque<>(UNREAD);
  private final AtomicInteger ids = new AtomicInteger();
  private volatile boolean lost;

  private RadioClient(Socket socket, Consumer<Heard> heard) {
    this.socket = socket;
    this.heard = heard;
  }

  /**
   * Switches a phone on.
   *
   * @param folder the data folder of the running sandbox
   * @param msisdn its number, with or without "+"
   * @param heard told, on a thread of the radio, of everything that happens on the display
   * @throws RadioException when no sandbox runs there, or it does not take the phone
   */
  public static RadioClient connect(Path folder, String msisdn, Consumer<Heard> heard) {
    RadioFile file = RadioFile.read(folder);
    RadioClient client;
    try {
      client = new RadioClient(new Socket(InetAddress.getLoopbackAddress(), file.port()), heard);
    } catch (IOException refused) {
      throw new RadioException("The sandbox of " + folder + " no longer runs.");
    }
    Thread.ofVirtual().name("radio").start(client::listen);
    Heard.Done welcome =
        await(
            client.say(new Command.Hello(RadioFile.VERSION, file.token(), msisdn)),
            GREETING_SECONDS);
    if (welcome.error() != null) {
      client.close();
      throw new RadioException(welcome.error());
    }
    return client;
  }

  /** Sends the command; the future is done when it has run its course. */
  public CompletableFuture<Heard.Done> say(Command command) {
    int id = ids.incrementAndGet();
    var done = new CompletableFuture<Heard.Done>();
    open.put(id, done);
    try {
      byte[] line = (Lines.write(new Request(id, command)) + "\n").getBytes(StandardCharsets.UTF_8);
      synchronized (this) {
        OutputStream out = socket.getOutputStream();
        out.write(line);
        out.flush();
      }
    } catch (IOException broken) {
      done.complete(LOST);
    }
    if (lost) {
      done.complete(LOST);
    }
    return done;
  }

  /** Sends the command and waits until it has run its course. */
  public Heard.Done ask(Command command) {
    return await(say(command), PATIENCE_SECONDS);
  }

  private static Heard.Done await(CompletableFuture<Heard.Done> done, int seconds) {
    return done.completeOnTimeout(LOST, seconds, TimeUnit.SECONDS).join();
  }

  /** Waits for an SMS that no earlier call has had; null when none comes in time. */
  public @Nullable TextMessage message(int seconds) {
    try {
      return unread.poll(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private void listen() {
    try (var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      String line = in.readLine();
      while (line != null) {
        hear(Lines.read(line, Heard.class));
        line = in.readLine();
      }
    } catch (IOException | RadioException broken) {
      // The connection is over either way, and everyone who waits is told so below.
    } finally {
      lost = true;
      open.values().forEach(done -> done.complete(LOST));
    }
  }

  private void hear(Heard said) {
    heard.accept(said);
    switch (said) {
      case Heard.Happened(PhoneEvent.Received received, var account) ->
          unread.offer(received.message());
      case Heard.Done done -> {
        CompletableFuture<Heard.Done> waiting = open.remove(done.id());
        if (waiting != null) {
          waiting.complete(done);
        }
      }
      case Heard.Happened other -> {}
      case Heard.Kept kept -> {}
    }
  }

  /** Whether the sandbox has gone. */
  public boolean lost() {
    return lost;
  }

  /** Switches the phone off. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException alreadyBroken) {
      lost = true;
    }
  }
}
