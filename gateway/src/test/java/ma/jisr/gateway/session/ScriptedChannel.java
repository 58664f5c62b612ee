package ma.jisr.gateway.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;

/** A link that remembers what it was given and answers as told; "taken" when nothing is told. */
final class ScriptedChannel implements Channel {
  final List<Outbound> given = new ArrayList<>();
  final ArrayDeque<CompletableFuture<Sent>> answers = new ArrayDeque<>();
  private final String link;

  ScriptedChannel(String link) {
    this.link = link;
  }

  /** The texts given so far, each with how it goes. */
  List<String> texts() {
    return given.stream().map(o -> o.kind() + " " + o.text()).toList();
  }

  void answer(Sent sent) {
    answers.add(CompletableFuture.completedFuture(sent));
  }

  @Override
  public String link() {
    return link;
  }

  @Override
  public CompletableFuture<Void> start(Receiver receiver) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Sent> send(Outbound outbound) {
    given.add(outbound);
    CompletableFuture<Sent> answer = answers.poll();
    return answer == null
        ? CompletableFuture.completedFuture(new Sent.Taken(List.of("m" + given.size())))
        : answer;
  }

  @Override
  public boolean up() {
    return true;
  }

  @Override
  public CompletableFuture<Void> drain() {
    return CompletableFuture.completedFuture(null);
  }
}
