package ma.jisr.gateway.channel.http.message.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;

/** A form or query that is being written (application/x-www-form-urlencoded). */
final class Form {
  static final String TYPE = "application/x-www-form-urlencoded";

  private final StringBuilder text = new StringBuilder();

  Form put(String name, String value) {
    if (!text.isEmpty()) text.append('&');
    text.append(URLEncoder.encode(name, UTF_8)).append('=').append(URLEncoder.encode(value, UTF_8));
    return this;
  }

  /** Only where there is something to say. */
  Form maybe(String name, String value) {
    return value.isEmpty() ? this : put(name, value);
  }

  Buffer body() {
    return Buffer.buffer(text.toString());
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
