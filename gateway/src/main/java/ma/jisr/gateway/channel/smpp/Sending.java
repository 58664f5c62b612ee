package ma.jisr.gateway.channel.smpp;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Sent;
import org.jspecify.annotations.Nullable;

/**
 * One outbound text until its outcome is known. Once one segment is refused the rest is withdrawn;
 * the outcome comes when those on the wire are answered, so that it says which the peer has.
 */
final class Sending {
  /** Told of each segment that the peer takes. */
  @FunctionalInterface
  interface Told {
    /**
     * @param index from 0
     * @param messageId in its plain form
     */
    void taken(int index, String messageId);
  }

  private final Outbound message;
  private final boolean screen;
  private final String[] messageIds;
  private final CompletableFuture<Sent> outcome;
  private final Told told;
  private Runnable whenTaken = () -> {};
  private @Nullable Sent verdict;
  private int taken;
  private int flying;

  /**
   * @param segments how many it has
   * @param told of segments
   * @param outcome is told
   */
  Sending(Outbound message, int segments, Told told, CompletableFuture<Sent> outcome) {
    this.message = message;
    this.outcome = outcome;
    this.screen = message.kind() != Outbound.Kind.MESSAGE;
    this.told = told;
    this.taken = message.taken();
    this.messageIds = new String[segments];
    Arrays.fill(messageIds, "");
  }

  /** Runs the task, on the loop, before anybody hears that every segment was taken. */
  void whenTaken(Runnable task) {
    whenTaken = task;
  }

  /** Whether nothing more of it is to be written. */
  boolean withdrawn() {
    return verdict != null || outcome.isDone();
  }

  /** Gives it back when its time is over. */
  void check(Instant now) {
    if (!now.isBefore(message.until())) {
      decide(screen ? new Sent.Unseen("too late") : new Sent.Expired());
    } else if (!now.isBefore(message.latest())) {
      unsent("waited too long");
    }
  }

  /** A segment of it is being written. */
  void written() {
    flying++;
  }

  /** The segment was throttled, and waits for another try. */
  void backInQueue() {
    flying--;
    settle();
  }

  /** The response to one segment. */
  void segment(int index, Response response) {
    flying--;
    switch (response) {
      case Response.Silence none -> decide(new Sent.Uncertain("no response in time"));
      case Response.Lost lost -> decide(new Sent.Uncertain("connection lost"));
      case Response.Answer(int status, String id) when status == Status.OK -> took(index, id);
      case Response.Answer(int status, String id) -> decide(Status.of(status).sent());
    }
  }

  private void took(int index, String id) {
    String name = MessageIds.plain(id);
    messageIds[index] = name;
    taken |= 1 << index;
    told.taken(index, name);
    if (taken == (1 << messageIds.length) - 1) {
      verdict = new Sent.Taken(List.of(messageIds));
      whenTaken.run();
    }
    settle();
  }

  /** What is worse than being tried again decides. */
  private void decide(Sent sent) {
    boolean mild = verdict == null || verdict instanceof Sent.Held || verdict instanceof Sent.Later;
    if (mild) {
      verdict = sent;
    }
    settle();
  }

  private void settle() {
    if (verdict == null || flying > 0) {
      return;
    }
    outcome.complete(
        switch (verdict) {
          case Sent.Held held -> new Sent.Held(held.status(), taken);
          case Sent.Later later -> new Sent.Later(later.status(), taken);
          case Sent.Uncertain unsure -> new Sent.Uncertain(unsure.status(), taken);
          case Sent other -> other;
        });
  }

  /** It was not written, and will not be. */
  void unsent(String why) {
    if (screen) {
      unseen(why);
    } else {
      decide(new Sent.Held(why));
    }
  }

  /** Its dialogue has ended: it is not sent any more, unless it is on the wire already. */
  void cancel() {
    if (flying == 0 && verdict == null) {
      unseen("the dialogue has ended");
    }
  }

  /** The path or the dialogue it belonged to is gone. */
  void unseen(String why) {
    outcome.complete(new Sent.Unseen(why));
  }
}
