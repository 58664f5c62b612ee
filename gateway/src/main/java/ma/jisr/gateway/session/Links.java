package ma.jisr.gateway.session;

import org.jspecify.annotations.Nullable;

/** What is known of the links, by id. */
@FunctionalInterface
public interface Links {
  /** Null for a link that is not (or no longer) in the settings. */
  @Nullable LinkInfo of(String link);
}
