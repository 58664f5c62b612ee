package ma.jisr.gateway.channel;

import java.util.concurrent.CompletableFuture;

/**
 * One link to the outside: an SMPP account, an HTTP aggregator, a chat platform. Confined to its
 * own loop inside; callable from any thread.
 */
public interface Channel {
  /** The link's id in the settings. */
  String link();

  /**
   * Starts connecting, and goes on reconnecting until closed. Completes when started, not when
   * bound.
   */
  CompletableFuture<Void> start(Receiver receiver);

  /**
   * Sends one text, in as many segments as it needs, in the order of the calls. Never fails: the
   * outcome says it.
   */
  CompletableFuture<Sent> send(Outbound outbound);

  /** Whether the link can send now. */
  boolean up();

  /** In words for an operator: {@code up}, or why it is not. */
  default String state() {
    return up() ? "up" : "is down";
  }

  /**
   * Takes no more inbound (refused as temporary), waits for what is in flight within the link's
   * bound, unbinds, closes.
   */
  CompletableFuture<Void> drain();
}
