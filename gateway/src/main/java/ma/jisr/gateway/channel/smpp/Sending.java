package ma.jisr.gateway.channel.smpp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.channel.Sent;

/**
 * One outbound message until its outcome is known. The worst segment decides: once one is refused
 * the rest is withdrawn.
 */
final class Sending {
  private final MessageIds ids;
  private final boolean screen;
  private final List<String> messageIds = new ArrayList<>();
  private final CompletableFuture<Sent> outcome;
  private Runnable whenTaken = () -> {};
  private int open;
  private boolean anyTaken;
  private boolean inFlight;

  /**
   * @param segments how many it has
   * @param outcome is told
   * @param screen whether it is of a dialogue: what is not sent then is never seen
   */
  Sending(int segments, boolean screen, MessageIds ids, CompletableFuture<Sent> outcome) {
    this.outcome = outcome;
    this.open = segments;
    this.screen = screen;
    this.ids = ids;
    for (int i = 0; i < segments; i++) {
      messageIds.add("");
    }
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
      case Response.Silence none -> outcome.complete(new Sent.Uncertain("no response in time"));
      case Response.Lost lost -> outcome.complete(new Sent.Uncertain("connection lost"));
      case Response.Answer(int status, String id) when status == Status.OK -> {
        anyTaken = true;
        messageIds.set(index, id.isEmpty() ? "" : ids.ofResponse(id));
        open--;
        if (open == 0) {
          whenTaken.run();
          outcome.complete(new Sent.Taken(messageIds));
        }
      }
      case Response.Answer(int status, String id) -> refused(Status.of(status).sent());
    }
  }

  private void refused(Sent sent) {
    // Part of it is with the peer: sending all of it again would show that part twice.
    boolean twice = anyTaken && sent instanceof Sent.Later;
    outcome.complete(twice ? new Sent.Uncertain("refused in part") : sent);
  }

  /** It was never written, and will not be. */
  void unsent(String why) {
    if (screen) {
      unseen(why);
    } else {
      refused(new Sent.Later(why));
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
