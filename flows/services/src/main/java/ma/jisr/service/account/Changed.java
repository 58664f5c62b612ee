package ma.jisr.service.account;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Language;
import ma.jisr.base.Script;

/**
 * What somebody's profile says now: told to services when their language, their scripts or their
 * STOP has changed. Told again it is the same.
 *
 * @param person the random id
 * @param link by which texts that answer nothing go to them
 * @param code of that link
 * @param language of those texts
 * @param scripts that their phone shows
 * @param stopped whether they have said STOP
 */
public record Changed(
    String person,
    String link,
    String code,
    Language language,
    Set<Script> scripts,
    boolean stopped) {
  public Changed {
    scripts = Set.copyOf(scripts);
  }

  /** Who wants to know: told until it has taken note. */
  @FunctionalInterface
  public interface Hearer {
    CompletableFuture<Void> changed(Changed profile);
  }
}
