package ma.jisr.service.outbox;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Vault;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.port.Introducer;
import ma.jisr.flow.signal.Notice;

/**
 * How somebody is told something who has perhaps never written to us: their number stands sealed in
 * the row that tells it, for the seconds until the row is handed in, and is opened only then.
 * Callable from any thread.
 */
public final class Introductions {
  private final Vault vault;
  private final Supplier<Reply> way;

  /**
   * @param vault under a key of its own
   * @param way by which somebody is written to for the first time
   */
  public Introductions(Vault vault, Supplier<Reply> way) {
    this.vault = vault;
    this.way = way;
  }

  /**
   * A number as it may stand in a row.
   *
   * @param digits E.164 without the plus
   */
  public String seal(String digits) {
    return vault.seal(digits);
  }

  /** Hands a row's notice in; where its number cannot be opened any more, as to who has written. */
  CompletableFuture<Void> handIn(
      Introducer engine, String person, String first, Notice notice, String key) {
    return vault
        .open(first)
        .map(digits -> engine.introduce(person, digits, way.get(), notice, key))
        .orElseGet(() -> engine.send(person, notice, key));
  }
}
