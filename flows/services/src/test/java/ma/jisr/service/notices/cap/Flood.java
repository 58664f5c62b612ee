package ma.jisr.service.notices.cap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** An alert of the tests in three languages, and what others make of it. */
final class Flood {
  static final String FILE = read("flood.xml");

  private Flood() {}

  private static String read(String name) {
    try (InputStream in = Objects.requireNonNull(Flood.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file with one thing written otherwise, everywhere. */
  static String with(String what, String otherwise) {
    if (!FILE.contains(what)) throw new IllegalArgumentException("not in the file: " + what);
    return FILE.replace(what, otherwise);
  }

  /** Another of the same sender that changes or takes back others. */
  static String following(String type, String identifier, String sent, String references) {
    return FILE.replace("<msgType>Alert", "<msgType>" + type)
        .replace("crue-2026-0117", identifier)
        .replace("<sent>2026-11-20T18:00:00+01:00", "<sent>" + sent)
        .replace(
            "  <info>\n    <language>fr",
            "  <references>" + references + "</references>\n  <info>\n    <language>fr");
  }

  /** The same with a prefix before every name. */
  static String prefixed() {
    return FILE.replace("</", "</c:").replaceAll("<(?=[a-z])", "<c:").replace("xmlns=", "xmlns:c=");
  }

  /** The same as CAP 1.1 wrote it, with an attached file. */
  static String earlier() {
    return FILE.replace("cap:1.2", "cap:1.1")
        .replace("18:00:00+01:00", "17:00:00.000Z")
        .replace("    <area>\n", "    <resource><resourceDesc>x</resourceDesc></resource><area>\n");
  }
}
