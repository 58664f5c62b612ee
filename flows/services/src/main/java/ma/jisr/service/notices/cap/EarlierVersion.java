package ma.jisr.service.notices.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Alerts of CAP 1.1 made alerts of 1.2, which are still met: 1.2 changed the name space, how hours
 * are written, and asks of attached files what 1.1 did not (CAP 1.2, 1.4). Attached files are left
 * out: nobody reads them here.
 */
final class EarlierVersion {
  private static final Set<String> HOURS = Set.of("sent", "effective", "onset", "expires");

  private static final Pattern HOUR =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

  private EarlierVersion() {}

  /** Rewrites the tree where it stands; a signature over it is checked before. */
  static void rewrite(Document alert) {
    List<Element> all = new ArrayList<>();
    collect(alert.getDocumentElement(), all);
    for (Element element : all) {
      String name = element.getLocalName();
      Node parent = element.getParentNode();
      if (name.equals("resource") && parent != null) parent.removeChild(element);
      if (HOURS.contains(name)) element.setTextContent(hour(element.getTextContent().strip()));
      alert.renameNode(element, Tree.CAP_1_2, element.getNodeName());
    }
  }

  private static void collect(Element element, List<Element> all) {
    if (!Tree.CAP_1_1.equals(element.getNamespaceURI())) return;
    all.add(element);
    for (Element child : Tree.children(element)) collect(child, all);
  }

  private static String hour(String text) {
    var hour = HOUR.matcher(text);
    if (!hour.matches()) return text;
    return hour.group(1) + (hour.group(3).equals("Z") ? "+00:00" : hour.group(3));
  }
}
