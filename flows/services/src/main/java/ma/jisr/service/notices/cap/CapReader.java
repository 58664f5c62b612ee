package ma.jisr.service.notices.cap;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import ma.jisr.base.xml.BadXmlException;
import ma.jisr.base.xml.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Reads alerts of CAP 1.2, and of 1.1 as far as they can be made such. A file is parsed once: what
 * is checked against its signature, against the schema and what is read is one tree. Safe for use
 * by several threads; a large file takes some 10 ms.
 */
public final class CapReader {
  /** Largest file, bytes: alerts with drawn coastlines have some 50 kB. */
  public static final int MOST_BYTES = 512 * 1024;

  /** Most infos: one for each language, and some that we do not speak. */
  public static final int MOST_INFOS = 20;

  /** Most references: a long warning's updates name all that went before. */
  public static final int MOST_REFERENCES = 20;

  private static final Set<String> STATUSES = Set.of("Actual", "Exercise", "Test", "Draft");
  private static final Set<String> TYPES = Set.of("Alert", "Update", "Cancel");

  private final CapSchema schema = new CapSchema();

  /** Reads one of which no signature can be good. */
  public CapReading read(byte[] file) {
    return read(file, sender -> List.of(), Instant.EPOCH);
  }

  /**
   * Reads one.
   *
   * @param certificates of the source that has a sender; none for one that does not sign
   * @param now decides whether these are valid
   */
  public CapReading read(
      byte[] file,
      Function<String, ? extends Collection<X509Certificate>> certificates,
      Instant now) {
    if (file.length > MOST_BYTES)
      return CapReading.Refused.of(Fault.TOO_LARGE, "", "more than " + MOST_BYTES + " bytes");
    Document tree;
    try {
      tree = SafeXml.document(file);
    } catch (BadXmlException e) {
      String where = e.line() > 0 ? "line " + e.line() : "";
      return CapReading.Refused.of(Fault.NOT_XML, where, String.valueOf(e.getMessage()));
    }
    Element root = tree.getDocumentElement();
    boolean earlier = Tree.CAP_1_1.equals(root.getNamespaceURI());
    if (!"alert".equals(root.getLocalName())
        || !(earlier || Tree.CAP_1_2.equals(root.getNamespaceURI())))
      return CapReading.Refused.of(Fault.NOT_CAP, "", "its root is no alert of CAP 1.2 or 1.1");
    // Whose certificate it must be is read before, and what is signed after: it is one tree.
    Seal seal = Signatures.check(tree, certificates.apply(sender(root)), now);
    if (earlier) EarlierVersion.rewrite(tree);
    List<CapProblem> problems = schema.problems(tree);
    return problems.isEmpty() ? sensible(root, seal) : new CapReading.Refused(problems);
  }

  /** The sender of either version. */
  private static String sender(Element root) {
    for (Element child : Tree.children(root))
      if ("sender".equals(child.getLocalName())) return child.getTextContent().strip();
    return "";
  }

  private static CapReading sensible(Element root, Seal seal) {
    if (!Tree.text(root, "scope").equals("Public"))
      return CapReading.Refused.of(Fault.NOT_FOR_US, "alert/scope", "is not for the public");
    if (!STATUSES.contains(Tree.text(root, "status")))
      return CapReading.Refused.of(Fault.NOT_FOR_US, "alert/status", "is a system's own");
    if (!TYPES.contains(Tree.text(root, "msgType")))
      return CapReading.Refused.of(Fault.NOT_FOR_US, "alert/msgType", "is no alert");
    List<Element> infos = Tree.children(root, "info");
    if (infos.size() > MOST_INFOS)
      return CapReading.Refused.of(Fault.TOO_MANY, "alert", "more than " + MOST_INFOS + " infos");
    List<CapProblem> problems = new ArrayList<>();
    CapAlert alert = alert(root, infos, problems);
    // What lies elsewhere need not make sense besides.
    if (problems.isEmpty()) problems.addAll(Sense.problems(alert));
    return problems.isEmpty() ? new CapReading.Read(alert, seal) : new CapReading.Refused(problems);
  }

  private static CapAlert alert(Element root, List<Element> infos, List<CapProblem> problems) {
    InfoReader reader = new InfoReader(problems);
    Instant sent = reader.hour(root, "sent");
    return new CapAlert(
        Tree.text(root, "sender"),
        Tree.text(root, "identifier"),
        sent == null ? Instant.EPOCH : sent,
        Tree.text(root, "status"),
        Tree.text(root, "msgType"),
        references(Tree.text(root, "references"), problems),
        infos.stream().map(reader::read).toList());
  }

  /** Triples "sender,identifier,sent" with spaces between (CAP 1.2, 3.2.1). */
  private static List<CapAlert.Reference> references(String text, List<CapProblem> problems) {
    List<CapAlert.Reference> found = new ArrayList<>();
    if (text.isEmpty()) return found;
    String[] triples = text.split("\\s+", MOST_REFERENCES + 1);
    if (triples.length > MOST_REFERENCES) {
      problems.add(
          new CapProblem(
              Fault.TOO_MANY, "alert/references", "more than " + MOST_REFERENCES + " of them"));
      return found;
    }
    for (String triple : triples) {
      String[] parts = triple.split(",", -1);
      try {
        if (parts.length == 3 && Sense.isName(parts[0]) && Sense.isName(parts[1])) {
          Instant sent = OffsetDateTime.parse(parts[2]).toInstant();
          found.add(new CapAlert.Reference(parts[0], parts[1], sent));
          continue;
        }
      } catch (DateTimeParseException e) {
        // Told below, as any other that is no reference.
      }
      problems.add(
          new CapProblem(
              Fault.NAME, "alert/references", "a reference is not sender,identifier,sent"));
    }
    return found;
  }
}
