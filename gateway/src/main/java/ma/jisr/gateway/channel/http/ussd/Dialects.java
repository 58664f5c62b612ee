package ma.jisr.gateway.channel.http.ussd;

import static ma.jisr.gateway.channel.http.ussd.Step.Act.ANSWER;
import static ma.jisr.gateway.channel.http.ussd.Step.Act.BEGIN;
import static ma.jisr.gateway.channel.http.ussd.Step.Act.END;
import static ma.jisr.gateway.channel.http.ussd.Step.Act.TIME_OUT;
import static ma.jisr.gateway.channel.http.ussd.Step.Act.UNTOLD;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.gateway.channel.http.ussd.Dialect.Answer;
import ma.jisr.gateway.channel.http.ussd.Dialect.Fields;
import ma.jisr.gateway.channel.http.ussd.Dialect.Flag;
import ma.jisr.gateway.channel.http.ussd.Dialect.Shape;

/**
 * The aggregators whose ways are known, by name: as their own documentation and client code tell
 * (reference: docs/channels.md), none of them tried against the live service. Anything else is
 * written in the settings.
 */
public final class Dialects {
  private static final Answer CON_END = new Answer("", "", "CON ", "END ", List.of());

  private static final Map<String, Dialect> KNOWN =
      Map.of(
          "africastalking",
          new Dialect(
              Shape.FORM,
              new Fields("sessionId", "phoneNumber", "serviceCode", "text", ""),
              flag("status", UNTOLD, "success", END, "incomplete", TIME_OUT, "failed", END),
              CON_END),
          "advanta",
          new Dialect(
              Shape.FORM,
              new Fields("SESSIONID", "MSISDN", "USSDCODE", "INPUT", ""),
              Optional.empty(),
              CON_END),
          "hubtel",
          new Dialect(
              Shape.JSON,
              new Fields("SessionId", "Mobile", "ServiceCode", "Message", "Sequence"),
              flag("Type", ANSWER, "initiation", BEGIN, "release", END, "timeout", TIME_OUT),
              new Answer("Message", "Type", "response", "release", List.of("SessionId"))),
          "arkesel",
          new Dialect(
              Shape.JSON,
              new Fields("sessionID", "msisdn", "", "userData", ""),
              flag("newSession", ANSWER, "true", BEGIN),
              new Answer(
                  "message",
                  "continueSession",
                  "true",
                  "false",
                  List.of("sessionID", "userID", "msisdn"))),
          "nalo",
          new Dialect(
              Shape.JSON,
              new Fields("SESSIONID", "MSISDN", "", "USERDATA", ""),
              flag("MSGTYPE", ANSWER, "true", BEGIN),
              new Answer("MSG", "MSGTYPE", "true", "false", List.of("USERID", "MSISDN"))),
          "moolre",
          new Dialect(
              Shape.JSON,
              new Fields("sessionid", "msisdn", "extension", "message", ""),
              flag("new", ANSWER, "true", BEGIN),
              new Answer("message", "reply", "true", "false", List.of())),
          "truroute",
          new Dialect(
              Shape.XML,
              new Fields("sessionid", "msisdn", "", "msg", ""),
              flag("type", ANSWER, "1", BEGIN, "3", END, "4", TIME_OUT),
              new Answer("msg", "type", "2", "3", List.of("msisdn", "sessionid"))));

  private Dialects() {}

  private static Optional<Flag> flag(String field, Step.Act otherwise, Object... meanings) {
    Map<String, Step.Act> values = new HashMap<>();
    for (int i = 0; i < meanings.length; i += 2)
      values.put((String) meanings[i], (Step.Act) meanings[i + 1]);
    return Optional.of(new Flag(field, values, otherwise));
  }

  /** The names, sorted. */
  public static List<String> names() {
    return KNOWN.keySet().stream().sorted().toList();
  }

  public static Optional<Dialect> named(String name) {
    return Optional.ofNullable(KNOWN.get(name));
  }
}
