package ma.jisr.service.notices.cap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import ma.jisr.base.xml.SafeXml;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The schema of CAP 1.2, as OASIS publishes it. Safe for use by several threads. */
final class CapSchema {
  /** Mistakes told of one file. */
  private static final int MOST_TOLD = 20;

  /** The element that is being looked at: of the parser that comes with Java. */
  private static final String CURRENT = "http://apache.org/xml/properties/dom/current-element-node";

  private final Schema schema;

  /** Reads the schema: some 50 ms. */
  CapSchema() {
    URL file = Objects.requireNonNull(CapSchema.class.getResource("CAP-v1.2.xsd"), "the schema");
    this.schema = SafeXml.schema(file);
  }

  /** What of a tree is not as it must be; empty when all of it is. */
  List<CapProblem> problems(Document alert) {
    try {
      Validator validator = schema.newValidator();
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      Collecting collecting = new Collecting(validator);
      validator.setErrorHandler(collecting);
      validator.validate(new DOMSource(alert));
      return collecting.problems;
    } catch (SAXException e) {
      return List.of(new CapProblem(Fault.SCHEMA, "", String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static final class Collecting implements ErrorHandler {
    private final Validator validator;
    private final List<CapProblem> problems = new ArrayList<>();

    Collecting(Validator validator) {
      this.validator = validator;
    }

    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXException {
      if (problems.size() < MOST_TOLD)
        problems.add(new CapProblem(Fault.SCHEMA, where(), String.valueOf(e.getMessage())));
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      error(e);
    }

    private String where() throws SAXException {
      @Nullable Object current = validator.getProperty(CURRENT);
      return current instanceof Node node ? Tree.path(node) : "";
    }
  }
}
