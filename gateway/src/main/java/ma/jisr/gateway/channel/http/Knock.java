package ma.jisr.gateway.channel.http;

import io.vertx.core.MultiMap;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A request at the door of a link, read whole. Holds personal data and secrets: {@link #toString()}
 * shows none.
 *
 * @param method GET or POST
 * @param url as the caller wrote it: scheme, host, path and query
 * @param rest what stands behind the link's name in the path; "" for nothing
 * @param query its named values
 * @param form those of the body, where that is a form
 * @param headers of the request
 * @param body as it came
 * @param client the address that it comes from, as far as that is certain
 * @param shown what the connection that it came by shows
 */
@SuppressWarnings("ArrayRecordComponent") // octets of the wire, never compared
public record Knock(
    String method,
    String url,
    String rest,
    Fields query,
    Fields form,
    MultiMap headers,
    byte[] body,
    String client,
    Shown shown) {
  /** By a connection that shows nothing. */
  public Knock(
      String method,
      String url,
      String rest,
      Fields query,
      Fields form,
      MultiMap headers,
      byte[] body,
      String client) {
    this(method, url, rest, query, form, headers, body, client, Shown.NOTHING);
  }

  /**
   * What a connection shows.
   *
   * @param chain the certificate of who has opened it and those who have signed it; empty for none
   * @param byProxy whether it was opened by a proxy that is trusted
   */
  public record Shown(List<X509Certificate> chain, boolean byProxy) {
    /** Nothing. */
    public static final Shown NOTHING = new Shown(List.of(), false);

    public Shown {
      chain = List.copyOf(chain);
    }
  }

  /** A value of the form, else of the query. */
  public Optional<String> field(String name) {
    Optional<String> posted = form.first(name);
    return posted.isPresent() ? posted : query.first(name);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  @Override
  public String toString() {
    return "Knock[hidden]";
  }
}
