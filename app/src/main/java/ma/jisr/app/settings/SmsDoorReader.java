package ma.jisr.app.settings;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.jisr.app.settings.DoorSettings.SmsLink;
import ma.jisr.base.Assurance;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.http.message.HttpMessageLink;
import ma.jisr.gateway.channel.http.message.Provider;
import ma.jisr.gateway.channel.http.message.provider.AfricasTalking;
import ma.jisr.gateway.channel.http.message.provider.Infobip;
import ma.jisr.gateway.channel.http.message.provider.Kannel;
import ma.jisr.gateway.channel.http.message.provider.Own;
import ma.jisr.gateway.channel.http.message.provider.Twilio;

/** Reads one entry of {@code links} whose provider of SMS is called, and calls us. */
final class SmsDoorReader {
  /** The word that such entries have as their type. */
  static final String TYPE = "sms-http";

  private static final String OWN = "own";
  private static final List<String> PROVIDERS =
      List.of("africastalking", "infobip", "twilio", "kannel", OWN);

  /** Where those are called who have one address. */
  private static final Map<String, String> BASES =
      Map.of(
          "africastalking", "https://api.africastalking.com",
          "twilio", "https://api.twilio.com");

  private final Section link;
  private String id = "";

  SmsDoorReader(Section link) {
    this.link = link;
  }

  SmsLink read() {
    id = link.required("id", "Write for example id: hub");
    if (!id.isEmpty() && !id.matches("[a-z][a-z0-9-]{0,15}"))
      link.problem("id", "is not a short lower-case word", "Write for example id: hub");
    link.oneOf("type", TYPE, List.of(TYPE));
    String name = link.oneOf("provider", "", PROVIDERS);
    if (name.isEmpty())
      link.problem("provider", "is missing", "Write one of " + String.join(", ", PROVIDERS));
    HttpMessageLink.Timers usual = HttpMessageLink.Timers.USUAL;
    HttpMessageLink message =
        new HttpMessageLink(
            id,
            HttpMessageLink.TELEPHONE,
            link.text("smsc", id),
            new VerifierReader(link, id).read(),
            BaseReader.read(link, BASES.getOrDefault(name, "")),
            (int) link.whole("window", 20, 1, 500),
            LinkReader.rate(link),
            HttpMessageLink.QUEUED,
            "212",
            assurance(),
            new HttpMessageLink.Timers(
                link.duration(
                    "answer", usual.answer(), Duration.ofSeconds(1), Duration.ofMinutes(2)),
                usual.throttled()));
    SmsLink read =
        new SmsLink(
            message,
            provider(name),
            LinkReader.prefixes(link),
            LinkReader.centimes(link, "cost"),
            LinkReader.centimes(link, "tariff"));
    link.finish();
    return read;
  }

  private Assurance assurance() {
    String word = link.oneOf("assurance", "claimed", List.of("network", "claimed"));
    return Assurance.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private Provider provider(String name) {
    String reports = link.text("reports", "");
    return switch (name) {
      case "infobip" -> new Infobip(secret("api-key"), reports);
      case "twilio" ->
          new Twilio(link.required("account", "Write the account's SID"), secret("token"), reports);
      case "kannel" ->
          new Kannel(
              link.required("user", "Write the name of sendsms-user"), secret("password"), reports);
      case OWN -> own(link.section(OWN));
      default ->
          new AfricasTalking(link.required("account", "Write the username"), secret("api-key"));
    };
  }

  private String secret(String key) {
    String variable = id.toUpperCase(Locale.ROOT).replace('-', '_');
    return link.secret(
            key, "JISR_" + variable + "_" + key.toUpperCase(Locale.ROOT).replace('-', '_'))
        .value();
  }

  private static Provider own(Section section) {
    Section send = section.section("send");
    Own.Request request =
        new Own.Request(
            Own.Shape.valueOf(
                send.oneOf("shape", "json", List.of("query", "form", "json"))
                    .toUpperCase(Locale.ROOT)),
            send.text("path", ""),
            pairs(send, "headers"),
            pairs(send, "fixed"),
            send.required("to", "Name the field of the receiver's number"),
            send.text("from", ""),
            send.required("text", "Name the field of the text"),
            send.flag("plus", true),
            send.text("id", ""));
    send.finish();
    Section heard = section.section("heard");
    Own.Words words =
        new Own.Words(
            heard.text("id", ""),
            heard.required("from", "Name the field of the sender's number"),
            heard.text("to", ""),
            heard.required("text", "Name the field of the text"));
    heard.finish();
    Optional<Own.Fates> fates =
        section.has("reports") ? Optional.of(fates(section.section("reports"))) : Optional.empty();
    section.finish();
    return new Own(request, words, fates);
  }

  private static Own.Fates fates(Section section) {
    Map<String, Receipt.State> values = new HashMap<>();
    for (Receipt.State state : Receipt.State.values())
      for (String word : section.words(state.name().toLowerCase(Locale.ROOT)))
        values.put(word.toLowerCase(Locale.ROOT), state);
    Own.Fates fates =
        new Own.Fates(
            section.required("id", "Name the field of the message's id"),
            section.required("state", "Name the field of what became of it"),
            values);
    section.finish();
    return fates;
  }

  /** Lines of {@code name: value}; the values may be references. */
  private static Map<String, String> pairs(Section parent, String key) {
    Map<String, String> pairs = new HashMap<>();
    Section section = parent.section(key);
    for (String name : section.names()) pairs.put(name, section.text(name, ""));
    section.finish();
    return pairs;
  }
}
