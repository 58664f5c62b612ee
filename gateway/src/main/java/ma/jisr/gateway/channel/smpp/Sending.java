package ma.jisr.gateway.channel.smpp;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.channel.Sent;

/**
 * One outbound message until its outcome is known. The worst segment decides: once one is refused
 * the rest is withdrawn.
 */
final class Sending {
  /** Told of each segment that the peer takes. */
  @FunctionalInterface
  interface Told {
    /**
     * @param index from 0
     * @param messageId normalised
     */
    void taken(int index, String messageId);
  }

  private final MessageIds ids;
  private final boolean screen;
  private final String[] messageIds;
  private final CompletableFuture<Sent> outcome;
  private final Told told;
  private Runnable whenTaken = () -> {};
  private int taken;
  private boolean inFlight;

  /**
   * @param segments how many it has
   * @param taken those that the peer has already, bit 0 for the first
   * @param screen whether it is of a dialogue: what is not sent then is never seen
   * @param told of segments
   * @param outcome is told
   */
  Sending(
      int segments,
      int taken,
      boolean screen,
      MessageIds ids,
      Told told,
      CompletableFuture<Sent> outcome) {
    this.outcome = outcome;
    this.screen = screen;
    this.ids = ids;
    this.told = told;
    this.taken = taken;
    this.messageIds = new String[segments];
    Arrays.fill(messageIds, "");
  }

  /** Runs the task, on the loop, before anybody hears that every segment was taken. */
  void whenTaken(Runnable task) {
    whenTaken = task;
  }

  boolean settled() {
    return outcome.isDone();
  }

  /** The response to one segment. */
  void segment(int index, Response response) {
    switch (response) {
      case Response.Silence none -> settle(new Sent.Uncertain("no response in time", taken));
      case Response.Lost lost -> settle(new Sent.Uncertain("connection lost", taken));
      case Response.Answer(int status, String id) when status == Status.OK -> took(index, id);
      case Response.Answer(int status, String id) -> settle(Status.of(status).sent(taken));
    }
  }

  private void took(int index, String id) {
    String name = id.isEmpty() ? "" : ids.ofResponse(id);
    messageIds[index] = name;
    taken |= 1 << index;
    told.taken(index, name);
    if (taken == (1 << messageIds.length) - 1) {
      whenTaken.run();
      settle(new Sent.Taken(List.of(messageIds)));
    }
  }

  private void settle(Sent sent) {
    outcome.complete(sent);
  }

  /** It was never written, and will not be. */
  void unsent(String why) {
    if (screen) {
      unseen(why);
    } else {
      settle(new Sent.Held(why, taken));
    }
  }

  void inFlight(boolean now) {
    inFlight = now;
  }

  /** Its dialogue has ended: it is not sent any more, unless it is on the wire already. */
  void cancel() {
    if (!inFlight) {
      unseen("the dialogue has ended");
    }
  }

  /** The path or the dialogue it belonged to is gone. */
  void unseen(String why) {
    outcome.complete(new Sent.Unseen(why));
  }
}
