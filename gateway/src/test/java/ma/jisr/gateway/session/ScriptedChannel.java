package ma.jisr.gateway.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.channel.Taken;
import org.jspecify.annotations.Nullable;

/** A link that remembers what it was given and answers as told; "taken" when nothing is told. */
final class ScriptedChannel implements Channel {
  final List<Outbound> given = new ArrayList<>();
  final ArrayDeque<CompletableFuture<Sent>> answers = new ArrayDeque<>();
  private final ArrayDeque<Consumer<Outbound>> parts = new ArrayDeque<>();
  private final String link;
  private final Loop loop;
  private @Nullable Receiver receiver;
  private boolean up = true;

  ScriptedChannel(String link, Loop loop) {
    this.link = link;
    this.loop = loop;
  }

  /** The texts given so far, each with how it goes. */
  List<String> texts() {
    return given.stream().map(o -> o.kind() + " " + o.text()).toList();
  }

  void answer(Sent sent) {
    answers.add(CompletableFuture.completedFuture(sent));
  }

  /** Lost: whatever is given comes back. */
  void down() {
    up = false;
  }

  /** Bound again. */
  void bound() {
    up = true;
    if (receiver != null) receiver.ready(link);
  }

  /** The next message given has one segment taken, whatever its answer will be. */
  void part(int segment, int segments, String messageId) {
    parts.add(
        outbound -> {
          if (receiver != null)
            receiver.taken(
                new Taken("maroc", link, outbound, segment, segments, messageId, loop.now()));
        });
  }

  @Override
  public String link() {
    return link;
  }

  @Override
  public CompletableFuture<Void> start(Receiver receiver) {
    this.receiver = receiver;
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Sent> send(Outbound outbound) {
    given.add(outbound);
    Consumer<Outbound> part = parts.poll();
    if (part != null) part.accept(outbound);
    CompletableFuture<Sent> answer = answers.poll();
    if (answer == null && !up)
      answer = CompletableFuture.completedFuture(new Sent.Held("link down"));
    if (answer == null)
      answer = CompletableFuture.completedFuture(new Sent.Taken(List.of("m" + given.size())));
    return answer.thenApply(sent -> told(outbound, sent));
  }

  private Sent told(Outbound outbound, Sent sent) {
    if (sent instanceof Sent.Taken(List<String> ids)
        && receiver != null
        && outbound.kind() == Outbound.Kind.MESSAGE)
      for (int i = 0; i < ids.size(); i++)
        receiver.taken(
            new Taken("maroc", link, outbound, i + 1, ids.size(), ids.get(i), loop.now()));
    return sent;
  }

  @Override
  public boolean up() {
    return up;
  }

  @Override
  public CompletableFuture<Void> drain() {
    return CompletableFuture.completedFuture(null);
  }
}
