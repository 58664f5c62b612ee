package ma.jisr.service.notices.cap;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import ma.jisr.service.notices.area.Area;
import ma.jisr.service.notices.area.Circle;
import ma.jisr.service.notices.area.Polygon;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads what an alert says in one language. What cannot be is entered in the problems. */
final class InfoReader {
  /** Codes of one area that are looked at: a warning names a whole province by its communes. */
  private static final int MOST_CODES = 500;

  private final List<CapProblem> problems;

  InfoReader(List<CapProblem> problems) {
    this.problems = problems;
  }

  CapAlert.Info read(Element info) {
    List<CapAlert.Place> areas = new ArrayList<>();
    for (Element area : Tree.children(info, "area")) areas.add(area(area));
    long shapes = areas.stream().mapToLong(a -> a.polygons().size() + a.circles().size()).sum();
    if (shapes > Area.MOST_DRAWN)
      problem(Fault.TOO_MANY, info, "more than " + Area.MOST_DRAWN + " shapes");
    String language = Tree.text(info, "language");
    return new CapAlert.Info(
        language.isEmpty() ? "en-US" : language,
        Set.copyOf(Tree.texts(info, "category")),
        PlainWords.of(Tree.text(info, "event")),
        Tree.texts(info, "responseType"),
        Tree.text(info, "urgency"),
        Tree.text(info, "severity"),
        Tree.text(info, "certainty"),
        hour(info, "effective"),
        hour(info, "onset"),
        hour(info, "expires"),
        PlainWords.of(Tree.text(info, "senderName")),
        PlainWords.of(Tree.text(info, "headline")),
        PlainWords.of(Tree.text(info, "description")),
        PlainWords.of(Tree.text(info, "instruction")),
        areas);
  }

  private CapAlert.Place area(Element area) {
    List<CapAlert.Code> codes = new ArrayList<>();
    for (Element code : Tree.children(area, "geocode"))
      codes.add(new CapAlert.Code(Tree.text(code, "valueName"), Tree.text(code, "value")));
    if (codes.size() > MOST_CODES)
      problem(Fault.TOO_MANY, area, "more than " + MOST_CODES + " codes of places");
    return new CapAlert.Place(
        PlainWords.of(Tree.text(area, "areaDesc")),
        shapes(area, "polygon", Polygon::of),
        shapes(area, "circle", Circle::of),
        codes);
  }

  /** An empty element is none: some write all that there could be. */
  private <S> List<S> shapes(Element area, String name, Function<String, S> read) {
    List<S> shapes = new ArrayList<>();
    for (Element element : Tree.children(area, name)) {
      String text = element.getTextContent().strip();
      if (text.isEmpty() || shapes.size() > Area.MOST_DRAWN) continue;
      try {
        shapes.add(read.apply(text));
      } catch (IllegalArgumentException e) {
        problem(Fault.SHAPE, element, String.valueOf(e.getMessage()));
      }
    }
    return shapes;
  }

  /** An hour that is written with its offset; null where none is. */
  @Nullable Instant hour(Element parent, String name) {
    String text = Tree.text(parent, name);
    if (text.isEmpty()) return null;
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      problem(Fault.HOURS, parent, name + " is no hour");
      return null;
    }
  }

  private void problem(Fault fault, Element where, String what) {
    problems.add(new CapProblem(fault, Tree.path(where), what));
  }
}
