package ma.jisr.service.notices.cap;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All whose alerts are taken, by the sender that these name. Immutable. */
public final class CapSources {
  public static final CapSources NONE = new CapSources(List.of());

  private final Map<String, CapSource> bySender = new HashMap<>();

  /**
   * @throws IllegalArgumentException when two have one sender
   */
  public CapSources(Collection<CapSource> sources) {
    for (CapSource source : sources)
      if (bySender.put(source.sender(), source) != null)
        throw new IllegalArgumentException("two sources have the sender of " + source.id());
  }

  /** The one of a sender, as it is spelt. */
  public Optional<CapSource> of(String sender) {
    return Optional.ofNullable(bySender.get(sender));
  }

  Collection<X509Certificate> certificates(String sender) {
    return of(sender).map(CapSource::certificates).orElse(List.of());
  }
}
