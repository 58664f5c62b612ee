package ma.jisr.app.settings;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.jisr.app.settings.DoorSettings.ChatLink;
import ma.jisr.base.Script;
import ma.jisr.gateway.channel.chat.whatsapp.Template;
import ma.jisr.gateway.channel.chat.whatsapp.WhatsApp;
import ma.jisr.gateway.channel.http.Verifier;
import ma.jisr.gateway.channel.http.message.HttpMessageLink;

/** Reads one entry of {@code links} that leads to WhatsApp. */
final class WhatsAppReader {
  /** The word that such entries have as their type. */
  static final String TYPE = "whatsapp";

  private static final String BASE = "https://graph.facebook.com";
  private static final String VERSION = "v25.0";

  /**
   * Meta, "Throughput": a number sends 80 messages a second, until it has shown that it can more.
   */
  private static final int RATE = 80;

  private final Section link;

  WhatsAppReader(Section link) {
    this.link = link;
  }

  ChatLink read() {
    ChatDoor door = new ChatDoor(link, TYPE);
    Optional<Verifier.Secret> asks = door.proof("verify-token");
    Optional<Verifier.Secret> signs = door.proof("app-secret");
    HttpMessageLink message = door.message(verifier(asks, signs), BASE, RATE);
    WhatsApp.Account account = new WhatsApp.Account(number(), version(), door.token("token"));
    Optional<Template> template =
        link.has("template") ? template(link.section("template")) : Optional.empty();
    link.finish();
    return new ChatLink(message, new WhatsApp(account, template, InstantSource.system()));
  }

  /** Meta asks with a word that we have given it, and signs with one that it has given us. */
  private static Verifier verifier(
      Optional<Verifier.Secret> asks, Optional<Verifier.Secret> signs) {
    // What is missing has been told: such settings never start.
    if (asks.isEmpty() || signs.isEmpty()) return new Verifier.Networks(address -> false);
    return new Verifier.ByMethod(
        new Verifier.Query("hub.verify_token", asks.get()),
        new Verifier.Body(
            "X-Hub-Signature-256", "sha256=", Verifier.Hash.SHA256, false, signs.get()));
  }

  private String number() {
    String mend = "Write the phone number ID that the App Dashboard shows";
    String number = link.required("number-id", mend);
    if (!number.isEmpty() && !number.matches("\\d{5,20}"))
      link.problem("number-id", "is not an id of digits", mend);
    return number;
  }

  private String version() {
    String version = link.text("version", VERSION);
    if (!version.matches("v\\d{1,3}\\.\\d"))
      link.problem(
          "version", "is no version of the Graph API", "Write for example version: " + VERSION);
    return version;
  }

  private static Optional<Template> template(Section section) {
    String name = section.required("name", "Write the name under which it is approved");
    if (!name.isEmpty() && !name.matches("[a-z0-9_]{1,512}"))
      section.problem(
          "name",
          "is no name of a template: lower-case letters, digits and low lines",
          "Write it as the WhatsApp Manager shows it");
    String parameter = section.text("parameter", "");
    if (!parameter.matches("[a-z0-9_]{0,64}"))
      section.problem(
          "parameter",
          "is no name of a place in a template",
          "Leave it out where the place is {{1}}");
    Map<Script, String> languages = languages(section.section("languages"));
    section.finish();
    return languages.containsKey(Script.LATIN)
        ? Optional.of(new Template(name, languages, parameter))
        : Optional.empty();
  }

  private static Map<Script, String> languages(Section section) {
    Map<Script, String> languages = new EnumMap<>(Script.class);
    for (Script script : List.of(Script.LATIN, Script.ARABIC, Script.TIFINAGH)) {
      String key = script.name().toLowerCase(Locale.ROOT);
      Optional<String> code = section.text(key);
      if (code.isPresent() && !code.get().matches("[a-z]{2,3}(_[A-Z]{2})?"))
        section.problem(key, "is no language of templates", "Write for example " + key + ": fr_MA");
      code.ifPresent(written -> languages.put(script, written));
    }
    if (!languages.containsKey(Script.LATIN))
      section.problem(
          "latin",
          "is missing: the language of the template for what is written in Latin letters",
          "Write for example languages: {latin: fr, arabic: ar}");
    section.finish();
    return languages;
  }
}
