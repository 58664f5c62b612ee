package ma.jisr.gateway.channel.http.ussd;

import java.util.Map;
import java.util.Optional;

/** placeholder */
final class XmlFields {
  private XmlFields() {}

  static Optional<Map<String, String>> read(byte[] body) {
    return Optional.empty();
  }

  static String write(Dialect.Answer answer, String text, String flag, Map<String, String> echoed) {
    return "";
  }
}
