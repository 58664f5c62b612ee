package ma.jisr.service;

import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.port.Introducer;
import ma.jisr.flow.signal.Notice;
import org.jspecify.annotations.Nullable;

/**
 * By which a service tells persons what must stand in none of its own documents: it keeps what is
 * to be told by name, and makes the notice when it hands it in, again and again until it is taken.
 * Services are made before there is an engine: until {@link #connect} nothing is taken. Callable
 * from any thread.
 */
public final class Speech implements Introducer {
  private volatile @Nullable Introducer engine;

  /** The engine runs: from now on it is told. */
  public void connect(Introducer to) {
    engine = to;
  }

  @Override
  public CompletableFuture<Void> send(String person, Notice notice, String key) {
    Introducer known = engine;
    return known == null ? notYet() : known.send(person, notice, key);
  }

  @Override
  public CompletableFuture<Void> introduce(
      String person, String digits, Reply way, Notice notice, String key) {
    Introducer known = engine;
    return known == null ? notYet() : known.introduce(person, digits, way, notice, key);
  }

  private static CompletableFuture<Void> notYet() {
    return CompletableFuture.failedFuture(new IllegalStateException("nobody is told yet"));
  }
}
