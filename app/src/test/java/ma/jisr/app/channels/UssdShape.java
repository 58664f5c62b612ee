package ma.jisr.app.channels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import ma.jisr.base.xml.SafeXml;

/** How an aggregator of USSD writes, as its documentation has it. */
enum UssdShape {
  /** All inputs joined by stars; answered CON or END. */
  FORM("africastalking", "application/x-www-form-urlencoded") {
    @Override
    String asks(Asked asked) {
      return form(asked) + "&text=" + encoded(asked.all());
    }

    @Override
    String ends(Asked asked) {
      return form(asked)
          + "&date=2026-11-22&status=Incomplete&cost=0.5&durationInMillis=4000&hopsCount="
          + asked.step()
          + "&input="
          + encoded(asked.all())
          + "&lastAppResponse=CON&errorMessage=";
    }

    private static String form(Asked asked) {
      return "sessionId=%s&phoneNumber=%%2B%s&networkCode=60401&serviceCode=*585%%23"
          .formatted(asked.session(), asked.number());
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    Shown shown(String answer) {
      return Shown.plain(answer.substring("CON ".length()), answer.startsWith("END "));
    }
  },

  /** The last input, a type, and a count of the steps. */
  JSON("hubtel", "application/json") {
    @Override
    String asks(Asked asked) {
      return json(asked, asked.inputs().isEmpty() ? "Initiation" : "Response");
    }

    @Override
    String ends(Asked asked) {
      return json(asked, "Timeout");
    }

    private static String json(Asked asked, String type) {
      ObjectNode json = new JsonMapper().createObjectNode();
      json.put("Type", type).put("Message", asked.last()).put("ServiceCode", "585");
      json.put("Operator", "vodafone").put("Mobile", asked.number());
      json.put("SessionId", asked.session()).put("Sequence", asked.step());
      return json.put("Platform", "USSD").toString();
    }

    @Override
    Shown shown(String answer) throws IOException {
      JsonNode json = new JsonMapper().readTree(answer);
      return Shown.plain(
          json.path("Message").asText(), json.path("Type").asText().equals("release"));
    }
  },

  /** The last input and a type. */
  XML("truroute", "text/xml") {
    @Override
    String asks(Asked asked) {
      return xml(asked, asked.inputs().isEmpty() ? 1 : 2);
    }

    @Override
    String ends(Asked asked) {
      return xml(asked, 4);
    }

    private static String xml(Asked asked, int type) {
      return "<ussd><msisdn>%s</msisdn><sessionid>%s</sessionid><type>%d</type><msg>%s</msg></ussd>"
          .formatted(asked.number(), asked.session(), type, asked.last());
    }

    @Override
    Shown shown(String answer) throws IOException {
      try {
        XMLStreamReader xml = SafeXml.reader(answer);
        String text = "";
        boolean over = false;
        while (xml.hasNext()) {
          boolean begins = xml.next() == XMLStreamReader.START_ELEMENT;
          if (begins && xml.getLocalName().equals("msg")) text = xml.getElementText();
          else if (begins && xml.getLocalName().equals("type"))
            over = xml.getElementText().equals("3");
        }
        return Shown.plain(text, over);
      } catch (XMLStreamException e) {
        throw new IOException(e);
      }
    }
  };

  private static final String CODE = "*585#";

  private final String aggregator;
  private final String media;

  UssdShape(String aggregator, String media) {
    this.aggregator = aggregator;
    this.media = media;
  }

  /**
   * A request.
   *
   * @param dialled the service code, and what was dialled with it
   * @param inputs all that was typed in this dialogue
   */
  record Asked(String session, String number, String dialled, List<String> inputs) {
    Asked {
      inputs = List.copyOf(inputs);
    }

    /** From 1. */
    int step() {
      return inputs.size() + 1;
    }

    /** What was dialled, or typed last. */
    String last() {
      return inputs.isEmpty() ? dialled : inputs.getLast();
    }

    /** Both, behind the service code and without it. */
    String all() {
      String behind =
          dialled.equals(CODE) ? "" : dialled.substring("*585*".length()).replace("#", "");
      return Stream.concat(Stream.of(behind), inputs.stream())
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining("*"));
    }
  }

  String aggregator() {
    return aggregator;
  }

  String media() {
    return media;
  }

  /** The body of a request. */
  abstract String asks(Asked asked);

  /** That of the one that tells the dialogue's end. */
  abstract String ends(Asked asked);

  /** An answer as a phone shows it. */
  abstract Shown shown(String answer) throws IOException;
}
