package ma.jisr.service.notices.cap;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The elements of an alert's tree. */
final class Tree {
  static final String CAP_1_2 = "urn:oasis:names:tc:emergency:cap:1.2";
  static final String CAP_1_1 = "urn:oasis:names:tc:emergency:cap:1.1";

  private Tree() {}

  /** The elements right below, of CAP 1.2 and of one name. */
  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Element child : children(parent))
      if (CAP_1_2.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()))
        found.add(child);
    return found;
  }

  /** The elements right below, whatever they are. */
  static List<Element> children(Element parent) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling())
      if (node instanceof Element element) found.add(element);
    return found;
  }

  /** The text of the first of these elements, without the space around it; "" for none. */
  static String text(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? "" : found.getFirst().getTextContent().strip();
  }

  static List<String> texts(Element parent, String name) {
    return children(parent, name).stream().map(e -> e.getTextContent().strip()).toList();
  }

  /** Where an element stands: "alert/info[2]/area[1]". */
  static String path(@Nullable Node node) {
    if (!(node instanceof Element element)) return "";
    String name = element.getLocalName();
    if (!(element.getParentNode() instanceof Element parent)) return name;
    int at = 1;
    for (Node before = element.getPreviousSibling();
        before != null;
        before = before.getPreviousSibling())
      if (before instanceof Element other && name.equals(other.getLocalName())) at++;
    return path(parent) + '/' + name + '[' + at + ']';
  }
}
