package ma.jisr.gateway.channel.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.gateway.web.Connections;
import ma.jisr.gateway.web.Proxies;
import org.jspecify.annotations.Nullable;

/** Leads requests to the door of their link, once they are whole and verified. On one loop. */
final class Hall {
  private static final Pattern PATH = Pattern.compile("/links/([a-z][a-z0-9-]{0,15})(?:/(.*))?");
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Context loop;
  private final Connections connections;
  private final Proxies proxies;
  private final Map<String, Door> doors;
  private final Counters counters;
  private long held;

  Hall(
      Context loop,
      Connections connections,
      Proxies proxies,
      Map<String, Door> doors,
      Counters counters) {
    this.loop = loop;
    this.connections = connections;
    this.proxies = proxies;
    this.doors = doors;
    this.counters = counters;
  }

  void enter(HttpServerRequest request) {
    connections.heard(request);
    String path = request.path() == null ? "" : request.path();
    Matcher matcher = PATH.matcher(path);
    Door door = matcher.matches() ? doors.get(matcher.group(1)) : null;
    Response response = new Response(loop, request);
    boolean asks = request.method().equals(HttpMethod.GET);
    if (door == null) {
      turnAway("", Reply.empty(404), response);
    } else if (!asks && !request.method().equals(HttpMethod.POST)) {
      turnAway(door.link(), Reply.empty(405), response);
    } else if (declared(request) > door.mostBody()) {
      turnAway(door.link(), Reply.empty(413), response);
    } else {
      String rest = matcher.group(2) == null ? "" : matcher.group(2);
      read(request, door, rest, response);
    }
  }

  /** Bytes that the body is said to have; 0 where nothing is said. */
  private static long declared(HttpServerRequest request) {
    String length = request.getHeader("content-length");
    if (length == null) return 0;
    try {
      return Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private void read(HttpServerRequest request, Door door, String rest, Response response) {
    int most = door.mostBody();
    boolean said = request.getHeader("content-length") != null;
    connections.allow(request, said ? (int) declared(request) : most);
    Body body = new Body();
    request.exceptionHandler(gone -> body.drop());
    request.handler(
        piece -> {
          if (response.given()) return;
          if (body.length() + piece.length() > most)
            turnAway(door.link(), Reply.empty(413), response);
          else if (held + piece.length() > Doorway.MOST_HELD)
            turnAway(door.link(), Reply.BUSY, response);
          else body.add(piece);
          if (response.given()) body.drop();
        });
    request.endHandler(
        nothing -> {
          if (!response.given()) verify(request, door, rest, body.whole(), response);
          body.drop();
        });
  }

  /** A body that is being read: its bytes count among those that are held. */
  private final class Body {
    private Buffer bytes = Buffer.buffer();

    int length() {
      return bytes.length();
    }

    void add(Buffer piece) {
      held += piece.length();
      bytes.appendBuffer(piece);
    }

    byte[] whole() {
      return bytes.getBytes();
    }

    void drop() {
      held -= bytes.length();
      bytes = Buffer.buffer();
    }
  }

  private void verify(
      HttpServerRequest request, Door door, String rest, byte[] body, Response response) {
    Knock knock;
    try {
      knock = knock(request, rest, body);
    } catch (IllegalArgumentException e) {
      turnAway(door.link(), Reply.MALFORMED, response);
      return;
    }
    if (!door.verifier().proves(knock)) turnAway(door.link(), Reply.UNPROVEN, response);
    else door.knocked(knock, response);
  }

  private Knock knock(HttpServerRequest request, String rest, byte[] body) {
    String peer = String.valueOf(request.remoteAddress().hostAddress());
    List<String> forwarded = new ArrayList<>(request.headers().getAll("x-forwarded-for"));
    String type = request.getHeader("content-type");
    boolean form = type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
    return new Knock(
        request.method().name(),
        request.uri(),
        rest,
        Fields.of(request.query() == null ? "" : request.query()),
        form ? Fields.of(new String(body, StandardCharsets.UTF_8)) : Fields.NONE,
        request.headers(),
        body,
        proxies.client(peer, forwarded),
        new Knock.Shown(chain(request.sslSession()), proxies.trusts(peer)));
  }

  /** The certificates that whoever has opened a connection has shown, their own first. */
  private static List<X509Certificate> chain(@Nullable SSLSession session) {
    if (session == null) return List.of();
    try {
      return Stream.of(session.getPeerCertificates())
          .filter(X509Certificate.class::isInstance)
          .map(X509Certificate.class::cast)
          .toList();
    } catch (SSLPeerUnverifiedException none) {
      return List.of();
    }
  }

  private void turnAway(String link, Reply reply, Response response) {
    counters.count(
        "http.turned-away", Map.of("link", link, "status", Integer.toString(reply.status())));
    response.refuse(reply);
  }
}
